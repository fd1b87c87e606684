import fc from 'fast-check'
import {type Content, identify, type Pair, type Unit} from '../src/index.ts'

const word = fc.constantFrom(
  'peace',
  'treaty',
  'signed',
  'oslo',
  'state',
  'victim',
  'right',
  '700',
  'law',
  'ban'
)
export const sentence: fc.Arbitrary<string> = fc
  .array(word, {minLength: 3, maxLength: 8})
  .map((words) => `${words.join(' ')}.`)

/** A paragraph as a unit without targets, its id derived as in a document of its own. */
export function unitOf(sentences: ReadonlyArray<string>): Unit {
  const content: Content = [sentences.join(' ')]
  const block = {
    kind: 'paragraph',
    content,
    trail: [],
    start: 0,
    end: 1,
    place: {line: 1, column: 1, offset: 0}
  } as const
  const pairs = sentences.map((source, index): Pair => ({
    id: `s${index + 1}`,
    source: [source],
    state: 'initial',
    candidates: [],
    gap: ' '
  }))
  return {id: identify([block])[0]!, kind: 'paragraph', trail: [], pairs}
}

export function translated(unit: Unit): Unit {
  return {
    ...unit,
    pairs: unit.pairs.map((pair) => ({...pair, target: ['<', ...pair.source, '>'], state: 'translated'}))
  }
}

/** Paragraphs that differ from one another. */
export const paragraphs: fc.Arbitrary<string[][]> = fc.uniqueArray(
  fc.array(sentence, {minLength: 1, maxLength: 4}),
  {
    maxLength: 8,
    selector: (sentences) => sentences.join(' ')
  }
)

/** Every translation that a list of units knows, current or kept. */
export function known(units: ReadonlyArray<Unit>): Set<string> {
  const texts = new Set<string>()
  for (const pair of units.flatMap((unit) => unit.pairs)) {
    for (const target of [pair.target, ...pair.candidates.map((candidate) => candidate.target)]) {
      if (target) texts.add(JSON.stringify(target))
    }
  }
  return texts
}
