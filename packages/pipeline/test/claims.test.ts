import {type Bitext, fingerprint, type Pair, signature, type State, textOf} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createClaims} from '../src/work/claims.ts'
import {takeHandback, type Taken} from '../src/handback/handback.ts'

const SOURCE = 'Nobody was hurt.'

/** What one file says of the one sentence. */
interface Word {
  readonly target: string
  readonly state?: Exclude<State, 'initial'>
  /** The translation that it was handed off with. */
  readonly exported?: string
}

/** States as 1.2 says them. */
const STATES = {translated: 'translated', reviewed: 'signed-off', final: 'final'} as const

function handback({target, state = 'translated', exported}: Word): string {
  const print = exported === undefined ? '' : ` extradata="${fingerprint(signature([exported]))}"`
  const unit = `<trans-unit id="u1.s1"${print}><source>${SOURCE}</source><target state="${STATES[state]}">${target}</target></trans-unit>`
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en" target-language="fr" datatype="plaintext"><body>${unit}</body></file></xliff>`
}

function record(pair: Partial<Pair> = {}): Bitext {
  const bare: Pair = {id: 's1', source: [SOURCE], state: 'initial', candidates: [], gap: ''}
  const unit = {id: 'u1', kind: 'paragraph', trail: [], pairs: [{...bare, ...pair}]} as const
  return {document: 'a.md', sourceLocale: 'en', targetLocale: 'fr', units: [unit], removed: []}
}

/** Take files in one run. */
function run(bitext: Bitext, words: ReadonlyArray<Word>): Taken & {readonly told: string[]} {
  const claims = createClaims()
  const told: string[] = []
  let imported = 0
  let taken: Taken = {bitext, imported: 0, reviewed: 0, comments: 0, diagnostics: []}
  for (const [index, word] of words.entries()) {
    const file = read(handback(word), 'a.xlf').files[0]!
    taken = takeHandback(taken.bitext, file, `${index}.xlf`, {claims})
    imported += taken.imported
    told.push(...taken.diagnostics.map(({id}) => id))
  }
  return {...taken, imported, told}
}

const pairOf = ({bitext}: {readonly bitext: Bitext}): Pair => bitext.units[0]!.pairs[0]!
const looks = (taken: {readonly bitext: Bitext}): unknown => {
  const {target, state, doubts = [], candidates} = pairOf(taken)
  return {
    target: target && textOf(target),
    state,
    doubts: doubts.map(({kind}) => kind),
    candidates: candidates.map((one) => `${one.kind} ${textOf(one.target)}`)
  }
}

const state = fc.constantFrom('translated', 'reviewed', 'final')
const base = fc.oneof(
  fc.constant<Partial<Pair>>({}),
  state.map((far): Partial<Pair> => ({target: ['Base.'], state: far}))
)
const word: fc.Arbitrary<Word> = fc.record({
  target: fc.constantFrom('Base.', 'Une.', 'Deux.', 'Trois.'),
  state
})

describe('hand-backs of one run', () => {
  it('come to the same in any order', () => {
    const orders = fc
      .array(word, {minLength: 1, maxLength: 4})
      .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, {minLength: words.length})))
    fc.assert(
      fc.property(base, orders, (before, [words, shuffled]) => {
        expect(looks(run(record(before), shuffled))).toEqual(looks(run(record(before), words)))
      }),
      {numRuns: 1000}
    )
  })

  it('change nothing when they come once more', () => {
    fc.assert(
      fc.property(base, fc.array(word, {minLength: 1, maxLength: 4}), (before, words) => {
        const once = run(record(before), words)
        const twice = run(once.bitext, words)
        expect(looks(twice)).toEqual(looks(once))
        expect(twice.imported).toBe(0)
      }),
      {numRuns: 1000}
    )
  })

  it('keep every text', () => {
    fc.assert(
      fc.property(base, fc.array(word, {minLength: 1, maxLength: 4}), (before, words) => {
        const {target, candidates} = pairOf(run(record(before), words))
        const kept = [...(target ? [target] : []), ...candidates.map((one) => one.target)].map(textOf)
        for (const each of [...words.map((one) => one.target), ...(before.target ?? [])])
          expect(kept).toContain(each)
      })
    )
  })
})

