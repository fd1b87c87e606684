import type {InlineCode} from '@passerelle/model'
import type {Extension} from './extensions.ts'
import type {Protected} from './protect.ts'
import {type Stretch, locate} from '../text/source.ts'

/**
 * Find marks at the beginning of lines, which sites read and CommonMark takes for text: the colon of a definition
 * (kramdown, Goldmark), the head of an abbreviation (kramdown, Markdown Extra), the kind of an admonition (MkDocs) or
 * alert (GitHub); and lines with nothing but an attribute list (kramdown) or a tag of a template.
 *
 * ```markdown
 * > | Term
 * > | : Definition
 *     ^^
 * > | !!! note "Title"
 *     ^^^^^^^^^^     ^
 * ```
 *
 * The line ending before or after a mark belongs to it: elsewhere in a line it would be text.
 *
 * @param options
 *   Where the text begins in the source, and whether it begins its block.
 * @returns
 *   For each stretch of the text, its marks; nothing where there are none at all.
 */
export function findMarks(
  stretches: ReadonlyArray<Stretch>,
  source: string,
  extensions: ReadonlySet<Extension>,
  {start, isFirst}: {readonly start: number; readonly isFirst: boolean}
): Protected[][] {
  const opening = isFirst ? openingOf(source, start, extensions) : ''
  if (opening === '' && stretches.every(({runs}) => runs.length === 1)) return []
  let isTitle = opening.endsWith('"')
  return stretches.map((stretch) => {
    const {text, index} = stretch
    const breaks = breaksIn(stretch, source)
    const found: Protected[] = []
    if (index === 0 && opening !== '') {
      const goesOn = breaks.includes(opening.length)
      const isRest = /^[:*]|"$/.test(opening) || text === opening
      if (goesOn || isRest) found.push({start: 0, end: opening.length + (isRest ? 0 : 1), kind: 'mark'})
    }
    found.push(...linesAlone(stretch, breaks, source, extensions, {isFirst: isFirst && index === 0}))
    for (const at of breaks) {
      if (isTitle && text[at - 1] === '"') found.push({start: at - 1, end: at + 1, kind: 'mark'})
      isTitle = false
      const mark =
        extensions.has('definitions') &&
        /^ (?::[ \t]+(?=\S|$)|\*\[[^\]]+\]:[ \t]*)/.exec(text.slice(at, at + 80))
      if (mark) found.push({start: at, end: at + mark[0].length, kind: 'mark'})
    }
    return found
  })
}

const tag = String.raw`\{%(?:(?!%\})[^])*%\}|\{\{[<%](?:(?!\}\})[^])*\}\}`
const list = String.raw`\{(?::|[#.][\w-])[^{}]*\}`

/**
 * Tags of templates and attribute lists that may have a line to themselves. Tags that show a value are excluded: they
 * may be part of a sentence.
 */
const alone = {
  both: new RegExp(`^(?:${tag}|${list})+$`),
  templates: new RegExp(`^(?:${tag})+$`),
  attributes: new RegExp(`^(?:${list})+$`)
} as const

function aloneOf(extensions: ReadonlySet<Extension>): RegExp | undefined {
  const [templates, attributes] = [extensions.has('templates'), extensions.has('attributes')]
  if (templates && attributes) return alone.both
  return templates ? alone.templates : attributes ? alone.attributes : undefined
}

/**
 * Lines of a stretch that hold nothing else, each with the line endings around it: on another's line a tag may mean
 * nothing, or something else.
 *
 * @param options
 *   Whether the first line of the stretch is the first of its block.
 */
function linesAlone(
  stretch: Stretch,
  breaks: ReadonlyArray<number>,
  source: string,
  extensions: ReadonlySet<Extension>,
  {isFirst}: {readonly isFirst: boolean}
): Protected[] {
  const {text} = stretch
  const found: Protected[] = []
  const pattern = aloneOf(extensions)
  if (!pattern || breaks.length === 0 || !text.includes('{')) return found
  for (const [number, end] of [...breaks, text.length].entries()) {
    const before = breaks[number - 1]
    const start = before === undefined ? 0 : before + 1
    if ((before === undefined && !isFirst) || !pattern.test(text.slice(start, end))) continue
    const isLast = end === text.length
    if (isLast && !endsLine(source, locate(stretch, start, end).end)) continue
    const isTaken = before === undefined || found.at(-1)?.end === start
    found.push({start: isTaken ? start : before, end: isLast ? end : end + 1, kind: 'mark'})
  }
  return found
}

function endsLine(source: string, at: number): boolean {
  return /^[ \t]*(?:[\r\n]|$)/.test(source.slice(at, at + 80))
}

/** Where lines end in a stretch. */
function breaksIn({runs, index}: Stretch, source: string): number[] {
  return runs
    .filter((run) => run.text === ' ' && /[\r\n]/.test(source.slice(run.start, run.end)))
    .map((run) => run.index - index)
}

const openings: ReadonlyArray<readonly [extension: Extension, pattern: RegExp]> = [
  ['definitions', /:[ \t]+(?=\S|$)/y],
  ['definitions', /\*\[[^\]\r\n]{1,60}\]:[ \t]*/y],
  ['admonitions', /\[![A-Za-z]+\][+-]?(?=[ \t]*(?:[\r\n]|$))/y],
  ['admonitions', /(?:!{3}|\?{3}\+?)(?:[ \t]+[\w-]+)+(?:[ \t]+"(?=[^\r\n]*"[ \t]*[\r\n])|(?=[ \t]*[\r\n]))/y]
]

/** The mark that a block begins with; undefined where there is none. */
function openingOf(source: string, start: number, extensions: ReadonlySet<Extension>): string {
  if (!/[:[!?*]/.test(source[start] ?? '')) return ''
  for (const [extension, pattern] of openings) {
    if (!extensions.has(extension)) continue
    pattern.lastIndex = start
    const found = pattern.exec(source)
    if (found) return found[0]
  }
  return ''
}

/** Whether the text after a code begins a line of the source, as it does not after `<br>`. */
export function breaksLine({kind, raw}: InlineCode): boolean {
  return (kind === 'break' || kind === 'mark') && /[\r\n]/.test(raw)
}
