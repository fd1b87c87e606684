import {type Content, excerptOf} from '@passerelle/model'
import {type Check, type Finding, onPairs} from '../rule/check.ts'
import {flat} from '../rule/flat.ts'

const doubled = /\S([^\S\n]{2,})\S/u

/**
 * `whitespace-double`: no two spaces in a row, no-break spaces included, unless the source has them, too. `space-lost`:
 * a word touches a code that the source keeps apart from it, because a tool lost the blank beside its tag.
 */
export const whitespace: Check = onPairs((source, target): Finding[] => {
  const match = doubled.exec(flat(target))
  const apart = new Set(seams(source).flatMap(({at, isGlued}) => (isGlued ? [] : [at])))
  const glued = seams(target).find(({at, isGlued}) => isGlued && apart.has(at))
  return [
    ...(match && !doubled.test(flat(source))
      ? [{id: 'whitespace-double', args: {found: match[0]}} as const]
      : []),
    ...(glued ? [{id: 'space-lost', args: {found: glued.found, text: excerptOf(source)}} as const] : [])
  ]
})

/** An outer side of a code. */
interface Seam {
  readonly at: string
  /** Whether a letter stands right beside it. */
  readonly isGlued: boolean
  readonly found: string
}

/** The outer sides of codes: before an opening one, behind a closing one, both of one that stands alone. */
function seams(content: Content): Seam[] {
  return content.flatMap((part, index): Seam[] => {
    if (typeof part === 'string' || part.kind === 'break') return []
    const [before, after] = [content[index - 1], content[index + 1]]
    const [left, right] = [typeof before === 'string' ? before : '', typeof after === 'string' ? after : '']
    const [end] = /\p{L}+$/u.exec(left) ?? ['']
    const [start] = /^\p{L}+/u.exec(right) ?? ['']
    const isPair = part.type !== 'standalone'
    const found = isPair ? `${end}${start}` : end || start
    const sides = isPair ? [part.type] : ['before', 'behind']
    return sides.map((side) => {
      const isGlued = isPair ? end !== '' && start !== '' : (side === 'before' ? end : start) !== ''
      return {at: `${part.id} ${side}`, isGlued, found}
    })
  })
}