describe('two hand-backs that disagree', () => {
  it('wait for a person, one of them in place where there was none', () => {
    const taken = run(record(), [{target: 'Une.'}, {target: 'Deux.'}])
    expect(looks(taken)).toEqual({
      target: 'Deux.',
      state: 'translated',
      doubts: ['disputed'],
      candidates: ['disputed Une.']
    })
    expect(taken.diagnostics).toMatchObject([
      {id: 'handback-disputed', level: 'warning', args: {text: SOURCE, target: 'Deux.', other: 'Une.'}}
    ])
    expect(taken.imported).toBe(1)
  })

  it('leave in place what was there', () => {
    const before = {target: ['Base.'], state: 'translated'} as const
    const taken = run(record(before), [{target: 'Une.'}, {target: 'Deux.'}])
    expect(looks(taken)).toEqual({
      target: 'Base.',
      state: 'translated',
      doubts: ['disputed'],
      candidates: ['disputed Une.', 'disputed Deux.']
    })
    expect(taken.imported).toBe(0)
  })

  it('come to the one that is further', () => {
    const taken = run(record(), [{target: 'Une.'}, {target: 'Deux.', state: 'final'}, {target: 'Une.'}])
    expect(looks(taken)).toMatchObject({target: 'Deux.', state: 'final', candidates: ['disputed Une.']})
  })

  it('do not, where one only repeats what it was handed off with', () => {
    const before = {target: ['Base.'], state: 'translated'} as const
    for (const words of [
      [{target: 'Base.', exported: 'Base.'}, {target: 'Une.'}],
      [{target: 'Une.'}, {target: 'Base.'}],
      [{target: 'Une.'}, {target: 'Vieille.', exported: 'Vieille.'}]
    ])
      expect(looks(run(record(before), words))).toEqual({
        target: 'Une.',
        state: 'translated',
        doubts: [],
        candidates: ['superseded Base.']
      })
  })

  it('have a later word of one of them in place of its earlier', () => {
    const claims = createClaims()
    let {bitext} = run(record(), [])
    for (const target of ['Une.', 'Deux.'])
      bitext = takeHandback(bitext, read(handback({target}), 'a').files[0]!, 'a', {claims}).bitext
    expect(looks({bitext})).toEqual({
      target: 'Deux.',
      state: 'translated',
      doubts: [],
      candidates: ['superseded Une.']
    })
  })

  it('and one of them that cannot be used, which is not forgotten', () => {
    const lost = 'Une <x id="7"/>.'
    for (const words of [
      [{target: lost}, {target: 'Deux.'}],
      [{target: 'Deux.'}, {target: lost}]
    ])
      expect(looks(run(record(), words))).toEqual({
        target: 'Deux.',
        state: 'translated',
        doubts: ['refused'],
        candidates: ['rejected Une .']
      })
  })
})

describe('across runs', () => {
  it('the later hand-back wins', () => {
    const {bitext} = run(record(), [{target: 'Une.'}])
    const taken = run(bitext, [{target: 'Deux.'}])
    expect(looks(taken)).toMatchObject({target: 'Deux.', doubts: [], candidates: ['superseded Une.']})
    expect(looks(run(taken.bitext, [{target: 'Une.'}]))).toEqual(looks(taken))
  })

  it.each(['reviewed', 'final'] as const)('what is %s gives way to nothing lesser', (far) => {
    const before = record({target: ['Base.'], state: far})
    const lesser = run(before, [{target: 'Une.', exported: 'Base.'}])
    expect(looks(lesser)).toEqual({
      target: 'Base.',
      state: far,
      doubts: ['disputed'],
      candidates: ['disputed Une.']
    })
    expect(lesser.diagnostics).toMatchObject([
      {id: 'handback-outranked', level: 'warning', args: {target: 'Base.', other: 'Une.'}}
    ])
    const again = run(lesser.bitext, [{target: 'Une.', exported: 'Base.'}])
    expect([again.bitext, again.imported]).toEqual([lesser.bitext, 0])
    expect(looks(run(before, [{target: 'Une.', state: far}]))).toMatchObject({
      target: 'Une.',
      state: far,
      doubts: [],
      candidates: ['superseded Base.']
    })
  })

  it('what a person decided against comes back for nothing', () => {
    const candidates = [{kind: 'declined', source: [SOURCE], target: ['Une.']}] as const
    const before = record({target: ['Base.'], state: 'translated', candidates})
    const taken = run(before, [{target: 'Une.', exported: 'Base.'}])
    expect([taken.bitext, taken.told]).toEqual([before, ['handback-superseded']])
  })

  it('a translation of a person ends what was in doubt about the one before, but not a dispute', () => {
    const candidates = [{kind: 'disputed', source: [SOURCE], target: ['Autre.']}] as const
    const doubts = [{kind: 'disputed'}, {kind: 'refused'}, {kind: 'cosmetic'}] as const
    const before = record({target: ['Base.'], state: 'translated', candidates, doubts})
    expect(looks(run(before, [{target: 'Une.'}]))).toEqual({
      target: 'Une.',
      state: 'translated',
      doubts: ['disputed'],
      candidates: ['superseded Base.', 'disputed Autre.']
    })
  })
})
