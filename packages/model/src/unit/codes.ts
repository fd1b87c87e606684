import {codesOf, type Content, type InlineCode} from './content.ts'

/**
 * Give the codes of a target the ids and looks of another source's codes.
 *
 * Codes are matched by kind and order: the second link of the old source is the second of the new.
 *
 * @returns
 *   The target with the codes of `to`; undefined if the two sources do not have the same codes.
 */
export function recode(target: Content, from: Content, to: Content): Content | undefined {
  const old = heads(from)
  const fresh = heads(to)
  if (old.length !== fresh.length) return undefined
  const ids = new Map<string, string>()
  const unused = [...fresh]
  for (const code of old) {
    const at = unused.findIndex(({type, kind}) => type === code.type && kind === code.kind)
    if (at < 0) return undefined
    ids.set(code.id, unused.splice(at, 1)[0]!.id)
  }
  return withCodesOf(
    target.map((part) => (typeof part === 'string' ? part : {...part, id: ids.get(part.id) ?? part.id})),
    to
  )
}

/**
 * Give each code of a target everything that the source's code with its id and type has: kind, `raw`, `equiv`, note.
 */
export function withCodesOf(target: Content, source: Content): Content {
  const known = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code]))
  return target.map((part) =>
    typeof part === 'string' ? part : (known.get(`${part.type} ${part.id}`) ?? part)
  )
}

/**
 * Whether a target may lack a code: only a count, in a plural form for zero, one or two, as in “a day”.
 *
 * @param key
 *   Key of the unit, if it has one.
 */
export function mayBeLeftOut({type, kind, equiv}: InlineCode, key = ''): boolean {
  const isCount = type === 'standalone' && kind === 'placeholder' && equiv === 'count'
  return isCount && /_(?:zero|one|two)$/.test(key)
}

function heads(content: Content): InlineCode[] {
  return codesOf(content).filter((code) => code.type !== 'close')
}
