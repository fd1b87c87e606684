import {type Content, withCodesOf, type InlineCode} from '@passerelle/model'
import type {Inline} from '../inline/read-inline.ts'
import {lostFrom} from './put-back.ts'
import type {Around, Undone} from './undoing.ts'

/** Give codes that came back with an id and nothing else the look of the source's codes. */
export function withLooksOfSource({content, bare}: Inline, source: Content): Content {
  if (bare.size === 0) return content
  const looks = withCodesOf(content, source)
  return content.map((part, index) => (typeof part !== 'string' && bare.has(part) ? looks[index]! : part))
}

/**
 * A code that came back without its id, where only one code is possible: the only one of its kind that the target has
 * lost.
 */
export function nameless(target: Content, {source}: Around): Undone {
  const bare = target.filter(isNameless)
  if (bare.length === 0) return {content: target, count: 0}
  const lost = source.filter(lostFrom(target)).filter(({type}) => type !== 'close')
  const heads = bare.filter(({type}) => type !== 'close')
  const named = namesFor(heads, lost)
  if (!named) return {content: target, count: 0}
  return {content: renamed(target, named), count: heads.length}
}

export function isNameless(part: string | InlineCode): part is InlineCode {
  return typeof part !== 'string' && part.id === ''
}

/** One code for each that has no id; undefined where there is any doubt which. */
function namesFor(
  heads: ReadonlyArray<InlineCode>,
  lost: ReadonlyArray<InlineCode>
): ReadonlyArray<InlineCode> | undefined {
  const found = heads.map((head) => {
    const alike = lost.filter(
      ({type, kind}) => type === head.type && (head.kind === 'other' || kind === head.kind)
    )
    return alike.length === 1 ? alike[0] : undefined
  })
  const known = found.filter((code) => code !== undefined)
  return known.length === heads.length && new Set(known).size === known.length ? known : undefined
}

function renamed(target: Content, named: ReadonlyArray<InlineCode>): Content {
  const rest = [...named]
  const open: InlineCode[] = []
  return target.map((part) => {
    if (!isNameless(part)) return part
    const code = part.type === 'close' ? open.pop() : rest.shift()
    if (code && part.type === 'open') open.push(code)
    return code ? {...part, id: code.id} : part
  })
}
