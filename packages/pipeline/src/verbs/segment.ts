import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import {explain, toSrx} from '@passerelle/segmentation'
import {decode} from '../files/decode.ts'
import {UsageError} from '../report/errors.ts'
import {formatOf} from '../formats/formats.ts'
import type {Project} from '../project/project.ts'
import {extractDocument} from '../project/source.ts'

/** A place in a block where a sentence ends, or where a rule kept it from ending. */
export interface SegmentBreak {
  /** In `SegmentedBlock.text`, 0-based, in UTF-16 code units: where the next sentence begins. */
  readonly offset: number
  readonly breaks: boolean
  /** Group of the rule that decided; undefined if Unicode's own algorithm did. */
  readonly group?: string
  /** The rule's two expressions, before and after the break. */
  readonly before?: string
  readonly after?: string
  /** Line of the rule in its file, 1-based. */
  readonly line?: number
}

export interface SegmentedBlock {
  /** Place of the block in its file, 1-based. */
  readonly line: number
  readonly column: number
  /** Text of the block, with U+FFFC for each part that is not cut. */
  readonly text: string
  readonly breaks: ReadonlyArray<SegmentBreak>
}

/** Where the sentences of a file end, and why. */
export interface Segmentation {
  readonly version: 1
  readonly path: string
  readonly locale: string
  /** File of the rules; undefined for our own rules. */
  readonly rules?: string
  readonly blocks: ReadonlyArray<SegmentedBlock>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Find where the sentences of a file end, and which rule decided each: in blocks of Markdown, values of catalogs, lines
 * of other texts.
 *
 * @param file
 *   Relative to the project.
 * @throws {UsageError}
 *   `file-not-found`.
 */
export async function segmentFile(project: Project, file: string, locale: string): Promise<Segmentation> {
  const bytes = await readFile(resolve(project.root, file)).catch(() => {
    throw new UsageError('file-not-found', {path: file})
  })
  const text = decode(bytes, file)
  const own = project.rules.byLocale.get(locale)
  const base = {version: 1, path: file, locale, ...(own && {rules: own.path})} as const
  if (typeof text === 'object') return {...base, blocks: [], diagnostics: [text]}
  const {blocks, diagnostics} = blocksOf(project, text, file, locale)
  return {
    ...base,
    diagnostics: [...project.rules.diagnostics, ...diagnostics],
    blocks: blocks.map(({content, line, column}) => {
      const {text: prose, breaks} = explain(content, locale, own)
      return {
        line,
        column,
        text: prose,
        breaks: breaks.map(({offset, breaks: ends, rule}) => ({offset, breaks: ends, ...rule}))
      }
    })
  }
}

/** The project's segmentation rules for a locale, else our own, as SRX 2.0 for translators' tools. */
export function segmentationRules(project: Project, locale?: string): string {
  return toSrx(locale === undefined ? undefined : project.rules.byLocale.get(locale))
}

type Prose = {readonly content: Parameters<typeof explain>[0]; readonly line: number; readonly column: number}

function blocksOf(
  {config}: Project,
  text: string,
  path: string,
  locale: string
): {blocks: Prose[]; diagnostics: ReadonlyArray<Diagnostic>} {
  const format = formatOf(path)
  if (!format) {
    const lines = text.split(/\r\n|\n|\r/).map((content, index) => ({content, line: index + 1, column: 1}))
    return {blocks: lines.filter(({content}) => content.trim() !== ''), diagnostics: []}
  }
  const way = {format, sourceLocale: locale, targetLocale: locale}
  const {document, diagnostics} = extractDocument(text, path, way, config)
  const blocks = document.blocks.map(({content, place}) => ({
    content,
    line: place.line,
    column: place.column
  }))
  return {blocks, diagnostics}
}
