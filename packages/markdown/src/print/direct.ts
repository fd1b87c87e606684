import type {Content, InlineCode} from '@passerelle/model'
import {breaksLine} from '../sites/marks.ts'

/**
 * Print content part by part where no part can change another: most of what translators write.
 *
 * The printer of remark looks at each character that it may have to escape, and at what is around each delimiter of
 * emphasis. That is not needed for text without any character that could be markup (brackets get an escape here), nor
 * for a delimiter between a letter and white space, punctuation or an edge, which can only form in one way (CommonMark
 * 6.2). The result is proved like any other.
 *
 * @param inLabel
 *   Whether the whole stands between brackets.
 * @returns
 *   `undefined` where some part may change another.
 */
export function printDirect(content: Content, {inLabel}: {inLabel: boolean}): string | undefined {
  let printed = ''
  let labels = inLabel ? 1 : 0
  for (let index = 0; index < content.length; index++) {
    const part = content[index]!
    const [before, after] = [content[index - 1], content[index + 1]]
    if (typeof part === 'string') {
      if (!isPlainText(part, before, after)) return undefined
      printed += escapeBrackets(part, {inLabel: labels > 0})
      continue
    }
    if (!isPlainCode(part, before, after)) return undefined
    if (part.kind === 'link' && part.type !== 'standalone') labels += part.type === 'open' ? 1 : -1
    printed += part.raw
  }
  return printed
}

type Part = string | InlineCode | undefined

function escapeBrackets(text: string, {inLabel}: {inLabel: boolean}): string {
  const opening = text.includes('[') ? text.replaceAll('[', '\\[') : text
  return inLabel && opening.includes(']') ? opening.replaceAll(']', '\\]') : opening
}

function isPlainText(text: string, before: Part, after: Part): boolean {
  if (markup.test(text)) return false
  if (startsLine(before) ? atStart.test(text) : goesOn(last(before), text)) return false
  if (after === undefined || isBreak(after)) return !/[\s#]$/.test(text)
  return !(text.endsWith('!') && first(after) === '[')
}

/** Characters that could be markup or an address, or become so beside others: more than are ever escaped. */
const markup =
  /[$\\^`{|}~*<\0-\x1F\x7F-\x9F\uFEFF]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])|&[#A-Za-z]|[\w.+-]@|:\/|[wW]{3}\./

/** What could begin a block. */
const atStart = /^(?:[\s:#+=>-]|\d{1,9}[.)])/

/** Whether text would continue the label or mail address before it. */
function goesOn(before: string, text: string): boolean {
  return (before === ']' && /^[(:[]/.test(text)) || (text.startsWith('@') && /[\w.+-]/.test(before))
}

/** Whether a delimiter of emphasis can only form as meant; any other code can always be printed as it is. */
function isPlainCode({type, raw}: InlineCode, before: Part, after: Part): boolean {
  if (!/^(?:\*{1,2}|_{1,2}|~~)$/.test(raw)) return !/^[*_~]+$/.test(raw)
  const [outside, inside] = type === 'open' ? [last(before), first(after)] : [first(after), last(before)]
  if (/^[\p{L}\p{N}]$/u.test(inside)) return /^(?:[\s\p{P}](?<![*_~]))?$/u.test(outside)
  // Next to punctuation it opens only after white space, and closes only before it.
  const neighbours = type === 'open' ? /^[[<`({«“"]$/ : /^[\]>`)}».,;:?!…”"]$/
  return /^\s?$/.test(outside) && neighbours.test(inside)
}

/** The last character of a part; empty at an edge. */
function last(part: Part): string {
  return (typeof part === 'object' ? part.raw : (part ?? '')).slice(-1)
}

function first(part: Part): string {
  return (typeof part === 'object' ? part.raw : (part ?? '')).slice(0, 1)
}

function startsLine(before: Part): boolean {
  return before === undefined || isBreak(before)
}

function isBreak(part: Exclude<Part, undefined>): boolean {
  return typeof part === 'object' && breaksLine(part)
}
