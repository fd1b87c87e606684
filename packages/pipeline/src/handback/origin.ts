import {type Bitext, type Diagnostic, normalize, placed, type Place, type Problem} from '@passerelle/model'
import {formatNamed} from '../formats/formats.ts'
import type {Taken} from './handback.ts'
import type {Session} from '../work/session.ts'
import type {Work} from '../work/work.ts'

/** What tells which work a hand-back belongs to. */
export interface Origin extends Pick<Bitext, 'document' | 'sourceLocale' | 'targetLocale'> {
  /** Ids of its units; ids that no work has may be left out. */
  readonly ids: ReadonlySet<string>
  /** Where it stands in its file. */
  readonly place: Place
  /** Forms of its sources, in case its ids say nothing. */
  readonly sources?: () => ReadonlySet<string>
}

/**
 * The work to which a hand-back belongs: by its name and languages; else by its units; else by the name of the file
 * that a tool made it from; else by its texts. If only some documents are worked on, only by its name.
 */
export function findWork({works, passedOver}: Session, origin: Origin): Work | undefined {
  const named = works.filter(
    ({direction: {document, before}}) => document === origin.document || before?.document === origin.document
  )
  const only = named.find(({direction}) => sameLanguages(direction, origin))
  if (only) return only
  // Of documents that were not asked for, only the names are known.
  if (passedOver.size > 0) return undefined
  const byId = mostShared(named.length > 0 ? named : works, origin, ({bitext}) =>
    countOf(bitext.units, ({id}) => origin.ids.has(id))
  )
  if (byId || named[0] || !isOfTool(origin.document)) return byId ?? named[0]
  const alike = works.filter(({direction}) => sameLanguages(direction, origin))
  const [made, ...others] = alike.filter(({direction}) => isMadeFrom(origin.document, direction.document))
  if (made && others.length === 0) return made
  const sources = origin.sources?.() ?? new Set()
  return mostShared(alike, origin, ({bitext}) =>
    countOf(bitext.units, ({pairs}) => pairs.some(({source}) => sources.has(normalize(source))))
  )
}

/** The work that shares most with a hand-back, at least something; of equals the one with its languages. */
function mostShared(
  works: ReadonlyArray<Work>,
  origin: Origin,
  count: (work: Work) => number
): Work | undefined {
  let best: {readonly work: Work; readonly shared: number} | undefined
  for (const work of works) {
    const shared = count(work)
    const rank = shared + (sameLanguages(work.direction, origin) ? 0.5 : 0)
    if (shared > 0 && rank > (best?.shared ?? 0)) best = {work, shared: rank}
  }
  return best?.work
}

function countOf<Thing>(things: ReadonlyArray<Thing>, test: (thing: Thing) => boolean): number {
  return things.reduce((count, thing) => count + (test(thing) ? 1 : 0), 0)
}

/** Whether a name is empty, or the path of a file on a translator's machine. */
function isOfTool(name: string): boolean {
  return name === '' || /[\\]|^\/|\.[a-z-]*xli?ff?$/i.test(name)
}

/**
 * Whether a path, of any system, is that of our hand-off of a document: `C:\\Jobs\\river.xlf` of `releases/river.md`.
 */
function isMadeFrom(path: string, document: string): boolean {
  const [name = ''] = /[^\\/]*$/.exec(path) ?? []
  const bare = name.toLowerCase().replace(/(?:\.[a-z-]*xli?ff?|\.mxliff)+$/, '')
  const [own = ''] = /[^/]*$/.exec(document.toLowerCase()) ?? []
  return name !== '' && (bare === own || bare === own.replace(/\.[^.]*$/, ''))
}

/** What is wrong with the origin of a hand-back; undefined if nothing is. */
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

/** Both languages as they are written, but for capitals and underscores. */
function tagsOf({sourceLocale, targetLocale}: Languages): string {
  return `${sourceLocale} ${targetLocale}`.toLowerCase().replaceAll('_', '-')
}

type Languages = {readonly sourceLocale: string; readonly targetLocale: string}

/** Whether primary languages agree, where they are given: clients write `fr`, `fr-FR`, `fr_FR`, `FR` or nothing. */
function sameLanguages(a: Languages, b: Languages): boolean {
  const same = (x: string, y: string): boolean => x === '' || y === '' || primary(x) === primary(y)
  return same(a.sourceLocale, b.sourceLocale) && same(a.targetLocale, b.targetLocale)
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? ''
}

/** Whether a hand-back names units by their keys, as tools do that exchange flat catalogs. */
export function isFlat({direction, bitext}: Work, {ids}: Pick<Origin, 'ids'>): boolean {
  return (
    formatNamed(direction.format).flat !== undefined &&
    !bitext.units.some(({id}) => ids.has(id)) &&
    bitext.units.some(({key}) => key !== undefined && ids.has(key))
  )
}

/** Note in a work what became of it when a hand-back was taken. */
export function noteTaken({workspace, counts, touched}: Session, work: Work, taken: Taken): void {
  work.bitext = taken.bitext
  const refused = taken.diagnostics.filter(({level}) => level === 'error').length
  touched.set(work, (touched.get(work) ?? 0) + refused)
  counts.imported += taken.imported
  counts.reviewed += taken.reviewed
  counts.comments += taken.comments
  workspace.report(...taken.diagnostics)
}
