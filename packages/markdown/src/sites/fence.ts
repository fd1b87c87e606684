import type {Range} from '../text/source.ts'

/** Text in which container fences are blank lines, and the labels that stand on them. */
export interface Fenced {
  /** As long as the source: offsets hold. */
  readonly text: string
  readonly labels: ReadonlyArray<Range>
}

/**
 * Blank the lines that open and close containers: `:::note[Label]`, `::: tip Label`, `:::`, and those of directives
 * that stand alone: `::video[Label]{#id}`.
 *
 * Docusaurus, Starlight, VitePress and MyST write them; to CommonMark they are text, and go on in the
 * paragraph before or after. A blank line is what they are to the blocks around them.
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

/** A line: container prefix and list marker, colons, and the rest; two colons only where a leaf directive follows. */
const fence =
  /(?<![^\r\n])([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(:{3,}|::(?=[A-Za-z][\w-]*(?:\[[^\r\n]*\])?(?:\{[^{}\r\n]*\})?[ \t]*(?:[\r\n]|$)))[^\r\n]*/g

/** A longer label is none that anybody wrote, and remark, which reads it, needs the square of its length. */
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
