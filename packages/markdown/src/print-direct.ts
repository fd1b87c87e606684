import type {Content, InlineCode} from '@passerelle/model'

/**
 * Print content part by part where no part can change what another is: most of what translators write.
 *
 * The printer of remark looks at each character for all that it might have to escape, and at each mark of emphasis for
 * what stands around it. Text without a character that could be markup needs no escape, and a mark between a
 * letter and white space or an end forms in one way alone (CommonMark 6.2). The result is proved as any other.
 *
 * @returns
 *   `undefined` where that is not so.
 */
export function printDirect(content: Content): string | undefined {
  let printed = ''
  for (let index = 0; index < content.length; index++) {
    const part = content[index]!
    const [before, after] = [content[index - 1], content[index + 1]]
    const fits =
      typeof part === 'string' ? isPlainText(part, before, after) : isPlainCode(part, before, after)
    if (!fits) return undefined
    printed += typeof part === 'string' ? part : part.raw
  }
  return printed
}

type Part = string | InlineCode | undefined

function isPlainText(text: string, before: Part, after: Part): boolean {
  if (markup.test(text)) return false
  if (before === undefined || isBreak(before)) {
    if (/^[\s\d:(-]/.test(text)) return false
  } else if (/^[(:]/.test(text) && endsLabel(before)) return false
  if (after === undefined || isBreak(after)) return !/[\s!:]$/.test(text)
  return !(text.endsWith('!') && typeof after === 'object' && after.raw.startsWith('['))
}

/** What could be markup or an address, or become so with what stands next to it: more than is ever escaped. */
const markup = /[#$&*+<=>@[\\\]^_`{|}~\0-\x1F\x7F-\x9F\uFEFF]|:\/|[wW]{3}\./

function endsLabel(part: string | InlineCode): boolean {
  return typeof part === 'object' && part.raw.endsWith(']')
}

function isPlainCode({type, raw}: InlineCode, before: Part, after: Part): boolean {
  if (!/^(?:\*{1,2}|_{1,2}|~~)$/.test(raw)) return !/^[*_~]+$/.test(raw)
  const [outside, inside] =
    type === 'open' ? [endOf(before), startOf(after)] : [startOf(after), endOf(before)]
  // A closing mark after punctuation closes only before white space.
  return /^[\p{L}\p{N}]$/u.test(inside)
    ? /^[\s.,;()«»“”]?$/u.test(outside)
    : type === 'close' && /^[.,;?!)»”…]$/.test(inside) && /^\s?$/.test(outside)
}

/** The last character before a code; empty at an edge, and a mark where another code stands. */
function endOf(part: Part): string {
  return typeof part === 'string' ? part.slice(-1) : part === undefined ? '' : '`'
}

function startOf(part: Part): string {
  return typeof part === 'string' ? part.slice(0, 1) : part === undefined ? '' : '`'
}

function isBreak(part: string | InlineCode): boolean {
  return typeof part === 'object' && part.kind === 'break'
}
