import {readValue} from './data-slot.ts'
import type {Context} from './context.ts'
import type {Settings} from '../sites/options.ts'
import type {Slot} from './slot.ts'
import type {Range} from '../text/source.ts'

/** What begins a comment, and what ends it where that is not the end of the line. */
type Delimiters = ReadonlyArray<readonly [open: string, close?: string]>

/** The comments of each family of languages. */
const families: ReadonlyArray<readonly [languages: string, delimiters: Delimiters]> = [
  [
    'js jsx mjs cjs javascript ts tsx typescript java c cc cpp c++ h cs csharp go rust rs swift kotlin kt php scala dart scss less json5 jsonc zig groovy',
    [['//'], ['/*', '*/']]
  ],
  ['css', [['/*', '*/']]],
  [
    'sh bash zsh shell console terminal fish py python rb ruby yaml yml toml ini conf dockerfile docker makefile make perl pl r elixir ex graphql properties nginx powershell ps1',
    [['#']]
  ],
  ['sql lua haskell hs elm ada', [['--']]],
  ['html xml svg vue svelte markdown md', [['<!--', '-->']]]
]

const delimitersOf: ReadonlyMap<string, Delimiters> = new Map(
  families.flatMap(([languages, delimiters]) =>
    languages.split(' ').map((language) => [language, delimiters] as const)
  )
)

/** One comment on its line. */
interface Comment extends Range {
  readonly text: string
  /** The text before the comment where the line holds nothing else: container prefix, indentation, delimiter. */
  readonly alone?: string
}

/**
 * The comments of a block of code, to be translated.
 *
 * Comments of the same look on lines of their own are read as one wrapped text.
 *
 * @param range
 *   Of the block, its fences included.
 */
export function readComments(
  {start, end}: Range,
  language: string,
  {source, settings, trail}: Context
): Slot[] {
  const delimiters = delimitersOf.get(language.toLowerCase())
  if (!delimiters) return []
  const comments = linesOf(source, {start, end}).map((line) => commentIn(source, line, delimiters))
  const slots: Slot[] = []
  for (let at = 0; at < comments.length; at++) {
    const first = comments[at]
    if (!first) continue
    let to = at
    while (first.alone && comments[to + 1]?.alone === first.alone) to++
    slots.push(slotOf(comments.slice(at, to + 1) as Comment[], settings, trail))
    at = to
  }
  return slots
}

function slotOf(comments: ReadonlyArray<Comment>, settings: Settings, trail: ReadonlyArray<string>): Slot {
  const [first, last] = [comments[0]!, comments.at(-1)!]
  const indent = first.alone ?? ''
  const width = indent.length + Math.max(...comments.map(({text}) => text.length))
  return {
    kind: 'comment',
    form: 'comment',
    trail,
    inCell: false,
    ...readValue(comments.map(({text}) => text).join(' '), settings),
    start: first.start,
    end: last.end,
    scalar: {type: 'comment', header: '', indent, ...(comments.length > 1 && {width})}
  }
}

/** The lines inside the fences of a block, blank ones included. */
function linesOf(source: string, {start, end}: Range): Range[] {
  const lines = source.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)
  return Array.from(lines, ({index, 1: line = ''}) => ({
    start: start + index,
    end: start + index + line.length
  })).slice(1)
}

/** The comment on a line; `//` in a string or address does not begin one, and the first line of a script is none. */
function commentIn(source: string, {start, end}: Range, delimiters: Delimiters): Comment | undefined {
  const line = source.slice(start, end)
  const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g
  const code = line.replace(strings, (text) => ' '.repeat(text.length))
  for (const [open, close] of delimiters) {
    const at = findOpening(code, open)
    if (at === undefined) continue
    const from = at + open.length
    const to = close === undefined ? line.length : line.indexOf(close, from)
    if (to < 0) continue
    const raw = line.slice(from, to)
    const text = raw.trim()
    if (text === '') return
    const first = start + from + raw.indexOf(text)
    const before = line.slice(0, first - start)
    const isAlone = close === undefined && /^[ \t>]*$/.test(line.slice(0, at))
    return {start: first, end: first + text.length, text, ...(isAlone && {alone: before})}
  }
  return undefined
}

function findOpening(code: string, open: string): number | undefined {
  for (let at = code.indexOf(open); at >= 0; at = code.indexOf(open, at + 1)) {
    const before = code[at - 1] ?? ' '
    // `http://`, `$#`, `#!` and `i--` are no comments.
    if (/[\s>;{}(),]/.test(before) && code[at + open.length] !== '!') return at
  }
  return undefined
}
