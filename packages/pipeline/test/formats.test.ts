import type {Pair, Unit} from '@passerelle/model'
import {expect, it} from 'vitest'
import {FORMATS, formatNamed, formatOf, withoutBareEnding} from '../src/formats/formats.ts'

it('knows a format by the ending of a file, whatever its capitals', () => {
  expect(['a.md', 'b/a.MDX', 'a.markdown'].map(formatOf)).toEqual(['markdown', 'markdown', 'markdown'])
  expect(formatOf('app.Json')).toBe('i18next')
  expect(['a.txt', 'md', 'a.md/b', 'a.json5'].map(formatOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined
  ])
})

it('gives each ending to one format alone', () => {
  const endings = Object.values(FORMATS).flatMap((format) => format.endings)
  expect(new Set(endings).size).toBe(endings.length)
  for (const format of Object.values(FORMATS))
    expect(format.endings).toEqual(expect.arrayContaining([...format.usualEndings]))
})

it('leaves out the ending of a hand-off where no two fall together by that', () => {
  expect(['r/oslo.md', 'r/OSLO.MD', 'oslo.mdx', 'app.json', 'none'].map(withoutBareEnding)).toEqual([
    'r/oslo',
    'r/OSLO',
    'oslo.mdx',
    'app.json',
    'none'
  ])
})

it('says of which numbers a plural form of a catalog is', () => {
  const count = {type: 'standalone', id: '1', kind: 'placeholder', raw: '{{count}}', equiv: 'count'} as const
  const pair: Pair = {id: 's1', source: [count, ' roads'], state: 'initial', candidates: [], gap: ''}
  const unit = (key: string): Unit => ({id: 'u1', kind: 'value', key, trail: [], pairs: [pair]})
  const {numbersFor} = formatNamed('i18next')
  expect(numbersFor?.(unit('roads_many'), pair, 'fr')).toEqual([1_000_000, 2_000_000])
  expect(numbersFor?.(unit('roads_one'), pair, 'fr')).toEqual([0, 1, 1.5])
  expect(numbersFor?.(unit('roads_one'), {...pair, source: ['Roads']}, 'fr')).toEqual([])
  expect(numbersFor?.(unit('roads'), pair, 'fr')).toEqual([])
  expect(formatNamed('markdown').numbersFor).toBeUndefined()
})
