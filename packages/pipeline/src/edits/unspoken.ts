import {codesOf, type Content, join, orderOf, signature} from '@passerelle/model'
import type {Project} from '../project/project.ts'
import {extractDocument, mergeDocument} from '../project/source.ts'
import type {Work} from '../work/work.ts'
import type {Alignment} from '../page/align.ts'
import type {Edit, OtherChange} from './changes.ts'
import {type Found, rawOf} from '../page/found.ts'
import {type Page, type PageBlock, sameWords} from '../page/page.ts'

interface Changes {
  readonly alignment: Alignment
  readonly changed: ReadonlySet<number>
  readonly edits: ReadonlyArray<Edit>
  readonly others: ReadonlyArray<OtherChange>
}

/**
 * Find blocks with a change in something other than their sentences, such as an address.
 *
 * What people typed is put into the source and printed. If the file has another text there, something else was changed
 * as well.
 *
 * @returns
 *   Each such block with how it would be printed.
 */
export function unspoken(
  work: Work,
  page: Page,
  found: Found,
  {alignment, changed, edits, others}: Changes,
  project: Project
): {readonly block: number; readonly expected: string}[] {
  const reported = new Set(others.map(({block}) => block))
  const {source, direction} = work
  const indexes = new Map(source.blocks.map(({unit}, index) => [unit.id, index]))
  const open = [...changed].filter((block) => !reported.has(block) && indexes.has(page.blocks[block]!.unit))
  if (open.length === 0) return []
  const targets: (Content | undefined)[] = source.document.blocks.map(() => undefined)
  // All blocks, because one may hold another, such as the alternative text of its picture.
  for (const [block, printed] of page.blocks.entries()) {
    const index = indexes.get(printed.unit)
    const own = edits.filter((edit) => edit.block === block)
    const target = index === undefined ? undefined : echoOf(work, printed, own, index)
    if (target) targets[source.blocks[index!]!.index] = target
  }
  const {text, quarantined} = mergeDocument(source.document, targets, direction, project.config)
  const {document} = extractDocument(text, direction.targetPath, direction, project.config)
  return open.flatMap((block) => {
    const {index} = source.blocks[indexes.get(page.blocks[block]!.unit)!]!
    const written = found.blocks[alignment.at[block]!]!
    const echo = document.blocks[index]!
    const isSaid = targets[index]
      ? !quarantined.has(index) && exact(echo.content) === exact(written.content)
      : hasCodesOf(written.content, source.document.blocks[index]!.content)
    return isSaid ? [] : [{block, expected: rawOf(document, echo)}]
  })
}

/** The content of a block with what people typed; undefined if its source has changed since, or is unknown. */
function echoOf(
  {source, bitext}: Work,
  {segments}: PageBlock,
  edits: ReadonlyArray<Edit>,
  index: number
): Content | undefined {
  const unit = bitext.units[index]!
  const texts: Content[] = []
  for (const pair of unit.pairs) {
    const printed = segments.find((segment) => segment.pair === pair.id)
    const edit = edits.find((one) => one.pair === pair.id)
    const text = edit?.target ?? printed?.shown
    if (!printed || !text || typeof text === 'string') return undefined
    // If the page is of today's source, a translation of an earlier source was printed with today's codes.
    if (!edit && !sameWords(printed.source, pair.source) && codesOf(text).length > 0) return undefined
    texts.push(text)
  }
  if (segments.length !== unit.pairs.length) return undefined
  return join(source.blocks[index]!.cut, texts, orderOf(unit.pairs))
}

/** A content as a text that shows how its codes are printed. */
function exact(content: Content): string {
  return [signature(content), ...codesOf(content).map(({raw}) => raw)].join('\u0000')
}

/** Whether each code of a content is printed like some code of its source. */
function hasCodesOf(content: Content, source: Content): boolean {
  const known = new Set(codesOf(source).map(({raw}) => raw))
  return codesOf(content).every(({raw}) => known.has(raw))
}
