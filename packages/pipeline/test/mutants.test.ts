import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Bitext, type Content, textOf} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {beforeAll, describe, expect, it} from 'vitest'
import {mutantsOf} from '../../xliff/test/mutants.ts'
import {takeHandback} from '../src/handback/handback.ts'
import {importHandbacks, openProject} from '../src/index.ts'
import {handbackIn, newProject, recordIn} from './quirk-project.ts'

let handbacks: string[]
let translated: Bitext

beforeAll(async () => {
  handbacks = [await handbackIn('1.2'), await handbackIn('2.0')]
  const root = newProject('mutants')
  writeFileSync(join(root, 'back.xlf'), handbacks[0]!)
  await importHandbacks(await openProject(root), ['back.xlf'])
  translated = recordIn(root)
})

function untranslated(bitext: Bitext): Bitext {
  const units = bitext.units.map((unit) => ({
    ...unit,
    pairs: unit.pairs.map(({id, source, gap}) => ({
      id,
      source,
      gap,
      state: 'initial' as const,
      candidates: []
    }))
  }))
  return {...bitext, units}
}

/** Takes all files of a hand-back; how much of it was news, too. */
function take(bitext: Bitext, xml: string): readonly [Bitext, imported: number] {
  let [now, imported] = [bitext, 0]
  for (const file of read(xml, 'back.xlf').files) {
    const taken = takeHandback(now, file, 'back.xlf')
    now = taken.bitext
    imported += taken.imported
  }
  return [now, imported]
}

const wordsOf = (content: Content): string => textOf(content).replace(/\s+/g, '')

/** The words of all that a bitext holds of translations. */
function keptIn({units, removed}: Bitext): Set<string> {
  const pairs = [...units, ...removed].flatMap((unit) => unit.pairs)
  return new Set(
    pairs.flatMap(({target, candidates}) =>
      [target ?? [], ...candidates.map((candidate) => candidate.target)].map(wordsOf)
    )
  )
}

/** The words of what is translated in a bitext or a hand-back; a copy of its source is not. */
function translatedIn(bitexts: ReadonlyArray<Bitext>): string[] {
  const pairs = bitexts.flatMap(({units, removed}) => [...units, ...removed]).flatMap((unit) => unit.pairs)
  return pairs.flatMap(({source, target}) =>
    target && wordsOf(target) !== wordsOf(source) ? [wordsOf(target)] : []
  )
}

describe('a hand-back with one thing changed in it', () => {
  it.each([
    ['nothing was translated', () => untranslated(translated)],
    ['all was translated', () => translated]
  ])('loses nothing, and twice is once, where %s before', (_, before) => {
    const {seed, some} = mutantsOf(handbacks, 300)
    for (const xml of some) {
      const [once] = take(before(), xml)
      const [twice, news] = take(once, xml)
      expect({seed, xml, news, twice}).toEqual({seed, xml, news: 0, twice: once})
      const kept = keptIn(once)
      const files = read(xml, 'back.xlf').files.map(({bitext}) => bitext)
      const lost = translatedIn([before(), ...files]).filter((words) => !kept.has(words))
      expect({seed, xml, lost}).toEqual({seed, xml, lost: []})
    }
  })
})
