import {type BlockKind, type InlineCode, textOf} from '@passerelle/model'
import {type Attribute, type Tag, emptyElements, tagName} from '../text/html-tag.ts'
import {readTags} from '../text/html-tokens.ts'
import {decodeHtml} from '../text/references.ts'
import type {Context} from './context.ts'
import {findProtected} from '../sites/protect.ts'
import {type Part, pairUp, rangeOfCode} from './parts.ts'
import type {Form, Slot} from './slot.ts'
import type {Range} from '../text/source.ts'
import {readTemplateValues} from './template-values.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements inside a line of text; all others begin and end a block. */
const inline = words(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'
)
/** Elements whose content is no prose. */
const opaque = words('script style pre svg math textarea iframe object xmp noembed noframes template')
/** Elements that become one code with all they hold. */
const literal = words('code tt')
/** Attributes that people read. */
const prose = words('alt title placeholder aria-label')
/** Names of `meta` elements whose `content` people read. */
const described = words('description keywords og:title og:description twitter:title twitter:description')

/**
 * Find prose in a stretch of HTML: texts and attributes.
 *
 * Each run of text and inline elements is a slot, and so is each value of `alt`, `title`, `placeholder`, `aria-label`,
 * and the `content` of describing `meta` elements. Elements with `translate="no"`, scripts, styles and preformatted
 * text are left alone.
 *
 * @param value
 *   The HTML as the parser gives it: the source without container prefixes.
 */
export function readHtml(range: Range, value: string, context: Context): Slot[] {
  const masked = withoutPrefixes(context.source.slice(range.start, range.end), value)
  if (masked === undefined) return []
  const html: string = masked
  const tags = readTags(html, range.start)
  const slots: Slot[] = []
  let run = newRun()
  let cursor = range.start
  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index]!
    addText(run, {start: cursor, end: tag.start})
    cursor = tag.end
    const end = isClosed(tag) ? undefined : endOf(tags, index)
    if (end !== undefined) {
      cursor = tags[end]!.end
      index = end
      if (inline.has(tag.name)) run.codes.push({start: tag.start, end: cursor, tag, whole: true})
      else flush()
    } else if (inline.has(tag.name)) {
      run.codes.push({start: tag.start, end: tag.end, tag, whole: false})
    } else {
      flush()
      slots.push(...attributesOf(tag, html, range.start, context))
    }
  }
  addText(run, {start: cursor, end: endOfText(html, cursor - range.start) + range.start})
  flush()
  return slots

  function flush(): void {
    slots.push(...slotOf(run, html, range.start, context))
    run = newRun()
  }
}

