import type {Content} from '../unit/content.ts'

/** One way of writing that is read like another, so that sources that differ in it mean the same. */
interface Variant {
  readonly name: string
  /** Why it cannot change the meaning. */
  readonly reason: string
  readonly pattern: RegExp
  readonly plain: string
}

/**
 * All cosmetic differences, in the order in which they are applied: each row works on the result of those before it.
 * Every other difference makes another source: case, signs, figures, all other punctuation. How Markdown's own marks
 * are written is not in a content, so it needs no row.
 */
export const cosmeticVariants: ReadonlyArray<Variant> = [
  {
    name: 'white space',
    reason: 'However wide it is and whether a line may end there, it parts the same words.',
    pattern: /\s+/gu,
    plain: ' '
  },
  {
    name: 'space before high punctuation',
    reason: 'French sets “!” off from its word and English does not; it ends the same sentence.',
    pattern: /(?<=[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}%\u0002]) (?=[!?:;](?: |$))/gu,
    plain: ''
  },
  {
    name: 'guillemets',
    reason: 'A pair of them quotes what is between, as other quotes do. One alone may be an arrow.',
    pattern: /« ?([^«»]*?) ?»/gu,
    plain: '"$1"'
  },
  {
    name: 'double quotes',
    reason: 'Curly, straight or low, they quote.',
    pattern: /[“”„‟]/gu,
    plain: '"'
  },
  {
    name: 'apostrophes and single quotes',
    reason: 'Curly, straight or low, it is the mark of one key. A prime is another.',
    pattern: /[‘’‚‛]/gu,
    plain: "'"
  },
  {
    name: 'hyphens',
    reason: 'They join the same words, whether a line may end after them or not.',
    pattern: /[‐‑]/gu,
    plain: '-'
  },
  {
    name: 'dashes between words',
    reason: 'With a space on both sides they part a sentence. Beside a figure they may say “to” or “minus”.',
    pattern: /(?<=^|[^\p{N} ] )(?:--?|[–—―])(?=$| [^\p{N} ])/gu,
    plain: '—'
  },
  {
    name: 'ellipsis',
    reason: 'Three full stops are how keyboards write it.',
    pattern: /(?<!\.)\.{3}(?!\.)/gu,
    plain: '…'
  }
]

/**
 * A content in a plain form, equal for two contents that differ only by {@link cosmeticVariants}.
 *
 * A hard line break counts as white space. Other codes count by type and kind, and by which ends belong together.
 */
function plainOf(content: Content): string {
  const numbers = new Map<string, number>()
  let text = ''
  for (const part of content) {
    if (typeof part === 'string') text += part
    else if (part.kind === 'break') text += ' '
    else {
      if (!numbers.has(part.id)) numbers.set(part.id, numbers.size)
      text += `\u0001${part.type}:${part.kind}:${numbers.get(part.id)}\u0002`
    }
  }
  return cosmeticVariants
    .reduce((plain, {pattern, plain: variant}) => plain.replace(pattern, variant), text.normalize('NFC'))
    .trim()
}

/** Whether two sources mean the same, so that a translation of one is a translation of the other. */
export function isCosmetic(before: Content, after: Content): boolean {
  return plainOf(before) === plainOf(after)
}
