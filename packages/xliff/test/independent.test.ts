import {textOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import xliff from 'xliff'
import {readI18nextXliff, writeHandoff, writeI18nextXliff} from '../src/index.ts'
import {sound, text} from './arbitraries.ts'

type Inline = string | {readonly [kind: string]: {readonly contents?: Inlines}}
type Inlines = Inline | ReadonlyArray<Inline>

interface Node {
  readonly groupUnits?: Readonly<Record<string, Node>>
  readonly source?: Inlines
  readonly target?: Inlines
}

/** Text of what the package makes of inline elements. */
function textIn(value: Inlines | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textIn).join('')
  return Object.values(value)
    .map((element: {readonly contents?: Inlines}) => textIn(element.contents))
    .join('')
}

function leaves(nodes: Readonly<Record<string, Node>>): [string, Node][] {
  return Object.entries(nodes).flatMap(([id, node]) =>
    node.groupUnits ? leaves(node.groupUnits) : [[id, node] as [string, Node]]
  )
}

/** Without what XML cannot carry and white space, which the package drops where it stands alone. */
const plain = (value: string): string =>
  value.replace(/[\s\u0000-\u001F\uFFFE\uFFFF\uD800-\uDFFF]|\\u\{[0-9A-F]+\}(?:u\{[0-9A-F]+\})?/g, '')

describe('an independent reader', () => {
  it('finds sources and targets of a hand-off in 1.2', async () => {
    await fc.assert(
      fc.asyncProperty(sound, async (bitext) => {
        const {resources} = await xliff.xliff12ToJs(writeHandoff([bitext], {version: '1.2'}))
        const found = leaves((resources[bitext.document] ?? {}) as Record<string, Node>)
        const expected = bitext.units.flatMap((unit) =>
          unit.pairs.map((pair) => ({id: `${unit.id}.${pair.id}`, pair}))
        )
        expect(found.map(([id]) => id).sort()).toEqual(expected.map(({id}) => id).sort())
        for (const {id, pair} of expected) {
          const node = found.find(([other]) => other === id)![1]
          expect(plain(textIn(node.source))).toBe(plain(textOf(pair.source)))
          expect(plain(textIn(node.target))).toBe(plain(textOf(pair.target ?? [])))
        }
      }),
      {numRuns: 60}
    )
  })
})

describe('flat catalogs', () => {
  // The package drops values that are white space alone.
  const value = text.filter((string) => string.trim() !== '')
  const strings = fc.dictionary(fc.oneof(text, fc.constantFrom('a', 'b.c', '1')), value, {
    noNullPrototype: true
  })

  it.each(['1.2', '2.0'] as const)('come back from %s as they went out', async (version) => {
    await fc.assert(
      fc.asyncProperty(strings, strings, async (source, other) => {
        const target = Object.fromEntries(Object.entries(other).filter(([key]) => Object.hasOwn(source, key)))
        const catalog = {namespace: 'labels', sourceLocale: 'en', targetLocale: 'fr', source, target}
        const {catalogs, diagnostics} = await readI18nextXliff(
          await writeI18nextXliff([catalog], {version}),
          'a.xlf'
        )
        expect(diagnostics).toEqual([])
        expect(catalogs).toEqual([catalog])
      }),
      {numRuns: 60}
    )
  })

  it('say when they cannot be read', async () => {
    const {catalogs, diagnostics} = await readI18nextXliff('<xliff', 'a.xlf')
    expect(catalogs).toEqual([])
    expect(diagnostics).toMatchObject([{id: 'xliff-not-well-formed', level: 'error', path: 'a.xlf'}])
  })
})
