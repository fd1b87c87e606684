import {checkUnit} from '@passerelle/check'
import {type Diagnostic, freshnessOf, sameContent} from '@passerelle/model'
import {build} from '../work/build.ts'
import type {Config} from '../config/config.ts'
import {takeEdits} from '../edits/take.ts'
import {extractDocument} from '../project/source.ts'
import type {Session} from '../work/session.ts'
import type {Work} from '../work/work.ts'
import {UNREADABLE} from '../files/workspace-state.ts'
import {judgePage} from './page.ts'
import {placesFor} from '../work/sentence-places.ts'

/** All that is wrong with one document in one language: its translations, and its page. */
export async function judgeWork({workspace, project}: Session, work: Work): Promise<Diagnostic[]> {
  const {config} = project
  const {direction, bitext} = work
  const {sourcePath, targetPath, sourceLocale, targetLocale} = direction
  const built = build(work, config)
  const {text: next, diagnostics: quarantined} = built
  const isKept = config.pages === 'kept'
  const existing = isKept ? await workspace.readText(targetPath) : next
  const read = (): ReturnType<typeof extractDocument> | undefined =>
    typeof existing === 'string' ? extractDocument(existing, targetPath, direction, config) : undefined
  // A page that is as it was built says what its source says; it is read only to find the place of a finding.
  const isAsBuilt = existing === next
  const page = isAsBuilt ? undefined : read()
  // A page that cannot be read is reported; there is nothing more to say about it.
  const isBroken = existing === UNREADABLE || page?.diagnostics.some(({level}) => level === 'error')
  const document = isBroken ? undefined : page?.document

  const judged = isBroken
    ? {diagnostics: [], takes: []}
    : judgePage(work, {existing, next: built, ...(document && {document})}, project)
  // What people changed in the page is judged as a translation, because readers see it.
  const shown = {...work, bitext: takeEdits(bitext, judged.takes)}
  const context = {
    path: sourcePath,
    placeOf: placesFor(
      shown,
      {path: targetPath, document: () => (isAsBuilt ? read()?.document : document)},
      config
    ),
    sourceLocale,
    targetLocale,
    options: config.checks
  }
  const found = graver(
    shown,
    shown.bitext.units.flatMap((unit) => checkUnit(unit, context)),
    config
  )
  const unsaid = quarantined.filter(
    (diagnostic) => !found.some(({unit, level}) => unit === diagnostic.unit && level === 'error')
  )
  const ofPage = [...(page?.diagnostics ?? []), ...judged.diagnostics]
  return [...found, ...unsaid, ...ofPage.map((one) => ({...one, locale: targetLocale}))]
}

/** If so many sentences equal their sources and none is translated, the page is in the wrong language. */
const FULL = 3

/**
 * In a document with nothing but copies of its source, each copied sentence is an error, unless the project set a
 * level.
 */
function graver(
  {bitext}: Work,
  found: ReadonlyArray<Diagnostic>,
  {checks}: Config
): ReadonlyArray<Diagnostic> {
  const {sourceLocale, targetLocale, units} = bitext
  const copies = found.filter(({id}) => id === 'target-is-source').length
  const isOneLanguage = primary(sourceLocale) === primary(targetLocale)
  if (copies < FULL || isOneLanguage || checks['target-is-source'] !== undefined) return found
  const isAll = units.every(({pairs}) =>
    pairs.every(({source, target}) => !target || sameContent(source, target))
  )
  return isAll ? found.map((one) => (one.id === 'target-is-source' ? {...one, level: 'error'} : one)) : found
}

function primary(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? ''
}

/** Whether enough of a document is translated, so that the rest is no error. */
export function isCovered({bitext}: Work, minimum: number): boolean {
  const pairs = bitext.units.flatMap((unit) => unit.pairs)
  const valid = pairs.filter((pair) => freshnessOf(pair) === 'valid').length
  return minimum < 100 && valid * 100 >= minimum * pairs.length
}
