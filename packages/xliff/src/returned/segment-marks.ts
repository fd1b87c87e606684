import {isSentence} from '../inline/content.ts'
import type {SegmentContext} from './undoing.ts'
import {type Element, textIn} from '../xml/parse.ts'

/**
 * Remove the segmentation that a tool put into a unit: `<seg-source>`, and `<mrk mtype="seg">` in the target.
 *
 * White space between segments is taken from the source: Matecat writes a line break and an indent there, others drop
 * it. If one segment is not translated yet, the whole target is unfinished.
 */
export function flattenSegments(
  target: Element,
  segSource: Element | undefined,
  context: SegmentContext
): ReadonlyArray<Element | string> {
  const {report, unit} = context
  const marks = target.children.filter(isSegment)
  if (marks.length === 0) return target.children
  const gaps = gapsAfter(segSource)
  const empty = new Set(marks.filter((mark) => textIn(mark).trim() === '' && mark.children.every(isText)))
  if (empty.size === marks.length) return []
  const left = empty.size + leftOut(marks, segSource)
  if (left > 0) {
    context.isPartial = true
    const args = {
      missing: left,
      of: Math.max(marks.length, segSource?.children.filter(isSegment).length ?? 0)
    }
    report('target-partial', 'warning', args, {offset: target.start, unit})
  }
  const result: (Element | string)[] = []
  let number = 0
  let isMended = false
  for (const [index, child] of target.children.entries()) {
    if (!isSegment(child)) {
      if (!isText(child) || child.trim() !== '') result.push(child)
      continue
    }
    for (const part of child.children) result.push(part)
    const next = marks[++number]
    if (!next || empty.has(next)) continue
    const between = spaceAt(target.children, index + 1)
    const gap = gaps.get(child.attributes['mid'] ?? '') ?? fold(between)
    isMended ||= gap !== between
    result.push(gap)
  }
  if (isMended) report('gap-restored', 'info', {}, {offset: target.start, unit})
  return result
}

/** How many sentences of the source have no segment in the target, or one that is still in the source's language. */
function leftOut(marks: ReadonlyArray<Element>, segSource: Element | undefined): number {
  const written = new Map(marks.map((mark) => [mark.attributes['mid'], textIn(mark).trim()]))
  const sources = (segSource?.children ?? []).filter(isSegment)
  const missing = sources.filter(
    (mark) => !written.has(mark.attributes['mid']) && /[\p{L}\p{N}]/u.test(textIn(mark))
  )
  const isCopy = (mark: Element): boolean => written.get(mark.attributes['mid']) === textIn(mark).trim()
  // If all are copies of the source, nobody has begun; others decide what that means.
  if (sources.every((mark) => !written.has(mark.attributes['mid']) || isCopy(mark))) return 0
  return missing.length + sources.filter((mark) => isCopy(mark) && isSentence([textIn(mark)])).length
}

function isText(child: Element | string): child is string {
  return typeof child === 'string'
}

function isSegment(child: Element | string): child is Element {
  return !isText(child) && child.name === 'mrk' && child.attributes['mtype'] === 'seg'
}

/** White space after each segment of the source, by `mid`. */
function gapsAfter(segSource: Element | undefined): Map<string, string> {
  const gaps = new Map<string, string>()
  const children = segSource?.children ?? []
  for (const [index, child] of children.entries()) {
    if (!isSegment(child)) continue
    const gap = children[index + 1]
    if (gap === undefined || !isText(gap) || gap.trim() === '')
      gaps.set(child.attributes['mid'] ?? '', fold(spaceAt(children, index + 1)))
  }
  return gaps
}

/** White space at a place among children; nothing where other things stand there. */
function spaceAt(children: ReadonlyArray<Element | string>, index: number): string {
  const child = children[index]
  return child !== undefined && isText(child) && child.trim() === '' ? child : ''
}

function fold(space: string): string {
  return /[\r\n]/.test(space) ? ' ' : space
}
