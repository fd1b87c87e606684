import {codesFit} from '@passerelle/check'
import {
  type Block,
  codesOf,
  type Content,
  type Diagnostic,
  type Document,
  type InlineCode,
  orderOf,
  sameContent,
  signature,
  type Unit
} from '@passerelle/model'
import {shown} from './build.ts'
import type {Config} from './config.ts'
import type {Taken} from './handback.ts'
import type {Project} from './project.ts'
import {cutBlock, extractDocument, type SourceBlock} from './source.ts'
import type {Work} from './work.ts'

/**
 * Take what a localized document says into its record: the way back for edits made by hand.
 *
 * A release must have the blocks of its source, in number and kind; values of a catalog are found by their keys. A
 * block is cut into sentences by the rules of its own language; it is taken where they are as many as those of the
 * source.
 *
 * @param text
 *   The localized document.
 * @param path
 *   Its file, for diagnostics.
 */
export function takeDocument(
  work: Work,
  text: string,
  path: string,
  project: Project
): Omit<Taken, 'comments' | 'reviewed'> {
  const {direction, source} = work
  const {document, diagnostics: found} = extractDocument(text, path, direction, project.config)
  const blockOf = counterparts(document, source.document)
  if (!blockOf) {
    const args = {found: document.blocks.length, expected: source.document.blocks.length}
    return {
      bitext: work.bitext,
      imported: 0,
      diagnostics: [...found, {id: 'edit-other-structure', level: 'error', path, args}]
    }
  }

  const byId = new Map(source.blocks.map((block) => [block.unit.id, block]))
  const diagnostics: Diagnostic[] = [...found]
  // In a document that was built, what reads as its source stands for a translation that is missing.
  const isBuilt = work.bitext.skeleton !== undefined
  const namesakes = !isBuilt && isMostlyTranslated(document, source.document)
  let imported = 0
  const units = work.bitext.units.map((unit) => {
    const block = byId.get(unit.id)!
    const written = blockOf(block)
    if (!written) return unit
    const {content, place} = written
    const targets = targetsOf(content, unit, block, work, project)
    if (typeof targets === 'string') {
      diagnostics.push({
        id: targets,
        level: 'warning',
        path,
        line: place.line,
        column: place.column,
        unit: unit.id,
        args: {}
      })
      return unit
    }
    const {taken, count} = put(unit, targets, namesakes, project.config)
    imported += count
    return taken
  })
  return {bitext: {...work.bitext, units}, imported, diagnostics}
}

/** A target for each segment of a unit, or the id of the reason why there is none. */
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

/** Give the codes of a written text the ids of its source's: what is printed alike first, then kinds in order. */
function matchCodes(target: Content, source: Content): Content {
  const unused = codesOf(source).filter(({type}) => type !== 'close')
  const ids = new Map<string, InlineCode>()
  const heads = codesOf(target).filter(({type}) => type !== 'close')
  for (const same of [(a: InlineCode, b: InlineCode) => a.raw === b.raw, () => true]) {
    for (const code of heads) {
      if (ids.has(code.id)) continue
      const at = unused.findIndex(
        (other) => other.type === code.type && other.kind === code.kind && same(code, other)
      )
      if (at >= 0) ids.set(code.id, unused.splice(at, 1)[0]!)
    }
  }
  return target.map((part) =>
    typeof part === 'string' ? part : {...part, id: ids.get(part.id)?.id ?? `x${part.id}`}
  )
}

function put(
  unit: Unit,
  targets: ReadonlyArray<Content>,
  namesakes: boolean,
  config: Config
): {taken: Unit; count: number} {
  let count = 0
  const pairs = unit.pairs.map((pair, index) => {
    const target = targets[index]!
    const before = pair.target
    const printed = shown(pair, config)
    if (printed && sameContent(printed, target)) return pair
    if (!before && !namesakes && sameContent(pair.source, target)) return pair
    count++
    const candidates = before
      ? [{kind: 'superseded', source: pair.source, target: before} as const, ...pair.candidates]
      : pair.candidates
    const {subState: _, ...rest} = pair
    return {...rest, target, state: 'translated' as const, candidates}
  })
  return {taken: {...unit, pairs}, count}
}

/**
 * Whether what reads the same in both languages is to count as translated, such as a name: so in a document of which
 * most is translated. In one that is not, it is only the source that shows where a translation is missing.
 */
function isMostlyTranslated(document: Document, source: Document): boolean {
  const sources = new Set(source.blocks.map(({content}) => signature(content)))
  const same = document.blocks.filter(({content}) => sources.has(signature(content)))
  return same.length * 4 < document.blocks.length
}

/** How to find the block that answers to one of the source; undefined where the two documents have other blocks. */
function counterparts(
  document: Document,
  source: Document
): ((block: SourceBlock) => Block | undefined) | undefined {
  if (document.format === 'i18next') {
    const byKey = new Map(document.blocks.map((block) => [block.key, block]))
    return ({block}) => byKey.get(block.key)
  }
  const isSame = (block: Block, index: number): boolean => block.kind === source.blocks[index]!.kind
  return document.blocks.length === source.blocks.length && document.blocks.every(isSame)
    ? ({index}) => document.blocks[index]
    : undefined
}
