import type {InlineCode} from '@passerelle/model'
import type {Context} from './context.ts'
import {tagName} from '../text/html-tag.ts'
import type {Settings} from '../sites/options.ts'
import {type Part, pairUp, rangeOfCode} from './parts.ts'
import {type Protected, findProtected} from '../sites/protect.ts'
import type {Slot} from './slot.ts'
import type {Range} from '../text/source.ts'
import {decodeReferences} from '../text/references.ts'

/** Names of values that people read, besides the keys of front matter. */
const prose = new Set(['text', 'content', 'header', 'heading', 'placeholder', 'aria-label'])

/**
 * Read the values of a template's tag that are prose: `{{< figure alt="…" caption="…" >}}` (Hugo, shortcodes), `{%
 * include figure.html caption="…" %}` (Jekyll, includes).
 *
 * In such a value `\"` is a quote; there are no other escapes. Sites make HTML of it in the end, some by way of
 * Markdown: so tags, code spans and destinations of links are codes, and character references are characters.
 *
 * @param range
 *   Range of what may be a tag.
 */
export function readTemplateValues({start, end}: Range, context: Context): Slot[] {
  const tag = context.source.slice(start, end)
  if (!/^(?:\{%|\{\{[%<])/.test(tag) || !tag.includes('=')) return []
  return Array.from(tag.matchAll(values), ({index, groups = {}}): Slot[] => {
    const {name, before = '', double, single} = groups
    const value = double ?? single
    if (name === undefined || value === undefined || !isProse(name, context.settings)) return []
    const from = start + index + before.length
    return [slotOf({start: from, end: from + value.length}, double === undefined ? "'" : '"', context)]
  }).flat()
}

function isProse(name: string, {frontMatter}: Settings): boolean {
  return prose.has(name.toLowerCase()) || frontMatter.has(name)
}

/** A named value between quotes; also other quotes, so that nothing inside them is taken for a name. */
const values =
  /(?<before>(?<![\w-])(?<name>[A-Za-z][\w-]*)=["'])(?:(?<=")(?<double>(?:[^"\\]|\\[^])*)"|(?<=')(?<single>(?:[^'\\]|\\[^])*)')|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`[^`]*`/g

function slotOf({start, end}: Range, quote: string, {source, settings, trail, inCell}: Context): Slot {
  const written = source.slice(start, end)
  const parts: Part[] = []
  const add = (from: number, to: number): void => {
    if (to === from) return
    const lines = written.slice(from, to).replace(/[ \t]*(?:\r\n|\n|\r)[ \t>]*/g, ' ')
    const part = decodeReferences(lines.replaceAll(`\\${quote}`, quote))
    parts.push({start: start + from, end: start + to, part})
  }
  let from = 0
  for (const span of findProtected(written, settings.protect, markupIn(written))) {
    add(from, span.start)
    from = span.end
    const raw = written.slice(span.start, span.end)
    parts.push({start: start + span.start, end: start + span.end, part: codeOf(raw, span.kind)})
  }
  add(from, written.length)
  const paired = pairUp(parts)
  const content = paired.map(({part}) => part)
  return {
    kind: 'attribute',
    form: 'template',
    start,
    end,
    quote,
    content,
    ranges: paired.map(rangeOfCode),
    trail,
    inCell
  }
}

const markup = /<\/?[A-Za-z][^<>]*>|(`+)[^`]+\1|\]\([^()\s]+\)/g

function markupIn(text: string): Protected[] {
  return Array.from(text.matchAll(markup), ({index, 0: found}) => ({
    start: index,
    end: index + found.length,
    kind: kindOf(found)
  }))
}

function kindOf(markup: string): InlineCode['kind'] {
  if (markup.startsWith('<')) return tagName(markup) === 'br' ? 'break' : 'html'
  return markup.startsWith('`') ? 'code' : 'link'
}

/** A code whose id is the name of its element, until pairs are made. */
function codeOf(raw: string, kind: InlineCode['kind']): InlineCode {
  const name = tagName(raw) ?? ''
  return {type: 'standalone', id: raw.startsWith('</') ? `/${name}` : name, kind, raw, equiv: raw}
}
