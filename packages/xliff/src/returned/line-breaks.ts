import {type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import {lostFrom} from './put-back.ts'
import type {Around, Undone} from './undoing.ts'

/** Line breaks and tabs, with the blanks around them. */
const BROKEN = /[^\S\u00A0\u202F]*[\t\n\v\f\r\u0085\u2028\u2029]\s*/gu

/**
 * Enter or tab that somebody pressed in a target.
 *
 * Each becomes a blank: our sentences have codes for line breaks. If the target has lost as many of these codes as it
 * has line breaks, the line breaks become the codes. If the source has such characters itself, as entries of catalogs
 * do, nothing is changed.
 */
export function lineBreaks(target: Content, {source}: Around): Undone {
  if (!target.some((part) => typeof part === 'string' && part.search(BROKEN) >= 0))
    return {content: target, count: 0}
  if (textOf(source).search(BROKEN) >= 0) return {content: target, count: 0}
  return replaced(target, lostBreaks(target, source))
}

function lostBreaks(target: Content, source: Content): InlineCode[] {
  return source.filter(lostFrom(target)).filter(({kind, type}) => kind === 'break' && type === 'standalone')
}

function replaced(target: Content, lost: ReadonlyArray<InlineCode>): Undone {
  const last = target.length - 1
  // Edge white space has an undoing of its own.
  const pieces = target.map((part, index) => {
    if (typeof part !== 'string') return [part]
    const [start] = index === 0 ? /^\s*/u.exec(part)! : ['']
    const [end] = index === last && start.length < part.length ? /\s*$/u.exec(part)! : ['']
    const middle = part.slice(start.length, part.length - end.length).split(BROKEN)
    middle[0] = start + middle[0]!
    middle[middle.length - 1] += end
    return middle
  })
  const count = pieces.reduce((sum, piece) => sum + piece.length - 1, 0)
  const codes = lost.length === count ? [...lost] : []
  const content = pieces.flatMap((piece) =>
    piece.flatMap((part, index) => (index === 0 ? [part] : [codes.shift() ?? ' ', part]))
  )
  return count === 0 ? {content: target, count} : {content: tidy(content), count}
}
