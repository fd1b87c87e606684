import type {Content} from '@passerelle/model'
import type {InlineContext} from './inline-read.ts'

interface Spaced {
  readonly source: Content
  readonly target: Content | undefined
}

/**
 * Undo white space that a tool added, to source and target alike.
 *
 * A tool that prints XML prettily puts a line break and an indent around the content, or around each of its codes.
 * Where every edge, or every side of a code, of the source has them, they are the tool's.
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
      return body.replace(/[ \t]*\r?\n[ \t]*/g, ' ')
    })
    .filter((part) => part !== '')
}

/** Whether each code has a line break and an indent on each side. */
function isSpread(content: Content): boolean {
  let codes = 0
  for (const [index, part] of content.entries()) {
    if (typeof part === 'string') continue
    codes++
    const before = content[index - 1]
    const after = content[index + 1]
    if (typeof before !== 'string' || !/\n[ \t]*$/.test(before)) return false
    if (typeof after !== 'string' || !/^\n[ \t]+/.test(after)) return false
  }
  return codes > 0
}

function gather(content: Content): Content {
  return content
    .map((part, index) => {
      if (typeof part !== 'string') return part
      const head = index === 0 ? part : part.replace(/^\n[ \t]*/, '')
      return index === content.length - 1 ? head : head.replace(/\n[ \t]*$/, '')
    })
    .filter((part) => part !== '')
}
