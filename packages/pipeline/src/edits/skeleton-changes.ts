import {formatNamed} from '../formats/formats.ts'
import type {Alignment} from '../page/align.ts'
import {differenceOfTexts} from '../page/difference.ts'
import {type Found, placeOf, rawOf, skeletonOf} from '../page/found.ts'
import type {Page} from '../page/page.ts'
import type {Work} from '../work/work.ts'
import type {OtherChange} from './changes.ts'

/** Report what was changed between blocks, and blocks that were added or removed. */
export function otherInSkeleton(
  {source, direction}: Work,
  page: Page,
  found: Found,
  next: Found,
  {at}: Alignment
): OtherChange[] {
  const id = 'hand-edited-skeleton'
  const used = new Set(at)
  const known = new Set(page.blocks.map(({unit}) => unit))
  const fresh = new Set(
    source.blocks.flatMap(({unit}, index) => (known.has(unit.id) ? [] : [next.fingerprints[index]!]))
  )
  const added = found.blocks.flatMap((block, index): OtherChange[] =>
    used.has(index) || fresh.delete(found.fingerprints[index]!)
      ? []
      : [{id, ...placeOf(block), ...differenceOfTexts('', rawOf(found.document, block))}]
  )
  const today = new Map(source.blocks.map(({unit}, index) => [unit.id, index]))
  const lost = page.blocks.flatMap(({unit}, block): OtherChange[] => {
    const index = today.get(unit)
    if (at[block] !== undefined || index === undefined) return []
    const before = at.slice(0, block).findLast((place) => place !== undefined)
    const place = before === undefined ? {line: 1, column: 1} : placeOf(found.blocks[before]!)
    return [{id, ...place, ...differenceOfTexts(rawOf(next.document, next.blocks[index]!), '')}]
  })
  const others = [...added, ...lost]
  if (others.length > 0 || found.skeleton === page.skeleton) return others
  const [was, is] = [next, found].map(({document, blocks}) => plain(skeletonOf(document, blocks)))
  const {withoutLayout} = formatNamed(direction.format)
  const isLaidOut = withoutLayout !== undefined && withoutLayout(was!) === withoutLayout(is!)
  if (was === is || isLaidOut) return []
  return [{id, ...firstDifference(next, found), ...differenceOfTexts(was!, is!)}]
}

/**
 * A skeleton without the alignment of its tables, without what editors and git change (line ends, byte order mark,
 * blanks at line ends, more than one empty line), and without the marks that stand for blocks.
 */
function plain(skeleton: string): string {
  return skeleton
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => (line.includes('|') ? line.replace(/[ \t]+/g, '').replace(/-+/g, '-') : line.trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .replaceAll('\u0000', '…')
}

/** The first line of a file where its skeleton differs from another. */
function firstDifference(next: Found, found: Found): {line: number; column: number} {
  const [was, is] = [next, found].map(({document, blocks}) => skeletonOf(document, blocks)) as [
    string,
    string
  ]
  let at = 0
  while (at < is.length && was[at] === is[at]) at++
  const ahead = is.slice(0, at)
  const blocks = ahead.split('\u0000').length - 1
  const offset =
    ahead.length - blocks + found.blocks.slice(0, blocks).reduce((sum, {start, end}) => sum + end - start, 0)
  return {line: found.document.text.slice(0, offset).split(/\r\n|\n|\r/).length, column: 1}
}
