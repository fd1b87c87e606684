import {
  type Bitext,
  type Candidate,
  carry,
  freshnessOf,
  identify,
  isTyped,
  textOf,
  type Pair,
  type Unit,
  withoutDoubts
} from '@passerelle/model'
import {read, writeRecord} from '@passerelle/xliff'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {bringTogether} from '../src/work/both-sides.ts'

const WORDS = [
  'The river',
  'A bridge',
  'The mayor',
  'A boat',
  'The square',
  'A street',
  'The school',
  'A market'
]

/** One thing that somebody does to a document or its record. */
interface Step {
  readonly what: 'translate' | 'edit' | 'delete' | 'insert' | 'move' | 'confirm' | 'comment'
  readonly at: number
  readonly word: number
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what']>(
      'translate',
      'edit',
      'delete',
      'insert',
      'move',
      'confirm',
      'comment'
    ),
    at: fc.nat(9),
    word: fc.nat(30)
  }),
  {maxLength: 6}
)

function unitsOf(blocks: ReadonlyArray<ReadonlyArray<string>>): Unit[] {
  const ids = identify(
    blocks.map((sentences) => ({
      kind: 'paragraph' as const,
      trail: [],
      content: [sentences.join(' ')],
      start: 0,
      end: 0,
      line: 1,
      column: 1
    })) as unknown as Parameters<typeof identify>[0]
  )
  return blocks.map((sentences, index) => ({
    id: ids[index]!,
    kind: 'paragraph',
    trail: [],
    pairs: sentences.map((sentence, at) => ({
      id: `s${at + 1}`,
      source: [sentence],
      state: 'initial',
      candidates: [],
      gap: at + 1 < sentences.length ? ' ' : ''
    }))
  }))
}

function start(blocks: ReadonlyArray<ReadonlyArray<string>>): Bitext {
  return {
    document: 'a.md',
    sourceLocale: 'en',
    targetLocale: 'fr',
    units: unitsOf(blocks),
    removed: [],
    skeleton: 'abc'
  }
}

function blocksOf({units}: Bitext): string[][] {
  return units.map(({pairs}) => pairs.map(({source}) => textOf(source)))
}

/** Do a step; all that was typed is put into `typed`, with the sentence that it was typed for. */
function go(bitext: Bitext, {what, at, word}: Step, typed: Map<string, string>, name: string): Bitext {
  const blocks = blocksOf(bitext)
  const index = at % Math.max(1, blocks.length)
  const block = blocks[index] ?? []
  const sentence = word % Math.max(1, block.length)
  const sourced = (next: string[][]): Bitext => ({...bitext, ...carried(bitext, unitsOf(next))})
  const change = (edit: (pair: Pair) => Pair): Bitext => ({
    ...bitext,
    units: bitext.units.map((unit, one) =>
      one === index
        ? {...unit, pairs: unit.pairs.map((pair, two) => (two === sentence ? edit(pair) : pair))}
        : unit
    )
  })
  if (what === 'insert') return sourced(blocks.toSpliced(index, 0, [`${WORDS[word % 8]!} ${word} is new.`]))
  if (block.length === 0) return bitext
  if (what === 'delete') return sourced(blocks.toSpliced(index, 1))
  if (what === 'move') return sourced([...blocks.toSpliced(index, 1), block])
  if (what === 'edit')
    return sourced(blocks.with(index, block.with(sentence, `${block[sentence]!.slice(0, -1)} and ${word}.`)))
  if (what === 'comment') {
    typed.set(`remark ${word}`, '')
    return change((pair) => ({...pair, comments: addComment(pair, `remark ${word}`)}))
  }
  if (what === 'confirm')
    return change((pair) => (pair.target ? withoutDoubts({...pair, state: 'final'}) : pair))
  return change((pair) => {
    const text = `${name}${word}: ${textOf(pair.source)}`
    typed.set(text, textOf(pair.source))
    const before: Candidate[] =
      pair.target && textOf(pair.target) !== text
        ? [{kind: 'superseded', source: pair.source, target: pair.target}]
        : []
    return {...pair, target: [text], state: 'translated', candidates: [...before, ...pair.candidates]}
  })
}

function addComment({comments = []}: Pair, text: string): ReadonlyArray<{text: string}> {
  return comments.some((comment) => comment.text === text) ? comments : [...comments, {text}]
}

function carried(bitext: Bitext, units: ReadonlyArray<Unit>): Pick<Bitext, 'units' | 'removed'> {
  const {units: now, removed} = carry(bitext.units, bitext.removed, units)
  return {units: now, removed}
}

