import {codesOf, type Content, type InlineCode, signature, textOf, tidy} from '../unit/content.ts'
import {commented} from '../unit/comments.ts'
import {withDoubts} from '../unit/pair-doubts.ts'
import {leastOf} from '../unit/states.ts'
import type {Pair} from '../unit/unit.ts'

/** Cuts a translation into sentences by the rules of its own language. */
export type SplitTarget = (target: Content) => ReadonlyArray<Content>

/**
 * Cut the pairs of a unit again, if its prose is the same but its sentences end elsewhere now, for example because
 * segmentation rules have changed.
 *
 * Pairs that are joined become one, with the lowest of their states (XLIFF 2.1, “Segmentation Modification”). If a pair
 * is split, its target is split too, if that gives as many sentences, each with the codes of its source; if not, the
 * pair stays as it was and becomes a candidate.
 *
 * @returns
 *   Pairs to carry from; `old` itself if nothing was cut.
 */
export function recut(
  old: ReadonlyArray<Pair>,
  today: ReadonlyArray<Pair>,
  split?: SplitTarget
): ReadonlyArray<Pair> {
  if (old.length === today.length || proseOf(old) !== proseOf(today)) return old
  const before = endsOf(old)
  const now = endsOf(today)
  const result: Pair[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < today.length) {
    let nextOld = i + 1
    let nextToday = j + 1
    while (before[nextOld - 1] !== now[nextToday - 1]) {
      if (before[nextOld - 1]! < now[nextToday - 1]!) nextOld++
      else nextToday++
    }
    result.push(...regroup(old.slice(i, nextOld), today.slice(j, nextToday), split))
    i = nextOld
    j = nextToday
  }
  return result
}

function regroup(
  old: ReadonlyArray<Pair>,
  today: ReadonlyArray<Pair>,
  split?: SplitTarget
): ReadonlyArray<Pair> {
  if (old.length > 1 && today.length === 1) return [joined(old)]
  if (old.length === 1 && today.length > 1) return separated(old[0]!, today, split) ?? old
  return old
}

function joined(old: ReadonlyArray<Pair>): Pair {
  const {target: _, subState: __, order: ___, doubts: ____, ...bare} = old[0]!
  const first = commented(bare, ...old.map(({comments}) => comments))
  const source = chain(
    old.map((pair) => pair.source),
    old
  )
  const targets = old.map((pair) => pair.target).filter((target) => target !== undefined)
  const candidates = old.flatMap((pair) => pair.candidates)
  const gap = old.at(-1)!.gap
  // Sentences in another order are no translation of these.
  if (targets.length < old.length || !isConsecutive(old)) {
    const kept = old.flatMap((pair) =>
      pair.target ? [{kind: 'previous' as const, source: pair.source, target: pair.target}] : []
    )
    return {...first, source, gap, state: 'initial', candidates: [...kept, ...candidates]}
  }
  const state = leastOf(old.map((pair) => pair.state))
  const subState = old.find((pair) => pair.state === state)?.subState
  const target = chain(targets, old)
  const whole = {...first, source, target, gap, state, ...(subState !== undefined && {subState}), candidates}
  return withDoubts(whole, ...old.flatMap(({doubts = []}) => doubts))
}

/** Whether the targets stand in the order of their sources. */
function isConsecutive(pairs: ReadonlyArray<Pair>): boolean {
  const [{order: first} = {}] = pairs
  return pairs.every(({order}, index) => order === (first === undefined ? undefined : first + index))
}

/** Join contents with the gaps of their pairs, and number their codes through. */
function chain(contents: ReadonlyArray<Content>, pairs: ReadonlyArray<Pair>): Content {
  let offset = 0
  const parts = contents.flatMap((content, index) => {
    const base = offset
    offset += new Set(codesOf(pairs[index]!.source).map(({id}) => id)).size
    const gap = index + 1 < contents.length ? pairs[index]!.gap : ''
    return [
      ...content.map((part) =>
        typeof part === 'string' ? part : {...part, id: String(Number(part.id) + base)}
      ),
      gap
    ]
  })
  return tidy(parts)
}

function separated(old: Pair, today: ReadonlyArray<Pair>, split?: SplitTarget): Pair[] | undefined {
  const isSame =
    signature(
      chain(
        today.map(({source}) => source),
        today
      )
    ) === signature(old.source)
  const targets = old.target && isSame ? split?.(old.target) : undefined
  if (targets?.length !== today.length) return undefined
  let offset = 0
  const pairs: Pair[] = []
  for (const [index, {source, ...pair}] of today.entries()) {
    const heads = codesOf(source).filter(({type}) => type !== 'close')
    const target = renumbered(targets[index]!, heads, offset)
    if (!target) return undefined
    offset += heads.length
    // A machine has cut this and no person has seen it: its state is `translated` at most.
    const bare: Pair = {...pair, source, target, state: 'translated', candidates: []}
    const cut = withDoubts(bare, ...(old.doubts ?? []))
    pairs.push(index === 0 ? commented({...cut, candidates: old.candidates}, old.comments) : cut)
  }
  return pairs
}

/** A piece of a target with the numbers of its own source; undefined if its codes differ from those of the source. */
function renumbered(target: Content, heads: ReadonlyArray<InlineCode>, offset: number): Content | undefined {
  const wanted = new Set(heads.map((_, index) => String(index + 1 + offset)))
  const found = new Set(codesOf(target).map(({id}) => id))
  if (found.size !== wanted.size || [...found].some((id) => !wanted.has(id))) return undefined
  return target.map((part) =>
    typeof part === 'string' ? part : {...part, id: String(Number(part.id) - offset)}
  )
}

function proseOf(pairs: ReadonlyArray<Pair>): string {
  return pairs.map(({source, gap}, index) => textOf(source) + (index + 1 < pairs.length ? gap : '')).join('')
}

/** Offsets in the prose of a unit where each pair ends, its gap included. */
function endsOf(pairs: ReadonlyArray<Pair>): number[] {
  let end = 0
  return pairs.map(
    ({source, gap}, index) => (end += textOf(source).length + (index + 1 < pairs.length ? gap.length : 0))
  )
}
