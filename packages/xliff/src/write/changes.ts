import {type Content, excerptOf, pairInOrder} from '@passerelle/model'

/** Longest text, in words, that is compared word by word. */
const LONGEST = 400

/**
 * An earlier text with its changes marked as anybody reads them: `[old → new]`, what is gone `[− old]`, what came `[+ new]`.
 *
 * Texts that share less than half of their words are no change of one another: the earlier one stands by itself.
 */
export function showChanges(before: Content, after: Content): string {
  const old = wordsIn(before)
  const fresh = wordsIn(after)
  if (old.length > LONGEST || fresh.length > LONGEST) return old.join(' ')
  const kept = pairInOrder(old.length, fresh.length, (i, j) => (old[i] === fresh[j] ? 1 : 0))
  if (kept.length * 2 < Math.max(old.length, fresh.length)) return old.join(' ')
  const result: string[] = []
  let [i, j] = [0, 0]
  for (const match of [...kept, {old: old.length, fresh: fresh.length}]) {
    const [gone, come] = [old.slice(i, match.old).join(' '), fresh.slice(j, match.fresh).join(' ')]
    if (gone !== '' && come !== '') result.push(`[${gone} → ${come}]`)
    else if (gone !== '') result.push(`[− ${gone}]`)
    else if (come !== '') result.push(`[+ ${come}]`)
    if (match.old < old.length) result.push(old[match.old]!)
    i = match.old + 1
    j = match.fresh + 1
  }
  return result.join(' ')
}

function wordsIn(content: Content): string[] {
  return excerptOf(content, Number.POSITIVE_INFINITY)
    .split(/\s+/)
    .filter((word) => word !== '')
}
