import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {checkUnit} from '../src/index.ts'
import {context, pair, unit} from './units.ts'

const shared =
  process.env['PASSERELLE_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const file = `${shared}/data/align/python-docs-fr/segments.jsonl`

interface Aligned {
  readonly en: string
  readonly fr: string
}

describe.skipIf(!existsSync(file))('published translations', () => {
  it('are seldom suspected', () => {
    const units = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Aligned)
      .filter(({en, fr}) => en && fr)
      .map(({en, fr}) => unit(pair(masked(en), masked(fr))))
    const counts = new Map<string, number>()
    for (const {id} of units.flatMap((it) => checkUnit(it, context)))
      counts.set(id, (counts.get(id) ?? 0) + 1)

    const share = (id: string): number => (counts.get(id) ?? 0) / units.length
    expect(units.length).toBeGreaterThan(1000)
    for (const id of ['number-differs', 'punctuation-end', 'quotes-unbalanced', 'target-is-source'])
      expect([id, share(id) < 0.005]).toEqual([id, true])
    expect(share('whitespace-double')).toBeLessThan(0.01)
    // Their authors do break this rule: a plain space stands before many marks.
    expect(share('spacing')).toBeLessThan(0.08)
  })
})

/** Literals and roles of reStructuredText as one code each. */
function masked(text: string): string {
  return text.replaceAll(/[<>]/g, ' ').replace(/``[^`]*``|:[a-z:]+:`[^`]*`|`[^`]*`_*/g, '<1/>')
}
