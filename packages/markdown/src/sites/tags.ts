import type {Range} from '../text/source.ts'

/**
 * Find template syntax of Hugo, Liquid, Nunjucks and Vue that CommonMark could take for markup or for a new line. Sites
 * expand it before or after they read Markdown, and have to find it whole.
 */
export function findTags(source: string): Range[] {
  if (!/\{[{%]/.test(source)) return []
  const next = nextIn(source)
  const found: Range[] = []
  let end = 0
  for (const {index, 0: opening} of source.matchAll(/(?<!\\)\{(?:%|\{[<%]?)/g)) {
    if (index < end) continue
    const closing = closings[opening]!
    const at = next(closing, index + opening.length)
    if (at < 0 || at - index > longest) continue
    end = at + closing.length
    const isSafe = !meaningful.test(source.slice(index + opening.length, at))
    if (!isSafe && !isInCode(source, index)) found.push({start: index, end})
  }
  return found
}

/** Whether a code span is probably open before an offset on its line, so that the tag is its text. */
function isInCode(source: string, at: number): boolean {
  let isOpen = false
  for (let before = at - 1; before >= 0 && at - before < longest; before--) {
    const char = source[before]
    if (char === '\n' || char === '\r') break
    if (char === '`' && source[before - 1] !== '\\') isOpen = !isOpen
  }
  return isOpen
}

const closings: Readonly<Record<string, string>> = {'{%': '%}', '{{<': '>}}', '{{%': '%}}', '{{': '}}'}

/** Nobody writes longer tags; the limit keeps an opening without an end cheap. */
const longest = 4000

const meaningful = /[\r\n<*`[\]~\\&]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])/

/** Finds the next occurrence of a text. Ask with ascending offsets: each occurrence is looked for once. */
function nextIn(source: string): (text: string, from: number) => number {
  const known = new Map<string, number>()
  return (text, from) => {
    const last = known.get(text)
    if (last !== undefined && (last < 0 || last >= from)) return last
    const at = source.indexOf(text, from)
    known.set(text, at)
    return at
  }
}
