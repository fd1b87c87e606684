import type {Fail} from './tag.ts'

/**
 * The end of a document type declaration, or -1 where the text ends first. The offset given is inside it.
 *
 * Looks only at quotes, brackets, comments and instructions, which is enough to find the end.
 */
export function doctypeEnd(text: string, from: number, fail: Fail): number {
  const marks = /[[\]<>"']/g
  marks.lastIndex = from
  let isInside = false
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const [mark] = found
    const {index} = found
    if (mark === '>' && !isInside) return index + 1
    if (mark === '[') isInside = true
    else if (mark === ']') isInside = false
    else if (mark === '"' || mark === "'" || (mark === '<' && isInside)) {
      marks.lastIndex = mark === '<' ? skipMarkup(text, index, fail) : text.indexOf(mark, index + 1) + 1
      if (marks.lastIndex === 0) return -1
    }
  }
  return -1
}

/** The end of a comment or instruction, or the offset behind `<`; 0 where the text ends first. */
function skipMarkup(text: string, start: number, fail: Fail): number {
  if (text.startsWith('<?', start)) {
    const end = text.indexOf('?>', start)
    return end < 0 ? 0 : end + 2
  }
  if (!text.startsWith('<!--', start)) return start + 1
  const end = text.indexOf('--', start + 4)
  if (end < 0 || end + 2 === text.length) return 0
  if (text[end + 2] !== '>') fail('malformed comment.', end)
  return end + 3
}
