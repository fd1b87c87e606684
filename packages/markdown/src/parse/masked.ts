import type {Nodes} from 'mdast'
import {findMath} from '../sites/math.ts'
import type {Settings} from '../sites/options.ts'
import {parse} from './parse.ts'
import type {Range} from '../text/source.ts'
import {findTags} from '../sites/tags.ts'
import {findTargets} from '../sites/template-targets.ts'
import {type Tree, rangeOf, withEach} from './tree.ts'

/**
 * Parse a text with stretches that sites read and CommonMark does not: links to template syntax, tags of templates,
 * formulas. In their place the parser is shown a destination or a code span of the same length.
 *
 * If the parser does not take one of them for that, it stands in code, in HTML, or in a text that only looks like a
 * link. Then the text is parsed again with the author's own characters there.
 *
 * @param written
 *   The text from which the source was made, equal to it where the source is not blank. Nodes keep slices of it in
 *   memory, not of the source.
 */
export function parseMasked(source: string, settings: Settings, written: string): Tree {
  let masks = findMasks(source, settings)
  for (;;) {
    const {tree, wrong} = attempt(source, masks, settings, written)
    if (tree) return tree
    masks = masks.filter((mask) => !wrong.has(mask))
  }
}

/** A function by itself, so that the tree of one attempt is freed before the next. */
function attempt(
  source: string,
  masks: ReadonlyArray<Mask>,
  settings: Settings,
  written: string
): {readonly tree?: Tree; readonly wrong: ReadonlySet<Mask>} {
  const tree = parse(cover(source, masks), settings)
  if (masks.length === 0) return {tree, wrong: new Set()}
  const wrong = new Set(masks)
  for (const block of tree.children) unmask(block, written, masks, (mask) => wrong.delete(mask))
  if (wrong.size === 0) return {wrong, tree: withEach(tree, (block) => unmask(block, written, masks))}
  tree.release?.()
  return {wrong}
}

interface Mask extends Range {
  readonly type: 'target' | 'math' | 'tag'
}

function findMasks(source: string, {dialect, extensions}: Settings): Mask[] {
  const isTemplate = dialect === 'markdown' && extensions.has('templates')
  const targets = isTemplate ? findTargets(source) : []
  const tags = isTemplate ? findTags(source) : []
  const formulas = extensions.has('math') ? findMath(source) : []
  const masks = [
    ...targets.map((range): Mask => ({...range, type: 'target'})),
    ...tags.map((range): Mask => ({...range, type: 'tag'})),
    ...formulas.map((range): Mask => ({...range, type: 'math'}))
  ]
  if (masks.length < 2) return masks
  masks.sort((a, b) => a.start - b.start)
  let end = 0
  return masks.filter((mask) => {
    if (mask.start < end) return false
    end = mask.end
    return true
  })
}

function cover(source: string, masks: ReadonlyArray<Mask>): string {
  let text = ''
  let from = 0
  for (const mask of masks) {
    text += source.slice(from, mask.start) + inPlaceOf(source.slice(mask.start, mask.end), mask.type)
    from = mask.end
  }
  return masks.length === 0 ? source : text + source.slice(from)
}

function inPlaceOf(text: string, type: Mask['type']): string {
  if (type === 'target') return 'x'.repeat(text.length)
  // Line endings and container prefixes stay.
  const inner = text.replace(
    /((?:\r\n|\n|\r)[ \t>]*)|[^\r\n]/g,
    (all, lineStart?: string) => lineStart ?? 'x'.repeat(all.length)
  )
  const size = text.startsWith('$$') ? 2 : 1
  return '`'.repeat(size) + inner.slice(size, -size) + '`'.repeat(size)
}

/**
 * Give nodes back what was masked in them. Blocks of code and HTML are read from the source, so masks in them do no
 * harm.
 *
 * @param found
 *   Called for each mask that did no harm.
 */
function unmask(
  block: Nodes,
  written: string,
  masks: ReadonlyArray<Mask>,
  found?: (mask: Mask) => void
): void {
  const waiting: Nodes[] = [block]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...node.children)
    const {start, end} = rangeOf(node)
    if (node.type === 'code') {
      for (const mask of masksIn(masks, {start, end})) found?.(mask)
    } else if (node.type === 'html' && node.value.length === end - start) {
      const own = masksIn(masks, {start, end})
      if (own.length > 0) node.value = written.slice(start, end)
      for (const mask of own) found?.(mask)
    } else if (node.type === 'inlineCode') {
      const own = masks[firstFrom(masks, start)]
      if (own?.start !== start || own.end !== end) continue
      node.value = written.slice(start, end)
      found?.(own)
    } else if ('url' in node && node.url.endsWith('x')) {
      const own = targetOf(node, masks)
      if (!own) continue
      node.url = written.slice(own.start, own.end)
      found?.(own)
    }
  }
}

function targetOf(node: Extract<Nodes, {url: string}>, masks: ReadonlyArray<Mask>): Mask | undefined {
  const {start, end} = rangeOf(node)
  const from = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start
  const mask = masks[firstFrom(masks, from + 1)]
  const isOwn = mask?.type === 'target' && mask.end <= end && node.url === 'x'.repeat(mask.end - mask.start)
  return isOwn ? mask : undefined
}

function masksIn(masks: ReadonlyArray<Mask>, {start, end}: Range): Mask[] {
  const found: Mask[] = []
  for (let at = firstFrom(masks, start); (masks[at]?.end ?? Infinity) <= end; at++) found.push(masks[at]!)
  return found
}

/** Index of the first mask that begins at an offset or after it. */
function firstFrom(masks: ReadonlyArray<Mask>, offset: number): number {
  let low = 0
  let high = masks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (masks[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
