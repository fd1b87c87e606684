import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Block, carry, identify, type Pair, textOf, type Unit} from '../src/index.ts'

/** The cells of a document, as units without targets; twins have the ids that twins get. */
function cells(texts: ReadonlyArray<string>): Unit[] {
  const blocks = texts.map((text): Block => ({
    kind: 'cell',
    content: [text],
    trail: [],
    start: 0,
    end: 1,
    place: {line: 1, column: 1, offset: 0}
  }))
  return identify(blocks).map((id, index) => {
    const pair: Pair = {id: 's1', source: [texts[index]!], state: 'initial', candidates: [], gap: ''}
    return {id, kind: 'cell', trail: [], pairs: [pair]}
  })
}

/** Each with a translation of its own. */
function numbered(units: ReadonlyArray<Unit>): Unit[] {
  return units.map((unit, index) => ({
    ...unit,
    pairs: unit.pairs.map((pair) => ({...pair, target: [`T${index}`], state: 'translated'}))
  }))
}

const targetsOf = (units: ReadonlyArray<Unit>): string[] =>
  units.map(({pairs}) => textOf(pairs[0]!.target ?? []))

// Rows with a name of their own; the other cells say “Yes” or “No”, again and again.
const rows = fc.array(fc.tuple(fc.constantFrom('Yes', 'No'), fc.constantFrom('Yes', 'No')), {
  minLength: 1,
  maxLength: 12
})

describe('twins', () => {
  it('have the translation that stood between its neighbours, whatever row comes or goes', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.boolean(), (all, number, isInserted) => {
        const at = number % all.length
        const named = all.map((row, index) => [`Right number ${index}`, ...row])
        const changed = isInserted
          ? named.toSpliced(at, 0, ['A new right', 'Yes', 'No'])
          : named.toSpliced(at, 1)
        const {units} = carry(numbered(cells(named.flat())), [], cells(changed.flat()))
        const stays = targetsOf(numbered(cells(named.flat())))
        const found = targetsOf(units)
        const kept = isInserted ? found.toSpliced(at * 3, 3) : found
        expect(kept).toEqual(isInserted ? stays : stays.toSpliced(at * 3, 3))
      })
    )
  })

  it('are found again under a renamed heading, and in another order', () => {
    const old = cells(['A', 'Yes', 'B', 'Yes', 'Yes'])
    const renamed = old.map((unit) => ({
      ...unit,
      id: unit.id.replace(/-.*/, (end) => `-zzzz${end.slice(5)}`)
    }))
    expect(targetsOf(carry(numbered(old), [], renamed).units)).toEqual(['T0', 'T1', 'T2', 'T3', 'T4'])
    const reversed = cells(['Yes', 'Yes', 'B', 'Yes', 'A'])
    expect(new Set(targetsOf(carry(numbered(old), [], reversed).units)).size).toBe(5)
  })

  it('leave no id to one that is gone while another has it, and lose no translation', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, number) => {
        const named = all.map((row, index) => [`Right number ${index}`, ...row])
        const before = numbered(cells(named.flat()))
        const {units, removed} = carry(before, [], cells(named.toSpliced(number % all.length, 1).flat()))
        const ids = [...units, ...removed].map(({id}) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const back = carry(units, removed, cells(named.flat()))
        expect(targetsOf(back.units)).not.toContain('')
        expect(new Set(targetsOf([...back.units, ...back.removed]))).toEqual(new Set(targetsOf(before)))
      })
    )
  })
})
