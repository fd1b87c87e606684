import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cpuOf} from '../../../test/cpu.ts'
import {type Content, createSimilarityIndex, features, wordsOf} from '../src/index.ts'

/** The Dice coefficient of words and pairs of words, as it is defined. */
function likeness(a: Content, b: Content): number {
  const [left, right] = [a, b].map((content) => {
    const words = wordsOf(content)
    return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]
  }) as [string[], string[]]
  const rest = [...right]
  const shared = left.filter((feature) => {
    const at = rest.indexOf(feature)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return left.length + right.length === 0 ? 0 : (2 * shared.length) / (left.length + right.length)
}

function byComparingAll(all: ReadonlyArray<Content>, wanted: Content, least: number): number | undefined {
  const values = all.map((content) => likeness(content, wanted))
  const most = Math.max(least, ...values)
  return most > least ? values.indexOf(most) : undefined
}

const word = fc.constantFrom('a', 'the', 'river', 'rose', 'by', 'three', 'metres', 'bridge', 'water')
const text = fc.array(word, {maxLength: 12}).map((words): Content => [words.join(' ')])

describe('what is most alike', () => {
  it('is what is found by comparing all, while nothing and while something is left out', () => {
    fc.assert(
      fc.property(
        fc.array(text, {maxLength: 40}),
        fc.array(text, {minLength: 1, maxLength: 10}),
        fc.constantFrom(0.1, 0.5, 0.6, 0.9),
        (all, wanted, least) => {
          const left = [...all]
          const similar = createSimilarityIndex(
            all.map((content) => features(content)),
            least
          )
          for (const content of wanted) {
            const found = similar.find(features(content))
            expect(found).toBe(byComparingAll(left, content, least))
            if (found === undefined) continue
            similar.remove(found)
            left[found] = []
          }
        }
      ),
      {numRuns: 1000}
    )
  })

  it('is found among four times as many in some four times the time', () => {
    const time = (count: number): number => {
      const all = Array.from({length: count}, (_, number) => sentence(number))
      return cpuOf(() => {
        const similar = createSimilarityIndex(all, 0.5)
        for (let number = 0; number < count; number++)
          expect(similar.find(sentence(number, 'quite another'))).toBe(number)
      }, 3)
    }
    time(500)
    expect(time(8000) / time(2000)).toBeLessThan(8)
  })

  it('is found at once among very many that are all alike', () => {
    const alike = (number: number, word: string): Content => [
      `The item ${number} of the list was sold to a ${word} in the year of its making`
    ]
    const time = (count: number): number => {
      const all = Array.from({length: count}, (_, number) => features(alike(number, 'buyer')))
      const similar = createSimilarityIndex(all, 0.6)
      return cpuOf(() => {
        for (let number = 0; number < count; number++)
          expect(similar.find(features(alike(number, 'bidder')))).toBe(number)
      }, 2)
    }
    time(500)
    expect(time(16_000) / time(4000)).toBeLessThan(12)
  })
})

/** A sentence of thirty words, some common and some rare, always the same for a number. */
function sentence(number: number, end = 'end'): ReturnType<typeof features> {
  let seed = number + 1
  const words = Array.from({length: 30}, () => {
    seed = (seed * 48_271) % 0x7fffffff
    return `w${Math.floor((seed / 0x7fffffff) ** 3 * 20_000)}`
  })
  return features([`${words.join(' ')} ${end}`])
}
