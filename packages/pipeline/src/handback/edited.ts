import {codesFit} from '@passerelle/check'
import {
  type Content,
  type Diagnostic,
  type Document,
  orderOf,
  sameContent,
  signature,
  type Unit,
  withoutDoubts
} from '@passerelle/model'
import type {Taken} from './handback.ts'
import type {Edit} from '../edits/changes.ts'
import {comparePage} from '../edits/compare.ts'
import {NEVER_TAKEN} from '../edits/doubts.ts'
import {matchCodes} from '../edits/match-codes.ts'
import {counterpartsIn} from '../page/counterparts.ts'
import {differenceOfTexts} from '../page/difference.ts'
import {readPage} from '../page/found.ts'
import {keptPage} from '../edits/reconcile.ts'
import {takeEdits} from '../edits/take.ts'
import {leftDiagnostics, takenDiagnostics} from '../edits/edit-diagnostics.ts'
import {buildNext, notePage} from '../edits/write.ts'
import type {Project} from '../project/project.ts'
import {cutBlock, extractDocument, type SourceBlock} from '../project/source.ts'
import type {Work} from '../work/work.ts'

/**
 * Take what people changed in a localized document into its record.
 *
 * It is known what was built in each place, so only differences are taken. A document that is older than the first
 * build must have as many blocks as its source, of the same kinds; values of a catalog are found by their keys. A block
 * is cut into sentences by the rules of its own language, and is taken if it has as many as its source.
 *
 * @param text
 *   The localized document.
 * @param path
 *   Its file, for diagnostics: the document itself, or a copy of it.
 */
export function takeDocument(
  work: Work,
  text: string,
  path: string,
  project: Project
): Pick<Taken, 'imported' | 'diagnostics'> {
  const page = work.page()
  if (!page) return takeWhole(work, text, path, project)
  const {diagnostics} = extractDocument(text, path, work.direction, project.config)
  const found = readPage(text, work.direction, project)
  if (!found) return {imported: 0, diagnostics}
  const isItself = path === work.direction.targetPath
  const next = buildNext(work, project)
  const comparison = comparePage(work, page, found, next.found, project)
  const takes = comparison.edits.filter(
    (edit) => !NEVER_TAKEN.has(edit.doubt) && (isItself || !wasShown(edit, work))
  )
  const left = comparison.edits.filter(({doubt}) => NEVER_TAKEN.has(doubt))
  work.bitext = takeEdits(work.bitext, takes)
  if (isItself) notePage(work, keptPage(page, comparison, takes, next.page), project.config)
  const untaken = leftDiagnostics({others: comparison.others, edits: left}, path)
  return {
    imported: takes.length,
    diagnostics: [
      ...diagnostics,
      ...takenDiagnostics(takes, path).filter(({id}) => id !== 'edit-taken'),
      ...untaken.map((one): Diagnostic => ({...one, level: 'warning'}))
    ]
  }
}

/** Whether an earlier page showed the text that stands in a copy of it: then nobody typed it there. */
function wasShown({unit, pair, target}: Edit, {bitext}: Work): boolean {
  const {candidates = [], source} =
    bitext.units.find(({id}) => id === unit)?.pairs.find(({id}) => id === pair) ?? {}
  return (
    (source !== undefined && sameContent(source, target)) ||
    candidates.some((candidate) => sameContent(candidate.target, target))
  )
}

/** Take all of a document that is older than its first build. */
function takeWhole(
  work: Work,
  text: string,
  path: string,
  project: Project
): Pick<Taken, 'imported' | 'diagnostics'> {
  const {direction, source} = work
  const {document, diagnostics: found} = extractDocument(text, path, direction, project.config)
  const blockOf = counterpartsIn(document, source.document, direction.format)
  if (!blockOf) {
    const args = {found: document.blocks.length, expected: source.document.blocks.length}
    return {imported: 0, diagnostics: [...found, {id: 'edit-other-structure', level: 'error', path, args}]}
  }

  const byId = new Map(source.blocks.map((block) => [block.unit.id, block]))
  const diagnostics: Diagnostic[] = [...found]
  const namesakes = isMostlyTranslated(document, source.document)
  let imported = 0
  const units = work.bitext.units.map((unit) => {
    const block = byId.get(unit.id)!
    const written = blockOf(block)
    if (!written) return unit
    const {content, place, start, end} = written
    const targets = targetsOf(content, unit, block, work, project)
    if (typeof targets === 'string') {
      const was = source.document.text.slice(block.block.start, block.block.end)
      const args = differenceOfTexts(was, text.slice(start, end))
      const {line, column} = place
      diagnostics.push({id: targets, level: 'warning', path, line, column, unit: unit.id, args})
      return unit
    }
    const {taken, count} = put(unit, targets, {namesakes})
    imported += count
    return taken
  })
  work.bitext = {...work.bitext, units}
  // From now on it counts as a page that was built, and then edited.
  if (path === direction.targetPath) notePage(work, buildNext(work, project).page, project.config)
  return {imported, diagnostics}
}

/** A target for each segment of a unit, or the id of the reason why there are none. */
function targetsOf(
  content: Content,
  unit: Unit,
  {block}: SourceBlock,
  {direction}: Work,
  project: Project
): Content[] | 'edit-other-sentences' | 'edit-other-codes' {
  if (sameContent(content, block.content)) return unit.pairs.map(({source, target}) => target ?? source)
  const {segments} = cutBlock(content, direction.format, direction.targetLocale, project)
  if (segments.length !== unit.pairs.length) return 'edit-other-sentences'
  const isReordered = orderOf(unit.pairs) !== undefined
  const targets = unit.pairs.map(({source, order}, index) =>
    matchCodes(segments[isReordered ? order! - 1 : index]!, source)
  )
  return unit.pairs.some(({source}, index) => codesFit(source, targets[index]!, unit.key).length > 0)
    ? 'edit-other-codes'
    : targets
}

function put(
  unit: Unit,
  targets: ReadonlyArray<Content>,
  {namesakes}: {readonly namesakes: boolean}
): {taken: Unit; count: number} {
  let count = 0
  const pairs = unit.pairs.map((pair, index) => {
    const target = targets[index]!
    const before = pair.target
    if (before && sameContent(before, target)) return pair
    if (!before && !namesakes && sameContent(pair.source, target)) return pair
    count++
    const candidates = before
      ? [{kind: 'superseded', source: pair.source, target: before} as const, ...pair.candidates]
      : pair.candidates
    const {subState: _, ...rest} = withoutDoubts(pair, ['reused'])
    return {...rest, target, state: 'translated' as const, candidates}
  })
  return {taken: {...unit, pairs}, count}
}

/**
 * Whether a text that is the same in both languages, such as a name, counts as translated: if most of the document is
 * translated. Otherwise it only shows where a translation is missing.
 */
function isMostlyTranslated(document: Document, source: Document): boolean {
  const sources = new Set(source.blocks.map(({content}) => signature(content)))
  const same = document.blocks.filter(({content}) => sources.has(signature(content)))
  return same.length * 4 < document.blocks.length
}
