import {
  type CodeKind,
  type Content,
  type InlineCode,
  codesOf,
  isTranslatable,
  textOf
} from '@passerelle/model'
import type {
  Image,
  ImageReference,
  InlineCode as CodeSpan,
  Link,
  LinkReference,
  Nodes,
  PhrasingContent,
  Text
} from 'mdast'
import type {MdxJsxTextElement} from 'mdast-util-mdx'
import {pairTags, tagName} from '../text/html-tag.ts'
import {isWhole, readTagAttributes} from './html.ts'
import {insideOf, readJsxAttributes} from './jsx.ts'
import {rangeOf} from '../parse/tree.ts'
import type {Context} from './context.ts'
import type {Settings} from '../sites/options.ts'
import {findMarks} from '../sites/marks.ts'
import {markTags} from '../sites/mark-tags.ts'
import {findProtected} from '../sites/protect.ts'
import {type Resource, readResource} from './resource.ts'
import type {Slot} from './slot.ts'
import {type Range, decode, locate, plainStretches} from '../text/source.ts'
import {readTemplateValues} from './template-values.ts'

/** Prose being read: content, where its codes stand, and the slots inside its codes. */
export interface Prose {
  readonly content: (string | InlineCode)[]
  readonly places: (Range | undefined)[]
  readonly nested: Slot[]
  /** By index in the content: what a link that became one code is made of. */
  collapsed?: Map<number, Content>
}

/** Read phrasing as content: text decoded, markup as codes numbered in order of appearance. */
export function readPhrasing(nodes: ReadonlyArray<PhrasingContent>, context: Context): Prose {
  const prose: Prose = {content: [], places: [], nested: []}
  readNodes(nodes, {
    ...context,
    prose,
    limit: nodes.at(-1)?.position?.end.offset ?? 0,
    next: {id: 1},
    depth: 0
  })
  markAttributes(prose, context.source)
  markTags(prose, context.source)
  // Arrays that grew have room for more; a copy has none, and these stay.
  return {...prose, content: prose.content.slice(), places: prose.places.slice()}
}

/**
 * An attribute list at the end of a block, apart from its text, is about the block (kramdown, Pandoc, heading ids). The
 * blank before it belongs to it.
 */
