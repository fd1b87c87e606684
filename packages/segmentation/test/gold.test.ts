import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {segment} from '../src/index.ts'

interface Item {
  readonly text: string
  readonly sentences: ReadonlyArray<string>
}

const root = join(import.meta.dirname, '..', '..', '..')
const folder = join(process.env.PASSERELLE_SHARED ?? join(root, '..', 'shared'), 'data/segmentation/gold')

/** Treebanks, and sets of cases, that others have cut into sentences; the least score keeps what was reached. */
describe.skipIf(!existsSync(folder))('sentences that others have marked', () => {
  it.each([
    ['en', /^ud-en-(gum|pud|partut)/, 0.985],
    ['en', /^ud-en-ewt/, 0.87],
    ['fr', /^ud-fr/, 0.995],
    ['de', /^ud-de/, 0.99],
    ['es', /^ud-es/, 0.99],
    ['it', /^ud-it/, 0.99],
    ['ru', /^ud-ru/, 0.99],
    ['zh', /^ud-zh/, 0.99],
    ['ja', /^ud-ja/, 0.99],
    ['ar', /^ud-ar/, 0.99],
    ['hi', /^ud-hi/, 0.99],
    ['en', /^probes-en/, 0.98],
    ['fr', /^probes-fr/, 0.98],
    ['en', /^langtool-en/, 0.98]
  ])('are found in %s, %s', (locale, name, least) => {
    const files = readdirSync(folder).filter((file) => name.test(file))
    expect(files).not.toEqual([])
    const counts = {both: 0, marked: 0, found: 0}
    for (const file of files) {
      for (const {text, sentences} of JSON.parse(readFileSync(join(folder, file), 'utf8')) as Item[]) {
        const marked = innerEnds(sentences)
        const found = innerEnds(segment(text, locale))
        counts.both += [...found].filter((end) => marked.has(end)).length
        counts.marked += marked.size
        counts.found += found.size
      }
    }
    expect((2 * counts.both) / (counts.marked + counts.found)).toBeGreaterThan(least)
  })
})

/** Where all but the last of some pieces end, counted without white space. */
function innerEnds(pieces: ReadonlyArray<string>): ReadonlySet<number> {
  let end = 0
  return new Set(pieces.slice(0, -1).map((piece) => (end += piece.replaceAll(/\s/g, '').length)))
}
