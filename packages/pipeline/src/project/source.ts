import {setImmediate} from 'node:timers/promises'
import {
  type Block,
  type Content,
  type Cut,
  cut,
  type Diagnostic,
  type Document,
  identify,
  type Pair,
  textOf,
  type Unit,
  type SplitTarget
} from '@passerelle/model'
import {boundariesOf} from '@passerelle/segmentation'
import type {Config} from '../config/config.ts'
import type {DocumentFormat, Merged} from '../formats/format.ts'
import {formatNamed} from '../formats/formats.ts'
import type {Direction} from './direction.ts'
import type {Project} from './project.ts'

/** A block of a source document, cut into segments, and its unit, not translated yet. */
export interface SourceBlock {
  /** Index of the block in `document.blocks`. */
  readonly index: number
  readonly block: Block
  readonly cut: Cut
  readonly unit: Unit
}

/** A source document ready to be translated: extracted and cut into segments. */
export interface Source {
  readonly document: Document
  readonly blocks: ReadonlyArray<SourceBlock>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** The parts of a project that decide where sentences end. */
type Cutting = Pick<Project, 'config' | 'rules'>

type Way = Pick<Direction, 'format' | 'sourceLocale' | 'targetLocale'> &
  Partial<Pick<Direction, 'targetPath'>>

/**
 * Extract a document in its format: a source; or a page built from one, which has the plural forms of its own language.
 */
export function extractDocument(
  text: string,
  path: string,
  way: Way,
  config: Config
): ReturnType<DocumentFormat['extract']> {
  return formatNamed(way.format).extract(text, path, way, config)
}

/** Put targets, one for each block or undefined, into a document of any format. */
export function mergeDocument(
  document: Document,
  targets: ReadonlyArray<Content | undefined>,
  way: Way,
  config: Config
): Merged {
  return formatNamed(way.format).merge(document, targets, way, config)
}

/** Find what is wrong with a localized file of any format beside its source, just by looking at the two. */
export function comparePages(
  source: string,
  page: string,
  path: string,
  way: Way,
  config: Config
): ReadonlyArray<Diagnostic> {
  return formatNamed(way.format).compare?.(source, page, path, way, config) ?? []
}

/** A text of more characters takes much memory to parse. */
const LARGE = 1_000_000

/** Extract a source document and cut its blocks into segments. */
export async function readSource(text: string, path: string, way: Way, project: Cutting): Promise<Source> {
  const {document, diagnostics: found} = extractDocument(text, path, way, project.config)
  // Memory for parsing a large text is freed when the event loop turns.
  if (text.length > LARGE) await setImmediate()
  const diagnostics = [...found]
  const ids = identify(document.blocks)
  const blocks = document.blocks.map((block, index): SourceBlock => {
    const pieces = cutBlock(block.content, way.format, way.sourceLocale, project, (slow) =>
      diagnostics.push(slow)
    )
    return {index, block, cut: pieces, unit: unitOf(block, ids[index]!, pieces)}
  })
  return {document, blocks: blocks.filter(({unit}) => unit.pairs.length > 0), diagnostics}
}

/**
 * Cut a block into sentences; if its format has none, it is one segment.
 *
 * @param report
 *   Called if a project's own rules took too long.
 */
export function cutBlock(
  content: Content,
  format: Direction['format'],
  locale: string,
  {config, rules}: Cutting,
  report: (diagnostic: Diagnostic) => void = () => {}
): Cut {
  return cut(content, boundariesIn(content, format, locale, {config, rules}, report))
}

/** Offsets where sentences of a block end; see {@link cutBlock}. */
export function boundariesIn(
  content: Content,
  format: Direction['format'],
  locale: string,
  {config, rules}: Cutting,
  report: (diagnostic: Diagnostic) => void = () => {}
): ReadonlyArray<number> {
  if (!formatNamed(format).hasSentences) return []
  const own = rules.byLocale.get(locale)
  return boundariesOf(content, locale, {hardBreaks: config.hardBreaks, report, ...(own && {rules: own})})
}

/** Cuts translations of a document into sentences, by the rules of their own language. */
export function splitterOf({format, targetLocale}: Direction, project: Cutting): SplitTarget {
  return (target) => cutBlock(target, format, targetLocale, project).segments
}

/** One list for all segments without candidates, for there are very many. */
const noCandidates: Pair['candidates'] = []

function unitOf(block: Block, id: string, {segments, gaps}: Cut): Unit {
  const pairs = segments.map((source, index): Pair => ({
    id: `s${index + 1}`,
    source,
    state: 'initial',
    candidates: noCandidates,
    gap: index + 1 < segments.length ? textOf(gaps[index + 1]!) : ''
  }))
  const {kind, container, key, trail, note, maxLength} = block
  return {
    id,
    kind,
    trail,
    pairs,
    ...(container && {container}),
    ...(key !== undefined && {key}),
    ...(note !== undefined && {note}),
    ...(maxLength !== undefined && {maxLength})
  }
}
