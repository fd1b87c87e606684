import type {Nodes, Root} from 'mdast'
import {rangeOf} from './context.ts'
import {findMath} from './math.ts'
import type {Settings} from './options.ts'
import {parse} from './parse.ts'
import type {Range} from './source.ts'
import {findTargets} from './template-targets.ts'

/**
 * Parse a text in which some stretches mean to a site what they do not mean to CommonMark: links that lead by template
 * syntax, and formulas. The parser is shown a destination, or a code span, of the same length in their place.
 *
 * One that the parser does not take for that stands in code, in HTML, or in a text that only looks like a link: the text
 * is parsed again with what its author wrote there.
 *
 * @param but
 *   Offsets of stretches that are not to be masked.
 */
export function parseMasked(source: string, settings: Settings, but: ReadonlySet<number> = new Set()): Root {
  const masks = findMasks(source, settings).filter(({start}) => !but.has(start))
  const root = parse(cover(source, masks), settings)
  if (masks.length === 0) return root
  const wrong = unmask(root, source, masks)
  return wrong.length === 0 ? root : parseMasked(source, settings, new Set([...but, ...wrong]))
}

interface Mask extends Range {
  readonly type: 'target' | 'math'
}

function findMasks(source: string, {dialect}: Settings): Mask[] {
  const targets = dialect === 'markdown' ? findTargets(source) : []
  const masks = [
    ...targets.map((range): Mask => ({...range, type: 'target'})),
    ...findMath(source).map((range): Mask => ({...range, type: 'math'}))
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
  return text + source.slice(from)
}

function inPlaceOf(text: string, type: Mask['type']): string {
  if (type === 'target') return 'x'.repeat(text.length)
  // Line endings and what containers begin their lines with stay.
  const inner = text.replace(
    /((?:\r\n|\n|\r)[ \t>]*)|[^\r\n]/g,
    (all, lineStart?: string) => lineStart ?? 'x'.repeat(all.length)
  )
  const size = text.startsWith('$$') ? 2 : 1
  return '`'.repeat(size) + inner.slice(size, -size) + '`'.repeat(size)
}

/** Give nodes what was masked in them; the offsets of masks that no node has. */
function unmask(root: Root, source: string, masks: ReadonlyArray<Mask>): number[] {
  const left = new Map(masks.map((mask) => [mask.start, mask]))
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...node.children)
    if (node.type === 'inlineCode') {
      const {start, end} = rangeOf(node)
      if (left.get(start)?.end !== end) continue
      node.value = source.slice(start, end)
      left.delete(start)
    } else if ('url' in node && node.url.endsWith('x')) {
      const own = targetOf(node, masks)
      if (!own) continue
      node.url = source.slice(own.start, own.end)
      left.delete(own.start)
    }
  }
  return [...left.keys()]
}

function targetOf(node: Extract<Nodes, {url: string}>, masks: ReadonlyArray<Mask>): Mask | undefined {
  const {start, end} = rangeOf(node)
  const from = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start
  return masks.find(
    (mask) =>
      mask.type === 'target' &&
      mask.start > from &&
      mask.end <= end &&
      node.url === 'x'.repeat(mask.end - mask.start)
  )
}
