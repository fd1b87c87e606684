import {type Content, excerptOf, pairInOrder} from '@passerelle/model'

/** Longest text, in words, that is compared; a longer one is shown as it was. */
const LONGEST = 400

/**
 * An earlier text with its changes shown in brackets: `[old → new]` where words changed, `[− old]` where some are gone,
 * `[+ new]` where some came.
 *
 * Where the texts share less than half of their words, the earlier one is shown as it was.
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
