import type {Content, InlineCode} from '@passerelle/model'

/**
 * A content as OmegaT shows it: `<g0>…</g0>` for a pair, `<x1/>` for a code alone, counted from 0 in the source. A
 * memory matches only where tags are written so.
 */
export function shortcuts(content: Content, source: Content): string {
  const numbers = new Map<string, number>()
  for (const part of source) {
    if (typeof part !== 'string' && !numbers.has(part.id)) numbers.set(part.id, numbers.size)
  }
  const tag = ({type, id}: InlineCode): string => {
    const number = numbers.get(id) ?? numbers.size
    if (type === 'standalone') return `<x${number}/>`
    return type === 'open' ? `<g${number}>` : `</g${number}>`
  }
  return content.map((part) => (typeof part === 'string' ? part : tag(part))).join('')
}
