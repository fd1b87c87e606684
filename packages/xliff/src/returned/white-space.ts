import type {Content} from '@passerelle/model'
import type {InlineContext} from '../inline/read-inline.ts'

interface Spaced {
  readonly source: Content
  readonly target: Content | undefined
}

/**
 * Undo white space that a tool added, to source and target alike.
 *
 * A tool that prints XML prettily puts a line break and an indent around the content, before each of its codes, or
 * between tags that follow one another. Where both edges, or all codes, of the source have them, or they are all there is
 * between two of its codes, they are the tool's.
 */
export function unfold(
  source: Content,
  target: Content | undefined,
  preserve: boolean,
  context: InlineContext,
  offset: number
): Spaced {
  let spaced: Spaced = {source, target}
  if (!preserve && isIndented(source)) spaced = {source: trim(source), target: target && trim(target)}
  if (isSpread(spaced.source)) {
    spaced = {source: gather(spaced.source), target: spaced.target && gather(spaced.target)}
  }
  if (spaced.source.length > 3 && spaced.source.some(isNest)) {
    spaced = {source: flat(spaced.source), target: spaced.target && flat(spaced.target)}
  }
  if (spaced.source !== source) {
    context.report('white-space-undone', 'info', {}, {offset, unit: context.unit})
  }
  return spaced
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
        .map((line, number, lines) => trimLine(line, number > 0, number < lines.length - 1))
        .join(' ')
    })
    .filter((part) => part !== '')
}

function trimLine(line: string, start: boolean, end: boolean): string {
  const left = start ? line.trimStart() : line
  return end ? left.trimEnd() : left
}

/**
 * Whether each code that begins here stands on a line of its own, and the closing tag, too, with a smaller indent.
 *
 * So locize writes them, at a depth where four blanks are the least; no author's text looks like that.
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
