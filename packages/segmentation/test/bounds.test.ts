import {describe, expect, it} from 'vitest'
import {cpuOf} from '../../../test/cpu.ts'
import {type SegmentationRules, defaultRules, explain, segment} from '../src/index.ts'
import type {Diagnostic} from '@passerelle/model'

const prose = 'Dr. Nwosu of the U.S. team left. He said “no.” '

const units = [
  '.',
  ' ',
  '"',
  '»',
  'A.',
  'a',
  'A ',
  '. ',
  '. . ',
  '1. ',
  '[1] ',
  '.[1]',
  '\n',
  '\u00A0',
  '(',
  '-',
  '!? ',
  'M. ',
  'etc. ',
  '。',
  '\uD83D',
  ':',
  '’'
]

describe('hostile text', () => {
  it.each(units)('of 100,000 units of %j is cut in time', (unit) => {
    const text = unit.repeat(100_000 / unit.length)
    const cutTwice = (some: string): string[][] => ['en', 'fr'].map((locale) => segment(some, locale))
    for (const segments of cutTwice(text)) expect(segments.join('').length).toBe(text.length)
    const ordinary = prose.repeat(100_000 / prose.length)
    expect(cpuOf(() => cutTwice(text))).toBeLessThan(25 * cpuOf(() => cutTwice(ordinary), 2))
  })

  it('costs in proportion to its length', () => {
    const time = (count: number): number => {
      const text = prose.repeat(count)
      return cpuOf(() => segment(text, 'en'), 3)
    }
    time(2000)
    expect(time(16_000)).toBeLessThan(time(1000) * 16 * 5)
  })
})

describe('rules of others', () => {
  const rules: SegmentationRules = {
    ...defaultRules,
    path: 'team.srx',
    groups: [
      {
        name: 'a',
        rules: [
          {breaks: false, before: 'M\\.', after: '\\s', line: 4},
          {breaks: false, before: 'x(?:a+)+\\.', after: '\\s', line: 5},
          {breaks: true, before: '\\.', after: '\\s', line: 6}
        ]
      }
    ],
    maps: [{pattern: '.*', group: 'a'}]
  }

  it('run under a limit, with those of this package to stand in', () => {
    const reported: Diagnostic[] = []
    const text = `${'a'.repeat(60)}. Dr. Roy came.`
    const segments = segment(text, 'en', {rules, limit: 50, report: (one) => reported.push(one)})
    expect(segments).toEqual(segment(text, 'en'))
    expect(reported).toMatchObject([
      {id: 'srx-too-slow', path: 'team.srx', line: 5, args: {group: 'a', position: 61}}
    ])
  })

  it('are explained under the limit too', () => {
    const text = `${'a'.repeat(60)}. Dr. Roy came.`
    const {breaks, diagnostics} = explain(text, 'en', rules, 50)
    expect(diagnostics).toMatchObject([{id: 'srx-too-slow', line: 5}])
    expect(breaks).toEqual(explain(text, 'en').breaks)
  })

  it('are left alone when they are quick', () => {
    const report = (): never => expect.unreachable()
    expect(segment('M. Roy. Dr. Roy.', 'en', {rules, report})).toEqual(['M. Roy. ', 'Dr. ', 'Roy.'])
  })
})