function reread(bitext: Bitext): Bitext {
  const {files, diagnostics} = read(Buffer.from(writeRecord(bitext)), 'a.xlf')
  expect(diagnostics).toEqual([])
  return files[0]!.bitext
}

function textsOf({units, removed}: Bitext): Set<string> {
  const pairs = [...units, ...removed].flatMap((unit) => unit.pairs)
  return new Set(
    pairs.flatMap(({target, candidates, comments = []}) => [
      ...(target ? [textOf(target)] : []),
      ...candidates.filter(isTyped).map((candidate) => textOf(candidate.target)),
      ...comments.map(({text}) => text)
    ])
  )
}

it('gives the same in both orders, loses nothing that was typed, and calls nothing stale valid', () => {
  const documents = fc.array(
    fc
      .array(fc.nat(7), {minLength: 1, maxLength: 3})
      .map((words) => words.map((word, at) => `${WORDS[word]!} ${at} stands.`)),
    {minLength: 1, maxLength: 5}
  )
  fc.assert(
    fc.property(documents, steps, steps, steps, fc.boolean(), (document, before, mine, yours, knowsBase) => {
      const typed = new Map<string, string>()
      const run = (from: Bitext, list: ReadonlyArray<Step>, name: string): Bitext =>
        reread(list.reduce((bitext, step) => go(bitext, step, typed, name), from))
      const base = run(start(document), before, 'base')
      const ours = run(base, mine, 'ours')
      const theirs = run(base, yours, 'theirs')
      const known = knowsBase ? base : undefined
      const merged = bringTogether(ours, theirs, known)
      const bytes = writeRecord(merged.bitext)
      expect(writeRecord(bringTogether(theirs, ours, known).bitext)).toBe(bytes)
      expect(reread(merged.bitext)).toEqual(merged.bitext)
      const texts = textsOf(merged.bitext)
      const branches = [...textsOf(ours), ...textsOf(theirs)]
      for (const text of branches) expect(texts).toContain(text)
      const valid = merged.bitext.units
        .flatMap(({pairs}) => pairs)
        .filter((pair) => freshnessOf(pair) === 'valid')
      for (const {source, target = []} of valid) expect(typed.get(textOf(target))).toBe(textOf(source))
    }),
    {numRuns: 1500}
  )
})

const [river] = unitsOf([['The river rises.']]) as [Unit]

function told(target: string | undefined, more: Partial<Pair> = {}): Bitext {
  const [pair] = river.pairs as [Pair]
  const said: Partial<Pair> = target === undefined ? {} : {target: [target], state: 'translated'}
  return {...start([]), units: [{...river, pairs: [{...pair, ...said, ...more}]}]}
}

function pairOf({units}: Bitext): Pair {
  return units[0]!.pairs[0]!
}

it('keeps both of two translations that contradict each other, and says so', () => {
  const {bitext, disputed} = bringTogether(
    told('Le fleuve monte.'),
    told('La rivière monte.'),
    told(undefined)
  )
  expect(disputed).toBe(1)
  expect(pairOf(bitext)).toMatchObject({
    target: ['La rivière monte.'],
    candidates: [{kind: 'disputed', target: ['Le fleuve monte.']}],
    doubts: [{kind: 'disputed'}]
  })
})

it('takes the translation that one branch alone has changed, without a dispute', () => {
  const before = told('Le fleuve monte.')
  const {bitext, disputed} = bringTogether(told('La rivière monte.'), before, before)
  expect(disputed).toBe(0)
  expect(pairOf(bitext).target).toEqual(['La rivière monte.'])
  expect(pairOf(bitext).doubts).toBeUndefined()
})

it('leaves a doubt away that one branch has settled', () => {
  const before = told('Le fleuve monte.', {doubts: [{kind: 'repaired'}]})
  expect(pairOf(bringTogether(before, told('Le fleuve monte.'), before).bitext).doubts).toBeUndefined()
})

it('keeps a translation beside its own source where the other branch has another', () => {
  const before = told(undefined)
  const [pair] = river.pairs as [Pair]
  const edited: Bitext = {...before, units: [{...river, pairs: [{...pair, source: ['The river falls.']}]}]}
  for (const {bitext} of [
    bringTogether(edited, told('Le fleuve monte.'), before),
    bringTogether(told('Le fleuve monte.'), edited, before)
  ]) {
    expect(pairOf(bitext).source).toEqual(['The river falls.'])
    expect(pairOf(bitext).target).toBeUndefined()
    expect(freshnessOf(pairOf(bitext))).toBe('changed')
  }
})
