import type {Content} from '@passerelle/model'
import type {SegmentContext, Spaced, SpaceOptions} from './undoing.ts'

/**
 * Undo white space that a tool added to source and target alike.
 *
 * A line break and an indent are the tool's where they stand at both edges of the source, before each of its codes, or
 * alone between two codes.
 */
export function undoWhiteSpace(
  spaced: Spaced,
  options: SpaceOptions,
  {undoings, report, unit}: SegmentContext,
  offset: number
): Spaced {
  let result = spaced
  for (const {undo} of undoings['white-space']) result = undo(result, options)
  if (result.source !== spaced.source) report('white-space-undone', 'info', {}, {offset, unit})
  return result
}

/** A line break and an indent around the text. */
export function edgeIndents(spaced: Spaced, {preserve}: SpaceOptions): Spaced {
  return !preserve && isIndented(spaced.source) ? both(spaced, trim) : spaced
}

/** A line break and an indent before each code. */
export function indentsBeforeCodes(spaced: Spaced): Spaced {
  return isSpread(spaced.source) ? both(spaced, gather) : spaced
}

/** A line break and an indent between codes that follow one another. */
export function indentsBetweenCodes(spaced: Spaced): Spaced {
  return spaced.source.length > 3 && spaced.source.some(isNest) ? both(spaced, flat) : spaced
}

function both({source, target}: Spaced, change: (content: Content) => Content): Spaced {
  return {source: change(source), target: target && change(target)}
}

function isIndented(content: Content): boolean {
  const first = content[0]
  const last = content.at(-1)
  return (
    typeof first === 'string' &&
    /^[ \t]*\r?\n/.test(first) &&
    typeof last === 'string' &&
    /\n[ \t]*$/.test(last)
  )
}

function trim(content: Content): Content {
  return content
    .map((part, index) => {
      if (typeof part !== 'string') return part
      const head = index === 0 ? part.trimStart() : part
      const body = index === content.length - 1 ? head.trimEnd() : head
      return body
        .split('\n')
        .map((line, number, lines) => {
          const left = number > 0 ? line.trimStart() : line
          return number < lines.length - 1 ? left.trimEnd() : left
        })
        .join(' ')
    })
    .filter((part) => part !== '')
}

/**
 * Whether each code that begins here stands on a line of its own, and so does the closing tag, with a smaller indent.
 *
 * locize writes files so, indented by four blanks or more; no author's text looks like that.
 */
function isSpread(content: Content): boolean {
  const last = content.at(-1)
  const outer = typeof last === 'string' ? /\n([ \t]*)$/.exec(last)?.[1]?.length : undefined
  if (outer === undefined) return false
  let starts = 0
  for (const [index, part] of content.entries()) {
    if (typeof part === 'string' || part.type === 'close') continue
    starts++
    const before = content[index - 1]
    const indent = typeof before === 'string' ? (/\n([ \t]{4,})$/.exec(before)?.[1]?.length ?? 0) : 0
    if (indent <= outer) return false
  }
  return starts > 0
}

/** Whether a part is a line break and an indent between two codes, as Lokalize writes them. */
function isNest(part: Content[number], index: number, content: Content): boolean {
  if (typeof part !== 'string' || !/^\r?\n[ \t]{4,}$/.test(part)) return false
  return typeof content[index - 1] === 'object' && typeof content[index + 1] === 'object'
}

function flat(content: Content): Content {
  return content.filter((...at) => !isNest(...at))
}

const BEFORE = /\r?\n[ \t]*$/
const AFTER = /^\r?\n[ \t]*/

function gather(content: Content): Content {
  if (content.every((part) => typeof part === 'string')) return content
  return content
    .map((part, index) => {
      if (typeof part !== 'string') return part
      return index === 0 ? part.replace(BEFORE, '') : part.replace(AFTER, '').replace(BEFORE, '')
    })
    .filter((part) => part !== '')
}
