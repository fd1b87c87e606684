import {codesOf, type Content, type InlineCode} from '@passerelle/model'

/**
 * Give the codes of a typed text the ids of its source's codes: first codes that are printed alike, then others of the
 * same kind in order.
 */
export function matchCodes(target: Content, source: Content): Content {
  const unused = codesOf(source).filter(({type}) => type !== 'close')
  const ids = new Map<string, InlineCode>()
  const heads = codesOf(target).filter(({type}) => type !== 'close')
  for (const same of [(a: InlineCode, b: InlineCode) => a.raw === b.raw, () => true]) {
    for (const code of heads) {
      if (ids.has(code.id)) continue
      const at = unused.findIndex(
        (other) => other.type === code.type && other.kind === code.kind && same(code, other)
      )
      if (at >= 0) ids.set(code.id, unused.splice(at, 1)[0]!)
    }
  }
  return target.map((part) =>
    typeof part === 'string' ? part : {...part, id: ids.get(part.id)?.id ?? `x${part.id}`}
  )
}
