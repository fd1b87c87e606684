import {type Bitext, cut, identify, type Unit} from '@passerelle/model'
import {read, writeHandoff} from '@passerelle/xliff'
import {expect, it} from 'vitest'
import {takeHandback} from '../src/handback/handback.ts'

const WORDS = ['peace', 'treaty', 'oslo', 'state', 'victim', 'right', 'law', 'ban', 'mine', 'field']

/** A catalog of so many keys, none of them translated. */
function catalogOf(keys: number): Bitext {
  const blocks = Array.from({length: keys}, (_, index) => ({
    kind: 'value' as const,
    content: [`${WORDS[index % 10]} ${WORDS[(index * 7) % 10]} of entry ${index}`],
    trail: [],
    key: `key${index}`,
    start: 0,
    end: 1,
    place: {line: 1, column: 1, offset: 0}
  }))
  const ids = identify(blocks)
  const units = blocks.map(({kind, key, trail, content}, index): Unit => {
    const [source] = cut(content, []).segments
    return {
      id: ids[index]!,
      kind,
      key,
      trail,
      pairs: [{id: 's1', source: source!, state: 'initial', candidates: [], gap: ''}]
    }
  })
  return {document: 'ui.json', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
}

/** Microseconds of CPU that a hand-back of a catalog takes, and how many translations came in. */
function costOf(bitext: Bitext, version: '1.2' | '2.0'): {cpu: number; imported: number} {
  const xml = writeHandoff([bitext], {version}).replace(
    /<source>(.*?)<\/source>(?:\s*<target[^>]*\/>)?/g,
    '<source>$1</source><target>$1 !</target>'
  )
  const start = process.cpuUsage()
  const {files} = read(xml, 'back.xlf')
  const {imported} = takeHandback(bitext, files[0]!, 'back.xlf')
  const {user, system} = process.cpuUsage(start)
  return {cpu: user + system, imported}
}

it.each(['1.2', '2.0'] as const)(
  'a hand-back of four times the keys costs some four times the time, %s',
  (version) => {
    const [small, large] = [catalogOf(2000), catalogOf(8000)]
    costOf(small, version)
    const ratios = [1, 2].map(() => {
      const [few, many] = [costOf(small, version), costOf(large, version)]
      expect([few.imported, many.imported]).toEqual([2000, 8000])
      return many.cpu / few.cpu
    })
    // Four times the keys: what looks through all of them for each costs up to sixteen times as much.
    expect(Math.min(...ratios)).toBeLessThan(4 * 1.7)
  }
)
