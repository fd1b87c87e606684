import {hash} from 'node:crypto'
import type {Block} from './document.ts'
import type {Content} from './content.ts'

/**
 * A content in the form that ids are made from: NFC, white space folded, only the kind of each code.
 *
 * So the id stays if a link leads elsewhere, emphasis has another marker, or lines are wrapped anew.
 */
export function normalize(content: Content): string {
  let text = ''
  for (const part of content)
    text += typeof part === 'string' ? part : `\u0001${part.type === 'close' ? '/' : ''}${part.kind}\u0002`
  const isUsual = !unusual.test(text) && !text.includes('  ')
  return (isUsual ? text : text.normalize('NFC').replace(/[^\S ]\s*| \s+/gu, ' ')).trim()
}

/** Characters that NFC may change, and white space other than the space; most texts have none. */
const unusual = /[^\u0001\u0002 -\u009F\u00A1-\u02FF\u2010-\u2027\u202A-\u202E\u2030-\u205E]/

/**
 * The words, figures and signs of value in a content, without codes, punctuation and case.
 *
 * Similarity is measured by them. `1,5` is one figure, and neither `15` nor `1.5`.
 */
export function wordsOf(content: Content): string[] {
  const text = content.map((part) => (typeof part === 'string' ? part : '')).join('')
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? []
}

const WORD = /[-\u2212]?\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[\p{Sc}%\u2030\u00B0<>=+]/gu

/** Twelve characters of base 36 as a hash of a text. */
export function fingerprint(text: string): string {
  const digits = hash('sha256', text, 'hex').slice(0, 16)
  return BigInt(`0x${digits}`).toString(36).padStart(13, '0').slice(0, 12)
}

/**
 * Ids for the blocks of one document, in their order.
 *
 * An id is made of the block's content, and of its key if it has one, so it does not change when other blocks come or
 * go. Of blocks with the same content the first has the plain id; the others are told apart by the headings above them,
 * and if these are the same, by a number.
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

/** The id that a block would have if it had no twins. */
export function plainId(id: string): string {
  const at = id.indexOf('-')
  return at < 0 ? id : id.slice(0, at)
}

/**
 * An id for a block with the content of an earlier one. Numbers are remembered, for a document may repeat itself very
 * often.
 */
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