function markAttributes({content, places}: Prose, source: string): void {
  const [before, last] = content.slice(-2)
  const place = places.at(-1)
  if (typeof last !== 'object' || typeof before !== 'string' || !place) return
  if (last.kind !== 'placeholder' || !/^\{(?:[#.:]|[\w-]+=)/.test(last.raw)) return
  const text = before.replace(/[ \t]$/, '')
  const start = place.start - (before.length - text.length)
  const raw = source.slice(start, place.end)
  if (text === '' || text === before || raw !== before.slice(text.length) + last.raw) return
  content.splice(-2, 2, text, {...last, kind: 'mark', raw})
  places[places.length - 1] = {start, end: place.end}
}

/** Read a stretch of plain text, such as a title; `undefined` where the source is not that text. */
function readText(source: string, range: Range, value: string, settings: Settings): Prose | undefined {
  const prose: Prose = {content: [], places: [], nested: []}
  const reader = {
    source,
    settings,
    trail: [],
    inCell: false,
    prose,
    limit: range.end,
    next: {id: 1},
    depth: 0
  }
  return addText(range, value, reader) ? prose : undefined
}

interface Reader extends Context {
  readonly prose: Prose
  /** Where what is read ends at the latest. */
  readonly limit: number
  readonly next: {id: number}
  /** How many spans are open. */
  readonly depth: number
}

/** Spans nested deeper are one code with all they hold. */
const deepest = 100

function readNodes(nodes: ReadonlyArray<PhrasingContent>, reader: Reader): void {
  const {prose, source} = reader
  const tags = pairTags(nodes)
  const ids = new Map<number, string>()
  let skipTo = 0
  for (const [index, node] of nodes.entries()) {
    if (index < skipTo) continue
    const range = rangeOf(node)
    if ('children' in node && reader.depth > deepest) {
      standalone(reader, 'other', range)
      continue
    }
    switch (node.type) {
      case 'text': {
        const following = nodes[index + 1]
        readTextNode(node, following ? rangeOf(following).start : range.end, reader)
        break
      }
      case 'strong':
        readSpan(node, 'bold', reader)
        break
      case 'emphasis':
        readSpan(node, 'italic', reader)
        break
      case 'delete':
        readSpan(node, 'strike', reader)
        break
      case 'link':
      case 'linkReference':
        readLink(node, reader)
        break
      case 'image':
      case 'imageReference':
        readImage(node, reader)
        break
      case 'break': {
        const following = nodes[index + 1]
        standalone(reader, 'break', {
          start: range.start,
          end: following ? rangeOf(following).start : reader.limit
        })
        break
      }
      case 'html': {
        const mate = tags.get(index)
        if (mate !== undefined && mate > index && isWhole(node.value)) {
          standalone(
            reader,
            'html',
            {start: range.start, end: rangeOf(nodes[mate]!).end},
            {equiv: node.value}
          )
          skipTo = mate + 1
          break
        }
        prose.nested.push(...readTagAttributes(range, reader))
        if (mate === undefined) {
          const kind = tagName(node.value) === 'br' ? 'break' : 'html'
          standalone(reader, kind, range, {equiv: node.value})
        } else if (mate > index) ids.set(mate, add(reader, 'open', 'html', range, {equiv: node.value}))
        else add(reader, 'close', 'html', range, {equiv: node.value, id: ids.get(index) ?? ''})
        break
      }
      case 'inlineCode':
        readCode(node, range, reader)
        break
      case 'footnoteReference':
        standalone(reader, 'footnote', range, {equiv: source.slice(range.start, range.end).replace('^', '')})
        break
      case 'mdxJsxTextElement':
        readJsx(node, reader)
        break
      case 'mdxTextExpression':
        standalone(reader, 'placeholder', range, {equiv: `{${node.value}}`})
        break
      default:
        standalone(reader, 'other', range)
    }
  }
}

/** Read a text; what follows it begins at `next`, after the container prefix of its line. */
function readTextNode(node: Text, next: number, reader: Reader): void {
  const isText = addText(rangeOf(node), node.value, reader)
  if (!isText) addString(reader, node.value.replace(/\r\n|\n|\r/g, ' '))
  const {content, places} = reader.prose
  const [mark, place] = [content.at(-1), places.at(-1)]
  if (typeof mark !== 'object' || mark.kind !== 'mark' || !place || !/[\r\n]$/.test(mark.raw)) return
  content[content.length - 1] = {...mark, raw: reader.source.slice(place.start, next)}
  places[places.length - 1] = {start: place.start, end: next}
}

/** Add text with what is protected in it; `false` where the source is not that text. */
function addText(range: Range, value: string, reader: Reader): boolean {
  const {source, settings} = reader
  const decoded = decode(source, range, value)
  if (!decoded) return false
  const isFirst = reader.depth === 0 && reader.prose.content.length === 0
  let from = 0
  // What its author wrote with an escape or a reference is meant literally.
  const stretches = plainStretches(decoded)
  const marks = findMarks(stretches, source, range.start, isFirst, settings.extensions)
  for (const [number, stretch] of stretches.entries()) {
    for (const {start, end, kind} of findProtected(stretch.text, settings.protect, marks[number])) {
      addString(reader, decoded.text.slice(from, stretch.index + start))
      placeholder(reader, kind, locate(stretch, start, end), stretch.text.slice(start, end).trim())
      from = stretch.index + end
    }
  }
  addString(reader, decoded.text.slice(from))
  return true
}

/** A code span, or what was shown to the parser as one: a formula or a tag of a template. */
function readCode({value}: CodeSpan, range: Range, reader: Reader): void {
  const first = reader.source[range.start]
  if (first === '`') standalone(reader, 'code', range, {equiv: value})
  else placeholder(reader, 'placeholder', range, value.replace(/\s+/g, ' '))
}

function readSpan(
  node: Extract<PhrasingContent, {children: PhrasingContent[]}>,
  kind: CodeKind,
  reader: Reader
): void {
  const {start, end} = rangeOf(node)
  const inside = {start: edge(node.children[0], 'start', end), end: edge(node.children.at(-1), 'end', end)}
  const id = add(reader, 'open', kind, {start, end: inside.start})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  add(reader, 'close', kind, {start: inside.end, end}, {id})
}

/** A component is a pair around its children, with the slots of its attributes. */
function readJsx(node: MdxJsxTextElement, reader: Reader): void {
  const {source} = reader
  const range = rangeOf(node)
  const inside = insideOf(node)
  const tag = source.slice(range.start, inside?.start ?? range.end)
  reader.prose.nested.push(...(isWhole(tag) ? [] : readJsxAttributes(node, reader)))
  if (!inside || isWhole(tag)) {
    standalone(reader, node.name === 'br' ? 'break' : 'html', range, {equiv: tag})
    return
  }
  const id = add(reader, 'open', 'html', {start: range.start, end: inside.start}, {equiv: tag})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  add(reader, 'close', 'html', {start: inside.end, end: range.end}, {id, equiv: `</${node.name ?? ''}>`})
}

/** A link is a pair around its text, or one code where that holds nothing to translate. */
function readLink(node: Link | LinkReference, reader: Reader): void {
  const {source, prose, next} = reader
  const range = rangeOf(node)
  if (source[range.start] !== '[') {
    // An address shows where it leads.
    standalone(reader, 'url', range, {equiv: source.slice(range.start, range.end)})
    return
  }

  const resource = readResource(source, range, node.children.at(-1)?.position?.end.offset)
  const inside = resource?.label ?? {
    start: range.start + 1,
    end: edge(node.children.at(-1), 'end', range.end)
  }
  const note = node.type === 'link' ? node.url : labelOf(source, inside, range.end)
  const mark = prose.content.length
  const first = next.id
  const id = add(reader, 'open', 'link', {start: range.start, end: inside.start}, {note})
  readNodes(node.children, {...reader, limit: inside.end, depth: reader.depth + 1})
  const inner = prose.content.slice(mark + 1)
  add(
    reader,
    'close',
    'link',
    {start: inside.end, end: range.end},
    {id, note, ...target(node, inside, source)}
  )
  const text = textOf(inner)
  if (!isTranslatable(text)) {
    ;(prose.collapsed ??= new Map()).set(mark, prose.content.slice(mark))
    prose.content.length = mark
    prose.places.length = mark
    next.id = first
    const [only] = codesOf(inner)
    const shown = inner.map((part) => (typeof part === 'string' ? part : (part.equiv ?? ''))).join('')
    const equiv = shown.trim() || note
    standalone(reader, only?.kind === 'image' ? 'image' : 'url', range, {equiv, note})
  }
  if (node.type === 'link') addTitle(node.title, resource, reader)
}

/** A shortcut or collapsed reference gets the label it had as its text, so that the text may change. */
function target(node: Link | LinkReference, label: Range, source: string): {raw?: string} {
  if (node.type === 'link' || node.referenceType === 'full') return {}
  return {raw: `][${labelText(source, label)}]`}
}

/** The label by which a reference names its definition: its own, or that of its text. */
function labelOf(source: string, text: Range, end: number): string {
  const own = {start: text.end + 2, end: end - 1}
  return labelText(source, own.end > own.start ? own : text)
}

/** A label on one line: a container prefix inside it would be text elsewhere. */
function labelText(source: string, {start, end}: Range): string {
  return source.slice(start, end).replace(/[ \t]*(?:\r\n|\n|\r)[ \t>]*/g, ' ')
}

function readImage(node: Image | ImageReference, reader: Reader): void {
  const {source, settings, prose, trail, inCell} = reader
  const range = rangeOf(node)
  const resource = readResource(source, range)
  const equiv = node.alt ?? ''
  standalone(reader, 'image', range, node.type === 'image' ? {equiv, note: node.url} : {equiv})
  if (!resource) return
  const alternative =
    readText(source, resource.label, equiv, settings) ??
    ({
      content: [equiv.replace(/\s+/g, ' ')],
      places: [undefined],
      nested: []
    } satisfies Prose)
  const collapsed = node.type === 'imageReference' && node.referenceType === 'collapsed'
  const suffix =
    node.type === 'imageReference' && node.referenceType !== 'full'
      ? {suffix: `][${labelText(source, resource.label)}`}
      : {}
  const end = collapsed ? range.end - 1 : resource.label.end
  prose.nested.push({
    kind: 'alternative',
    form: 'alternative',
    trail,
    inCell,
    ...suffix,
    start: resource.label.start,
    end,
    content: alternative.content,
    places: alternative.places
  })
  if (node.type === 'image') addTitle(node.title, resource, reader)
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
  const {content, places} = prose
  const {start, end, quote} = title
  return {kind: 'title', form: 'title', start, end, quote, content, places, trail, inCell}
}

/** What is protected; in a tag of a template may be values that people read. */
function placeholder(reader: Reader, kind: CodeKind, range: Range, equiv: string): void {
  standalone(reader, kind, range, {equiv})
  reader.prose.nested.push(...readTemplateValues(range, reader))
}

function standalone(reader: Reader, kind: CodeKind, range: Range, more: Partial<InlineCode> = {}): void {
  add(reader, 'standalone', kind, range, more)
}

function add(
  {prose, source, next}: Reader,
  type: InlineCode['type'],
  kind: CodeKind,
  range: Range,
  more: Partial<InlineCode> = {}
): string {
  const id = more.id ?? String(next.id++)
  const code = {type, id, kind, raw: source.slice(range.start, range.end), ...more}
  if (more.equiv === '') delete code.equiv
  prose.content.push(code)
  prose.places.push(range)
  return id
}

function addString({prose}: Reader, text: string): void {
  if (text === '') return
  const last = prose.content.length - 1
  const before = prose.content[last]
  if (typeof before === 'string') prose.content[last] = before + text
  else {
    prose.content.push(text)
    prose.places.push(undefined)
  }
}

function edge(node: Nodes | undefined, side: 'start' | 'end', otherwise: number): number {
  return node?.position?.[side].offset ?? otherwise
}
