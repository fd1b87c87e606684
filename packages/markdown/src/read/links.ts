import {codesOf, isTranslatable, textOf} from '@passerelle/model'
import type {Image, ImageReference, Link, LinkReference, PhrasingContent} from 'mdast'
import {rangeOf} from '../parse/tree.ts'
import type {Range} from '../text/source.ts'
import type {Context} from './context.ts'
import {type Prose, type Reader, addCode, addStandalone, readText} from './prose.ts'
import {type Resource, readResource} from './resource.ts'
import type {Slot} from './slot.ts'

/** Reads the nodes inside a link. */
export type ReadNodes = (nodes: ReadonlyArray<PhrasingContent>, reader: Reader) => void

/** Read a link: a pair around its text, or one code where the text has nothing to translate. */
export function readLink(node: Link | LinkReference, reader: Reader, readNodes: ReadNodes): void {
  const {source, prose, next} = reader
  const range = rangeOf(node)
  if (source[range.start] !== '[') {
    // A tool shows the address.
    addStandalone(reader, 'url', range, {equiv: source.slice(range.start, range.end)})
    return
  }

  const lastEnd = node.children.at(-1)?.position?.end.offset
  const resource = readResource(source, range, lastEnd)
  const inside = resource?.label ?? {start: range.start + 1, end: lastEnd ?? range.end}
  const note = node.type === 'link' ? node.url : labelOf(source, inside, range.end)
  const at = prose.content.length
  const first = next.id
  const id = addCode(reader, 'open', 'link', {start: range.start, end: inside.start}, {note})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  const closing = {id, note, ...ownReference(node, inside, source)}
  addCode(reader, 'close', 'link', {start: inside.end, end: range.end}, closing)
  if (!isTranslatable(textOf(prose.content.slice(at + 1, -1)))) {
    next.id = first
    collapse(reader, at, range, note)
  }
  if (node.type === 'link') addTitle(node.title, resource, reader)
}

/** Make one code of a link, such as `[![](a.png)](/b)`. The link begins at an index of the content. */
function collapse(reader: Reader, at: number, range: Range, note: string): void {
  const {prose} = reader
  const link = prose.content.slice(at)
  ;(prose.collapsed ??= new Map()).set(at, link)
  prose.content.length = at
  prose.ranges.length = at
  const inner = link.slice(1, -1)
  const shown = inner.map((part) => (typeof part === 'string' ? part : (part.equiv ?? ''))).join('')
  const kind = codesOf(inner)[0]?.kind === 'image' ? 'image' : 'url'
  addStandalone(reader, kind, range, {equiv: shown.trim() || note, note})
}

/** Give a shortcut or collapsed reference its own label, so that its text may change. */
function ownReference(node: Link | LinkReference, label: Range, source: string): {raw?: string} {
  if (node.type === 'link' || node.referenceType === 'full') return {}
  return {raw: `][${labelText(source, label)}]`}
}

/** The label by which a reference names its definition: its own, or that of its text. */
function labelOf(source: string, text: Range, end: number): string {
  const own = {start: text.end + 2, end: end - 1}
  return labelText(source, own.end > own.start ? own : text)
}

/** A label on one line: elsewhere a container prefix inside it would be text. */
function labelText(source: string, {start, end}: Range): string {
  return source.slice(start, end).replace(/[ \t]*(?:\r\n|\n|\r)[ \t>]*/g, ' ')
}

/** Read an image: one code, with its alternative text and title as slots of their own. */
export function readImage(node: Image | ImageReference, reader: Reader): void {
  const {source, settings, prose, trail, inCell} = reader
  const range = rangeOf(node)
  const resource = readResource(source, range)
  const equiv = node.alt ?? ''
  addStandalone(reader, 'image', range, node.type === 'image' ? {equiv, note: node.url} : {equiv})
  if (!resource) return
  const {label} = resource
  const {content, ranges} = readText(source, label, equiv, settings) ?? withoutRanges(equiv)
  const reference = node.type === 'imageReference' ? node.referenceType : undefined
  const isOwnLabel = reference !== undefined && reference !== 'full'
  prose.nested.push({
    kind: 'alternative',
    form: 'alternative',
    trail,
    inCell,
    ...(isOwnLabel && {suffix: `][${labelText(source, label)}`}),
    start: label.start,
    end: reference === 'collapsed' ? range.end - 1 : label.end,
    content,
    ranges
  })
  if (node.type === 'image') addTitle(node.title, resource, reader)
}

function withoutRanges(text: string): Pick<Prose, 'content' | 'ranges'> {
  return {content: [text.replace(/\s+/g, ' ')], ranges: [undefined]}
}

function addTitle(value: string | null | undefined, resource: Resource | undefined, reader: Reader): void {
  const slot = resource && titleSlot(value, resource, reader)
  if (slot) reader.prose.nested.push(slot)
}

/** The slot of a title. */
export function titleSlot(
  value: string | null | undefined,
  {title}: Resource,
  {source, settings, trail, inCell}: Context
): Slot | undefined {
  const prose = value && title && readText(source, title, value, settings)
  if (!prose) return
  const {content, ranges} = prose
  const {start, end, quote} = title
  return {kind: 'title', form: 'title', start, end, quote, content, ranges, trail, inCell}
}