/** Whether an element becomes one code with all it holds, wherever it stands. */
export function isWhole(tag: string): boolean {
  const name = tagName(tag) ?? ''
  return opaque.has(name) || literal.has(name) || /\stranslate\s*=\s*["']?no/i.test(tag)
}

/** Slots in the attributes of one tag in Markdown text. */
export function readTagAttributes(range: Range, context: Context): Slot[] {
  const html = context.source.slice(range.start, range.end)
  if (!/\s(?:alt|title|placeholder|aria-label)\s*=/i.test(html)) return []
  return readTags(html, range.start).flatMap((tag) => attributesOf(tag, html, range.start, context))
}

/**
 * The source with spaces in place of container prefixes, so that offsets hold.
 *
 * @returns
 *   `undefined` where the lines of the source do not end with the lines of the value.
 */
function withoutPrefixes(source: string, value: string): string | undefined {
  if (source === value) return source.replaceAll('\r', ' ')
  const lines = source.split(/(?<=\n|\r(?!\n))/)
  const values = value.split(/\r\n|\n|\r/)
  if (lines.length < values.length) return
  const masked = lines.map((line, index) => {
    const body = line.replace(/[\r\n]+$/, '')
    const text = values[index] ?? ''
    const kept = body.endsWith(text)
      ? text
      : body.trimStart() === text.trimStart()
        ? body.trimStart()
        : undefined
    if (kept === undefined) return
    return ' '.repeat(body.length - kept.length) + kept + line.slice(body.length).replaceAll('\r', ' ')
  })
  return masked.includes(undefined) ? undefined : masked.join('')
}

/** End of the text after the last tag; a tag that never ends is not part of it. */
function endOfText(html: string, start: number): number {
  const rest = html.slice(start).search(/<[A-Za-z/!?]/)
  return rest < 0 ? html.length : start + rest
}

interface Run {
  readonly texts: Range[]
  readonly codes: (Range & {tag: Tag; whole: boolean})[]
}

function newRun(): Run {
  return {texts: [], codes: []}
}

function addText(run: Run, range: Range): void {
  if (range.end > range.start) run.texts.push(range)
}

function isClosed({closing, selfClosing, name}: Tag): boolean {
  return closing || selfClosing || name === '' || emptyElements.has(name)
}

/** Index of the end tag of an element to leave alone; `undefined` for other elements, or where it does not end here. */
function endOf(tags: ReadonlyArray<Tag>, start: number): number | undefined {
  const {name, untranslated} = tags[start]!
  if (!opaque.has(name) && !literal.has(name) && !untranslated) return
  let depth = 0
  const end = tags.findIndex((tag, index) => {
    if (index < start || tag.name !== name || tag.selfClosing) return false
    depth += tag.closing ? -1 : 1
    return depth === 0
  })
  return end < 0 ? undefined : end
}

/** The slot of a run of text and inline tags, with the slots in its tags. */
function slotOf({texts, codes}: Run, html: string, base: number, context: Context): Slot[] {
  const pieces: (Range | Run['codes'][number])[] = [...texts, ...codes]
  pieces.sort((a, b) => a.start - b.start)
  const parts = pieces.flatMap((piece) =>
    'tag' in piece ? [{...piece, part: codeOf(piece, context.source)}] : readText(piece, html, base, context)
  )
  const nested = [
    ...codes.flatMap(({tag, whole}) => (whole ? [] : attributesOf(tag, html, base, context))),
    ...parts.flatMap((part) => valuesIn(part, context))
  ].sort((a, b) => a.start - b.start)
  const body = pairUp(peel(parts, html, base))
  const content = body.map(({part}) => part)
  const [first, last] = [body[0], body.at(-1)]
  if (!first || !last || textOf(content) === '') return nested
  const range = {start: first.start, end: last.end}
  const before = nested.filter(({start}) => start < range.start)
  const after = nested.filter(({start}) => start > range.start)
  return [
    ...before,
    {...slot('text', 'html', range, context), content, ranges: body.map(rangeOfCode)},
    ...after
  ]
}

function valuesIn({part, start, end}: Part, context: Context): Slot[] {
  return typeof part === 'object' && part.kind === 'placeholder'
    ? readTemplateValues({start, end}, context)
    : []
}

/**
 * Take layout off a run: white space at its edges, and a tag that starts the block together with its end tag.
 *
 * A block of HTML that begins with an unknown element starts with a tag alone on its line (CommonMark 4.6, kind 7).
 */
function peel(parts: ReadonlyArray<Part>, html: string, base: number): Part[] {
  const from = parts.findIndex(({part}) => part !== ' ')
  const to = parts.findLastIndex(({part}) => part !== ' ')
  const [first, ...rest] = from < 0 ? [] : parts.slice(from, to + 1)
  if (!first) return []
  const isFirst = html.slice(0, first.start - base).trim() === ''
  if (!isFirst || typeof first.part === 'string') return trim([first, ...rest], html, base)
  const last = rest.at(-1)
  const matches = typeof last?.part === 'object' && last.part.id === `/${first.part.id}`
  const inner = matches ? rest.slice(0, -1) : rest
  return trim(inner.slice(inner.findIndex(({part}) => part !== ' ')), html, base)
}

/** Take off white space at the edges, which is layout. */
function trim(parts: Part[], html: string, base: number): Part[] {
  const first = parts[0]
  if (typeof first?.part === 'string') {
    const raw = html.slice(first.start - base, first.end - base)
    const start = first.start + raw.search(/[^ \t\n\r\f]|$/)
    parts[0] = {...first, start, part: start > first.start ? first.part.replace(/^ /, '') : first.part}
  }
  const last = parts.at(-1)
  if (typeof last?.part === 'string') {
    const end =
      last.start + html.slice(last.start - base, last.end - base).replace(/[ \t\n\r\f]+$/, '').length
    parts[parts.length - 1] = {...last, end, part: end < last.end ? last.part.replace(/ $/, '') : last.part}
  }
  return parts
}

function codeOf({start, end, tag, whole}: Run['codes'][number], source: string): InlineCode {
  const raw = source.slice(start, end)
  const kind =
    tag.name === 'br'
      ? 'break'
      : whole && literal.has(tag.name)
        ? 'code'
        : tag.name === 'img'
          ? 'image'
          : 'html'
  return {type: 'standalone', id: tag.closing ? `/${tag.name}` : tag.name, kind, raw, equiv: raw}
}

/** Read text: protected parts become codes, and white space is what a browser shows. */
function readText({start, end}: Range, html: string, base: number, {source, settings}: Context): Part[] {
  const raw = html.slice(start - base, end - base)
  const parts: Part[] = []
  const add = (from: number, to: number): void => {
    if (to === from) return
    const text = decodeHtml(raw.slice(from, to).replace(/[ \t\n\r\f]+/g, ' '))
    parts.push({start: start + from, end: start + to, part: text})
  }
  let from = 0
  for (const span of findProtected(raw, settings.protect)) {
    const text = raw.slice(span.start, span.end)
    // What looks like a reference in an address is none.
    if (span.kind === 'url' && text.includes('&') && decodeHtml(text) !== text) continue
    add(from, span.start)
    const range = {start: start + span.start, end: start + span.end}
    const code = source.slice(range.start, range.end)
    parts.push({...range, part: {type: 'standalone', id: '', kind: span.kind, raw: code, equiv: text}})
    from = span.end
  }
  add(from, raw.length)
  return parts
}

function attributesOf(tag: Tag, html: string, base: number, context: Context): Slot[] {
  if (tag.untranslated) return []
  return [...tag.attributes.values()]
    .filter((attribute) => isProse(attribute, tag, html, base))
    .toSorted((a, b) => a.start - b.start)
    .map((attribute) => attributeSlot(attribute, html, base, context))
}

/** The slot of a value between quotes, with HTML's references decoded. */
export function attributeSlot(
  {start, end, quote}: Range & {quote: string},
  html: string,
  base: number,
  context: Context
): Slot {
  const parts = pairUp(readText({start, end}, html, base, context))
  const lineBreak = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/.exec(context.source.slice(start, end))?.[0]
  return {
    ...(lineBreak === undefined ? {} : {lineBreak}),
    ...slot('attribute', 'attribute', {start, end}, context),
    quote,
    content: parts.map(({part}) => part),
    ranges: parts.map(rangeOfCode)
  }
}

function isProse({name}: Attribute, tag: Tag, html: string, base: number): boolean {
  if (tag.name !== 'meta' || name !== 'content') return prose.has(name)
  const of = tag.attributes.get('name') ?? tag.attributes.get('property')
  return of !== undefined && described.has(html.slice(of.start - base, of.end - base).toLowerCase())
}

function slot(
  kind: BlockKind,
  form: Form,
  range: Range,
  {trail, inCell}: Context
): Omit<Slot, 'content' | 'ranges'> {
  return {kind, form, ...range, trail, inCell}
}
