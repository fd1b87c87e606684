import {addresses, type CodeKind, type Content, type InlineCode, matchesOf} from '@passerelle/model'

/** A stretch of a value that i18next, or the component that shows it, does not show as written. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly type: InlineCode['type']
  readonly kind: CodeKind
  readonly equiv: string
  /** Number of the span that this one pairs with. */
  readonly partner?: number
}

type Found = Omit<Span, 'type' | 'partner'> & {
  readonly tag?: {readonly name: string; readonly role: 'open' | 'close' | 'void'}
}

/** As in i18next's interpolator: shortest match on one line, so `{{{a}}}` is `{{{a}}` and a brace. */
const interpolation = /\{\{(.+?)\}\}/g

/** As in i18next's interpolator: a key, then options whose quoted strings may hold parentheses. */
const nesting = /\$t\(((?:[^()"']|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*')*\))*?)\)/g

/** Tags as the Trans component reads them: `<0>`, `</0>`, `<strong>`, `<br/>`, `<a href="…">`. */
const tag =
  /<(\/?)([\p{L}\p{N}][\w:.-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(\/?)>/gu

/**
 * Character references, which a page shows as the character they stand for: `&amp;`, `&nbsp;`, `&#8239;`. To i18next
 * they are text, so they are protected from edits, and a translator who types one may.
 */
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'input'])

const tagKinds: Readonly<Record<string, CodeKind>> = {strong: 'bold', b: 'bold', em: 'italic', i: 'italic'}

/**
 * Find the codes of a value.
 *
 * Where two would overlap the one that begins first wins, then the longer. Tags are pairs where they balance
 * and nest; others stand alone.
 */
export function spansOf(text: string, others: ReadonlyArray<Found> = []): Span[] {
  return pair(withoutOverlap([...others, ...findBuiltIn(text)]))
}

/**
 * Cut a value into text and codes, numbered from 1 in order of appearance.
 *
 * An address in a sentence is protected; a value that is nothing but an address may be another in the other language.
 *
 * @param protect
 *   What is protected besides.
 * @param tell
 *   Told of each of these that took too long, and protects nothing here.
 */
export function contentOf(
  text: string,
  protect: ReadonlyArray<RegExp> = [],
  tell: (slow: RegExp) => void = () => {}
): Content {
  const content: (string | InlineCode)[] = []
  const [only] = text.match(addresses) ?? []
  const own = only === text ? [reference] : [reference, addresses]
  const spans = spansOf(text, [
    ...protect.flatMap((pattern) => {
      const all = matchesOf(pattern, text)
      if (!all) tell(pattern)
      return protectedBy(all ?? [])
    }),
    ...own.flatMap((pattern) => protectedBy(text.matchAll(pattern)))
  ])
  const ids = new Map<number, string>()
  let offset = 0
  for (const [index, {start, end, raw, type, kind, equiv, partner}] of spans.entries()) {
    if (start > offset) content.push(text.slice(offset, start))
    const id = type === 'close' && partner !== undefined ? ids.get(partner)! : String(ids.size + 1)
    if (type !== 'close') ids.set(index, id)
    content.push({type, id, kind, raw, equiv})
    offset = end
  }
  if (offset < text.length) content.push(text.slice(offset))
  return content
}

function findBuiltIn(text: string): Found[] {
  const found: Found[] = []
  for (const {index: lineStart, 0: line} of text.matchAll(/.+/g)) {
    // Past the last `}}` each `{{` would be tried in vain to the end of the line: quadratic where there are many.
    for (const {index, 0: raw, 1: inner = ''} of line
      .slice(0, line.lastIndexOf('}}') + 2)
      .matchAll(interpolation)) {
      const start = lineStart + index
      const equiv = inner.replace(/^-/, '').split(',')[0]!.trim()
      found.push({start, end: start + raw.length, raw, kind: 'placeholder', equiv})
    }
  }
  for (const {index, 0: raw, 1: inner = ''} of text.matchAll(nesting)) {
    found.push({
      start: index,
      end: index + raw.length,
      raw,
      kind: 'placeholder',
      equiv: inner.split(',')[0]!.trim()
    })
  }
  for (const {index, 0: raw, 1: slash, 2: name = '', 4: empty} of text.matchAll(tag)) {
    const role = slash ? 'close' : empty || voidTags.has(name.toLowerCase()) ? 'void' : 'open'
    const kind = tagKinds[name.toLowerCase()] ?? 'html'
    const equiv = `<${slash}${name}${role === 'void' ? '/' : ''}>`
    found.push({start: index, end: index + raw.length, raw, kind, equiv, tag: {name, role}})
  }
  return found
}

function protectedBy(all: Iterable<RegExpExecArray>): Found[] {
  return Array.from(all, ({index, 0: raw}): Found => ({
    start: index,
    end: index + raw.length,
    raw,
    kind: 'placeholder',
    equiv: raw
  })).filter(({raw}) => raw !== '')
}

function withoutOverlap(found: Found[]): Found[] {
  let end = 0
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

function pair(found: ReadonlyArray<Found>): Span[] {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const [index, {tag: it}] of found.entries()) {
    if (it?.role === 'open') open.push(index)
    if (it?.role !== 'close') continue
    const at = open.findLastIndex((opener) => found[opener]!.tag!.name === it.name)
    if (at < 0) continue
    partners.set(open[at]!, index).set(index, open[at]!)
    open.length = at
  }
  return found.map(({tag: it, ...span}, index) => {
    const partner = partners.get(index)
    if (partner === undefined) return {...span, type: 'standalone'}
    return {...span, type: it?.role === 'close' ? 'close' : 'open', partner}
  })
}
