import {type Content, cut, textOf} from '@passerelle/model'
import type {Direction} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import {boundariesIn} from '../project/source.ts'
import type {PageSegment} from './page.ts'

/**
 * Cut a block of a file into a text for each segment that was built there.
 *
 * Segments that are as they were built are found from both ends, whatever sentences they hold; the text between belongs
 * to the segments between. So a segment may have become two sentences. Undefined if it is not clear which text belongs
 * to which segment.
 */
export function cutAsPrinted(
  content: Content,
  printed: ReadonlyArray<PageSegment>,
  direction: Direction,
  project: Project
): ReadonlyArray<Content> | undefined {
  // A sentence whose translation stands in its neighbour's shows nothing.
  const speaking = printed.filter(({shown}) => typeof shown === 'string' || shown.length > 0)
  const pieces = cutAlong(content, speaking, direction, project)
  if (!pieces || speaking.length === printed.length) return pieces
  return printed.map((segment) => pieces[speaking.indexOf(segment)] ?? [])
}

function cutAlong(
  content: Content,
  printed: ReadonlyArray<PageSegment>,
  {format, targetLocale}: Direction,
  project: Project
): ReadonlyArray<Content> | undefined {
  const rules = boundariesIn(content, format, targetLocale, project)
  const text = textOf(content)
  const positions = positionsIn(content)
  const texts = printed.map(({shown}) => (typeof shown === 'string' ? undefined : textOf(shown)))
  const ahead = endsAhead(text, texts)
  const behind = startsBehind(text, texts.slice(ahead.length), ahead.at(-1) ?? 0)
  const [from, to] = [ahead.at(-1) ?? 0, behind[0] ?? text.length]
  const count = printed.length - ahead.length - behind.length
  const middle = count > 1 ? rules.filter((at) => at > positions[from]! && at < positions[to]!) : []
  const ends = [
    ...ahead.map((end) => positions[end]!),
    ...middle,
    ...behind.map((start) => positions[start]!)
  ]
  const isWhole = count === 0 && text.slice(from, to).trim() === ''
  if (isWhole || count > 0) {
    const pieces = cut(
      content,
      [...new Set(ends)].sort((a, b) => a - b)
    ).segments
    if (pieces.length === printed.length) return pieces
  }
  const pieces = cut(content, rules).segments
  return pieces.length === printed.length ? pieces : undefined
}

/** Where segments end, as far as a text begins with them. */
function endsAhead(text: string, texts: ReadonlyArray<string | undefined>): number[] {
  const ends: number[] = []
  let at = 0
  for (const segment of texts) {
    at += /^\s*/.exec(text.slice(at))![0].length
    if (segment === undefined || !text.startsWith(segment, at) || isInWord(text, at + segment.length)) break
    at += segment.length
    ends.push(at)
  }
  return ends
}

/** Where segments begin, as far as a text ends with them; looks at nothing before an offset. */
function startsBehind(text: string, texts: ReadonlyArray<string | undefined>, from: number): number[] {
  const starts: number[] = []
  let at = text.length
  for (const segment of texts.toReversed()) {
    at = from + text.slice(from, at).trimEnd().length
    const start = segment === undefined ? -1 : at - segment.length
    if (start < from || !text.startsWith(segment!, start) || isInWord(text, start)) break
    at = start
    starts.unshift(at)
  }
  return starts
}

/** Whether an offset in a text is inside a word. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}

/** For each offset in the text of a content, its position in the content, where each code counts as one. */
function positionsIn(content: Content): number[] {
  const positions: number[] = []
  let at = 0
  for (const part of content) {
    if (typeof part !== 'string') at++
    else for (let index = 0; index < part.length; index++) positions.push(at++)
  }
  positions.push(at)
  return positions
}
