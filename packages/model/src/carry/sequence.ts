/** An item of an old sequence, and the item of a new one that belongs to it. */
export interface Match {
  readonly old: number
  readonly fresh: number
}

/** An alignment whose table would have more cells is not made; then items are paired in order of similarity. */
const LARGEST_TABLE = 250_000

/**
 * Pair two sequences in order so that the sum of the scores is largest; items that score 0 are not paired.
 *
 * Needleman and Wunsch, "A general method applicable to the search for similarities", J. Mol. Biol. 48 (1970), without
 * gap penalty. Sequences too long for the table are first divided at equal distances.
 */
export function pairInOrder(
  oldCount: number,
  freshCount: number,
  score: (old: number, fresh: number) => number
): Match[] {
  if (oldCount === 0 || freshCount === 0) return []
  if (oldCount * freshCount > LARGEST_TABLE) return halves(oldCount, freshCount, score)
  const width = freshCount + 1
  const best = new Float64Array((oldCount + 1) * width)
  const scores = new Float64Array((oldCount + 1) * width)
  for (let i = oldCount - 1; i >= 0; i--) {
    for (let j = freshCount - 1; j >= 0; j--) {
      const cell = i * width + j
      const here = score(i, j)
      scores[cell] = here
      best[cell] = Math.max(
        best[cell + width]!,
        best[cell + 1]!,
        here > 0 ? here + best[cell + width + 1]! : 0
      )
    }
  }
  return trace(best, scores, oldCount, freshCount)
}

function trace(best: Float64Array, scores: Float64Array, oldCount: number, freshCount: number): Match[] {
  const width = freshCount + 1
  const matches: Match[] = []
  let i = 0
  let j = 0
  while (i < oldCount && j < freshCount) {
    const cell = i * width + j
    if (scores[cell]! > 0 && best[cell] === scores[cell]! + best[cell + width + 1]!) {
      matches.push({old: i, fresh: j})
      i++
      j++
    } else if (best[cell] === best[cell + width]!) i++
    else j++
  }
  return matches
}

function halves(
  oldCount: number,
  freshCount: number,
  score: (old: number, fresh: number) => number
): Match[] {
  const oldHalf = Math.ceil(oldCount / 2)
  const freshHalf = Math.ceil(freshCount / 2)
  const second = pairInOrder(oldCount - oldHalf, freshCount - freshHalf, (i, j) =>
    score(i + oldHalf, j + freshHalf)
  )
  return [
    ...pairInOrder(oldHalf, freshHalf, score),
    ...second.map((match) => ({old: match.old + oldHalf, fresh: match.fresh + freshHalf}))
  ]
}

/** Pair equal items that stand in another order: the first one left with the first one left. */
export function pairElsewhere(
  before: ReadonlyArray<string>,
  now: ReadonlyArray<string>,
  matches: ReadonlyArray<Match>
): Match[] {
  const [olds, fresh] = [new Set(matches.map(({old}) => old)), new Set(matches.map((match) => match.fresh))]
  const left = new Map<string, number[]>()
  for (const [at, content] of before.entries()) {
    if (olds.has(at)) continue
    const list = left.get(content)
    if (list) list.push(at)
    else left.set(content, [at])
  }
  return now.flatMap((content, at) => {
    const old = fresh.has(at) ? undefined : left.get(content)?.shift()
    return old === undefined ? [] : [{old, fresh: at}]
  })
}
