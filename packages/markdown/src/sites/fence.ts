import type {Range} from '../text/source.ts'

/** A text whose container fences are made blank lines, and the labels of these fences. */
export interface Fenced {
  /** As long as the source: offsets hold. */
  readonly text: string
  readonly labels: ReadonlyArray<Range>
}

/**
 * Blank the lines that open and close containers, `:::note[Label]`, `::: tip Label`, `:::`, and directives on a line of
 * their own, `::video[Label]{#id}`.
 *
 * Docusaurus, Starlight, VitePress and MyST read them. CommonMark takes them for text of the paragraph before or after;
 * for the blocks around them they act as a blank line.
 */
export function blankFences(source: string): Fenced {
  if (!source.includes('::')) return {text: source, labels: []}
  const labels: Range[] = []
  const text = source.replace(fence, (line: string, before: string, colons: string, offset: number) => {
    const start = offset + before.length + colons.length
    const rest = line.slice(before.length + colons.length)
    const label = labelIn(rest)
    if (label) labels.push({start: start + label.start, end: start + label.end})
    return before + ' '.repeat(line.length - before.length)
  })
  return {text, labels}
}

/** A line: container prefix and list marker, colons, and the rest; two colons only before a leaf directive. */
const fence =
  /(?<![^\r\n])([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(:{3,}|::(?=[A-Za-z][\w-]*(?:\[[^\r\n]*\])?(?:\{[^{}\r\n]*\})?[ \t]*(?:[\r\n]|$)))[^\r\n]*/g

/** Nobody writes a longer label, and remark, which reads it, needs time that grows with its square. */
const longest = 1000

/** `note[Label]{…}`, or `note Label`. */
function labelIn(rest: string): Range | undefined {
  const bracketed = /^[ \t]*[\w-]+\[([^\r\n]*)\](?:\{[^{}]*\})?[ \t]*$/.exec(rest)
  const plain =
    bracketed ?? /^[ \t]*[\w-]+[ \t]+([^\s{][^\r\n]*?)(?:[ \t]*(?<!\\)\{[^{}]*\})?[ \t]*$/.exec(rest)
  const label = plain?.[1]
  if (!label || label.length > longest) return
  const start = bracketed
    ? rest.indexOf('[') + 1
    : rest.indexOf(label, /^[ \t]*[\w-]+/.exec(rest)?.[0].length)
  return {start, end: start + label.length}
}
