import {type Bitext, type Diagnostic, placed, type Place, type Problem} from '@passerelle/model'
import type {Taken} from './handback.ts'
import type {Session} from './session.ts'
import type {Work} from './work.ts'

/** What tells which work a hand-back belongs to. */
export interface Origin extends Pick<Bitext, 'document' | 'sourceLocale' | 'targetLocale'> {
  /** Ids of its units; those that no work has may be left out. */
  readonly ids: ReadonlySet<string>
  /** Where it stands in its file. */
  readonly place: Place
}

/** The work a hand-back belongs to: by the name and languages it gives, else by the units it has. */
export function findWork({works}: Session, origin: Origin): Work | undefined {
  const named = works.filter(({direction}) => direction.document === origin.document)
  const only = named.find(({direction}) => sameLanguages(direction, origin))
  if (only) return only
  const shares = (named.length > 0 ? named : works).map((work) => ({
    work,
    shared:
      work.bitext.units.filter(({id}) => origin.ids.has(id)).length +
      (sameLanguages(work.direction, origin) ? 0.5 : 0)
  }))
  const best = shares.reduce((a, b) => (b.shared > a.shared ? b : a), {
    work: undefined as Work | undefined,
    shared: 0.9
  })
  return best.work ?? named[0]
}

/** What is wrong with where a hand-back belongs, if anything is. */
export function originProblem(
  session: Session,
  work: Work | undefined,
  origin: Origin,
  path: string
): Diagnostic | undefined {
  const problem = work ? otherLanguage(work, origin) : otherDocument(session, origin)
  return problem && placed(problem, {path, line: origin.place.line, column: origin.place.column})
}

function otherDocument({works}: Session, origin: Origin): Problem {
  const known = works.map(({direction}) => direction.document)
  return {
    id: 'handback-other-document',
    level: 'error',
    args: {document: origin.document, known: known.length}
  }
}

function otherLanguage({direction}: Work, origin: Origin): Problem | undefined {
  if (tagsOf(direction) === tagsOf(origin)) return undefined
  const found = `${origin.sourceLocale || '?'} → ${origin.targetLocale || '?'}`
  const expected = `${direction.sourceLocale} → ${direction.targetLocale}`
  return sameLanguages(direction, origin)
    ? {id: 'handback-language-assumed', level: 'info', args: {found, expected}}
    : {id: 'handback-other-language', level: 'error', args: {found, expected}}
}

/** Both languages as they are written, but for capitals and the underscore of programs. */
function tagsOf({sourceLocale, targetLocale}: Languages): string {
  return `${sourceLocale} ${targetLocale}`.toLowerCase().replaceAll('_', '-')
}

type Languages = {readonly sourceLocale: string; readonly targetLocale: string}

/** Clients write `fr`, `fr-FR`, `fr_FR`, `FR` or nothing: primary languages must agree where they are given. */
function sameLanguages(a: Languages, b: Languages): boolean {
  const same = (x: string, y: string): boolean => x === '' || y === '' || primary(x) === primary(y)
  return same(a.sourceLocale, b.sourceLocale) && same(a.targetLocale, b.targetLocale)
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? ''
}

/** Whether a hand-back names entries of a catalog by their keys, as tools of i18next do. */
export function isFlat({direction, bitext}: Work, {ids}: Origin): boolean {
  return direction.format === 'i18next' && !bitext.units.some(({id}) => ids.has(id))
}

/** Take over what became of a work when a hand-back was taken into it. */
export function settleWork({workspace, counts, touched}: Session, work: Work, taken: Taken): void {
  work.bitext = taken.bitext
  const refused = taken.diagnostics.filter(({level}) => level === 'error').length
  touched.set(work, (touched.get(work) ?? 0) + refused)
  counts.imported += taken.imported
  counts.reviewed += taken.reviewed
  counts.comments += taken.comments
  workspace.report(...taken.diagnostics)
}
