import type {Attribute, Tag} from './html-tag.ts'

/**
 * Read tags and comments as nearly everybody writes them, several times faster than parse5, which would give the same
 * and reads everything else.
 *
 * @param opaque
 *   Elements whose content is no markup.
 * @returns
 *   `undefined` where anything is less simple.
 */
export function readSimpleTags(
  html: string,
  start: number,
  opaque: Readonly<Record<string, unknown>>
): Tag[] | undefined {
  if (html.includes('\0')) return undefined
  const tags: Tag[] = []
  let at = html.indexOf('<')
  while (at >= 0) {
    if (!markup.test(html[at + 1] ?? '')) {
      at = html.indexOf('<', at + 1)
      continue
    }
    const tag = tagAt(html, at, start)
    if (!tag || (!tag.closing && tag.name in opaque)) return undefined
    tags.push(tag)
    at = html.indexOf('<', tag.end - start)
  }
  return tags
}

/** A character that makes `<` before it markup (HTML 13.2.5.6). */
const markup = /[A-Za-z/!?]/
const comment = /<!--(?!-?>)[^]*?-->/y
/** A whole tag; white space is that of HTML. */
const tagWhole =
  /<(?:\/([A-Za-z][\w-]*)[ \t\n\f]*|([A-Za-z][\w-]*)((?:[ \t\n\f]+[A-Za-z][\w:-]*(?:="[^"]*"|='[^']*')?)*)[ \t\n\f]*(\/?))>/y
const attribute = /[ \t\n\f]+([A-Za-z][\w:-]*)(?:=(["'])([^"']*(?:(?!\2)["'][^"']*)*)\2)?/g

function tagAt(html: string, at: number, start: number): Tag | undefined {
  tagWhole.lastIndex = at
  const found = tagWhole.exec(html)
  if (!found) return commentAt(html, at, start)
  const [whole, closed, opened, written = '', slash] = found
  const from = at + 1 + (opened?.length ?? 0)
  const attributes = written === '' ? none : attributesIn(written, start + from)
  if (!attributes) return undefined
  return {
    name: (closed ?? opened ?? '').toLowerCase(),
    closing: closed !== undefined,
    selfClosing: slash === '/',
    untranslated: isUntranslated(attributes.get('translate'), html, start),
    attributes,
    start: start + at,
    end: start + at + whole.length
  }
}

function isUntranslated(translate: Attribute | undefined, html: string, start: number): boolean {
  return (
    translate !== undefined &&
    html.slice(translate.start - start, translate.end - start).toLowerCase() === 'no'
  )
}

const none: ReadonlyMap<string, Attribute> = new Map()

/** The attributes of a tag; `undefined` where one is there twice, or `translate` is written in an unusual way. */
function attributesIn(written: string, start: number): ReadonlyMap<string, Attribute> | undefined {
  const attributes = new Map<string, Attribute>()
  const names = new Set<string>()
  for (const {index, 0: whole, 1: spelled = '', 2: quote, 3: value = ''} of written.matchAll(attribute)) {
    const name = spelled.toLowerCase()
    if (names.has(name) || (name === 'translate' && value.includes('&'))) return undefined
    names.add(name)
    if (!quote) continue
    const end = start + index + whole.length - 1
    attributes.set(name, {name, quote, start: end - value.length, end})
  }
  return attributes
}

function commentAt(html: string, at: number, start: number): Tag | undefined {
  comment.lastIndex = at
  const whole = comment.exec(html)?.[0]
  if (whole === undefined || whole.includes('--!>')) return undefined
  const range = {start: start + at, end: start + at + whole.length}
  return {name: '', closing: false, selfClosing: true, untranslated: false, attributes: none, ...range}
}
