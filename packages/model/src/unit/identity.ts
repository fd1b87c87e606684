import {hash} from 'node:crypto'
import type {Block} from './document.ts'
import type {Content} from './content.ts'

/**
 * The form of a content that identity looks at: NFC, white space folded, codes by kind alone.
 *
 * A changed link target, another marker for the same emphasis, or a paragraph wrapped anew is no other content.
 */
export function normalize(content: Content): string {
  let text = ''
  for (const part of content)
    text += typeof part === 'string' ? part : `\u0001${part.type === 'close' ? '/' : ''}${part.kind}\u0002`
  const isUsual = !unusual.test(text) && !text.includes('  ')
  return (isUsual ? text : text.normalize('NFC').replace(/[^\S ]\s*| \s+/gu, ' ')).trim()
}

/** Characters that NFC may change, and white space but the space; most text has none. */
const unusual = /[^\u0001\u0002 -\u009F\u00A1-\u02FF\u2010-\u2027\u202A-\u202E\u2030-\u205E]/

/**
 * The words, figures and signs of value of a content: no codes, punctuation or case.
 *
 * What likeness is measured by. `1,5` is one figure, and neither `15` nor `1.5`.
 */
export function wordsOf(content: Content): string[] {
  const text = content.map((part) => (typeof part === 'string' ? part : '')).join('')
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? []
}

const WORD = /[-\u2212]?\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[\p{Sc}%\u2030\u00B0<>=+]/gu

/** Twelve characters of base 36 that stand for a text. */
export function fingerprint(text: string): string {
  const digits = hash('sha256', text, 'hex').slice(0, 16)
  return BigInt(`0x${digits}`).toString(36).padStart(13, '0').slice(0, 12)
}

/**
 * Ids for the blocks of one document, in their order.
 *
 * An id is made from the block's content, and its key where it has one, so no other block's coming or going
 * changes it. Of blocks with the same content the first keeps the plain id; the next are told apart by the
 * headings above them, and by number where even these agree.
 */
export function identify(blocks: ReadonlyArray<Block>): string[] {
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  return blocks.map((block) => {
    const plain = `u${fingerprint(`${block.key ?? ''}\n${normalize(block.content)}`)}`
    const id = taken.has(plain) ? idOfTwin(plain, block, taken, numbers) : plain
    taken.add(id)
    return id
  })
}

/** The id that a block would have if no other had its content. */
export function plainId(id: string): string {
  const at = id.indexOf('-')
  return at < 0 ? id : id.slice(0, at)
}

/** An id for a block whose content another has. Numbers already given are remembered: a document may repeat itself. */
function idOfTwin(
  plain: string,
  {kind, trail}: Block,
  taken: ReadonlySet<string>,
  numbers: Map<string, number>
): string {
  const below = `${plain}-${fingerprint(`${kind}\n${trail.join('\n')}`).slice(0, 4)}`
  if (!taken.has(below)) return below
  let number = numbers.get(below) ?? 2
  while (taken.has(`${below}-${number}`)) number++
  numbers.set(below, number + 1)
  return `${below}-${number}`
}
