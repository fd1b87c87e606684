import {createInstance, type i18n} from 'i18next'
import type {Content} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {extract, merge} from '../src/index.ts'
import {hostile} from './arbitraries.ts'

const there = {sourceLocale: 'en', targetLocale: 'fr'}
const back = {sourceLocale: 'fr', targetLocale: 'en'}

const original = `{
  "files_one": "{{count}} file",
  "files_other": "{{count}} files",
  "rank_ordinal_one": "the {{count}}st",
  "rank_ordinal_two": "the {{count}}nd",
  "rank_ordinal_few": "the {{count}}rd",
  "rank_ordinal_other": "the {{count}}th",
  "friend_male_one": "a boyfriend",
  "friend_male_other": "{{count}} boyfriends",
  "none_zero": "nothing at all",
  "none_one": "{{count}} thing",
  "none_other": "{{count}} things",
  "summary": "{{name}} has $t(files, {\\"count\\": {{n}} })",
  "nested": {"deep": ["Hello {{name}}", "Goodbye"]}
}
`

const translations: Readonly<Record<string, string>> = {
  files_one: '{{count}} fichier',
  files_many: '{{count}} de fichiers',
  files_other: '{{count}} fichiers',
  rank_ordinal_one: 'le {{count}}er',
  rank_ordinal_other: 'le {{count}}e',
  friend_male_one: 'un ami',
  friend_male_many: '{{count}} d’amis',
  friend_male_other: '{{count}} amis',
  none_zero: 'rien du tout',
  none_one: '{{count}} chose',
  none_many: '{{count}} de choses',
  none_other: '{{count}} choses',
  summary: '{{name}} a $t(files, {"count": {{n}} })',
  'nested.deep.0': 'Bonjour {{name}}',
  'nested.deep.1': 'Adieu'
}

describe('what i18next makes of a merged catalog', () => {
  it('finds every form that French has', () => {
    const {t} = translate(original, translations, there)
    const counts = [0, 1, 2, 5, 1_000_000]
    expect(counts.map((count) => t('files', {count}))).toEqual([
      '0 fichier',
      '1 fichier',
      '2 fichiers',
      '5 fichiers',
      '1000000 de fichiers'
    ])
    expect(counts.map((count) => t('rank', {count, ordinal: true}))).toEqual([
      'le 0e',
      'le 1er',
      'le 2e',
      'le 5e',
      'le 1000000e'
    ])
    expect(counts.map((count) => t('friend', {count, context: 'male'}))).toEqual([
      'un ami',
      'un ami',
      '2 amis',
      '5 amis',
      '1000000 d’amis'
    ])
    expect(counts.map((count) => t('none', {count}))).toEqual([
      'rien du tout',
      '1 chose',
      '2 choses',
      '5 choses',
      '1000000 de choses'
    ])
    expect(t('summary', {name: 'Ana', n: 2})).toBe('Ana a 2 fichiers')
    expect(t('nested.deep.0', {name: 'Ana'})).toBe('Bonjour Ana')
  })

  it('finds every form that English has, made from French', () => {
    const source = merged(original, translations, there)
    const {t} = translate(source, {rank_ordinal_two: '{{count}}nd', rank_ordinal_few: '{{count}}rd'}, back)
    expect([1, 2, 3, 4].map((count) => t('rank', {count, ordinal: true}))).toEqual([
      'le 1er',
      '2nd',
      '3rd',
      'le 4e'
    ])
    expect(t('files', {count: 1_000_000})).toBe('1000000 fichiers')
    expect(merged(source, {}, back)).not.toContain('_many')
  })

  it('finds forms of which none is translated', () => {
    const {t} = translate(original, {}, there)
    expect([0, 1, 2, 1_000_000].map((count) => t('files', {count}))).toEqual([
      '0 file',
      '1 file',
      '2 files',
      '1000000 files'
    ])
  })

  it('shows any text literally, or merge has refused it', () => {
    const {document} = extract('{"a": "Text with {{count}} code"}', 'a.json', there)
    const code = document.blocks[0]!.content.find((part) => typeof part !== 'string')!
    const part = fc.oneof(hostile, fc.constant(code))
    let shown = 0
    fc.assert(
      fc.property(fc.array(part, {minLength: 1, maxLength: 6}), (target) => {
        const {text, quarantined} = merge(document, [target], there)
        fc.pre(quarantined.size === 0)
        shown++
        const expected = target.map((it) => (typeof it === 'string' ? it : '7')).join('')
        expect(load(text, 'fr').t('a', {count: 7})).toBe(expected)
      }),
      {numRuns: 300}
    )
    expect(shown).toBeGreaterThan(100)
  })

  it('shows text that only resembles its syntax', () => {
    const texts = ['a {{ b', 'a }} b', '$t(', '$ t(files)', '{ {name} }', 'a < b > c', '"\\"', '\u0000\uD800']
    for (const text of texts) {
      const {t} = translate('{"a": "Text"}', {a: text}, there)
      expect(t('a')).toBe(text)
    }
  })
})

function merged(source: string, targets: Readonly<Record<string, string>>, options: typeof there): string {
  const {document} = extract(source, 'a.json', options)
  const contents = document.blocks.map(({key, content}) => {
    const target = targets[key!]
    return target === undefined ? undefined : dressed(target, content)
  })
  const {text, diagnostics} = merge(document, contents, options)
  expect(diagnostics).toEqual([])
  return text
}

/** A target whose codes are those of its source, found by their text. */
function dressed(target: string, source: Content): Content {
  let rest: (string | Content[number])[] = [target]
  for (const code of source) {
    if (typeof code === 'string') continue
    rest = rest.flatMap((part) =>
      typeof part === 'string' && part.includes(code.raw)
        ? [part.slice(0, part.indexOf(code.raw)), code, part.slice(part.indexOf(code.raw) + code.raw.length)]
        : [part]
    )
  }
  return rest
}

function translate(source: string, targets: Readonly<Record<string, string>>, options: typeof there): i18n {
  return load(merged(source, targets, options), options.targetLocale)
}

function load(text: string, lng: string): i18n {
  const instance = createInstance()
  void instance.init({
    lng,
    initAsync: false,
    interpolation: {escapeValue: false},
    resources: {[lng]: {translation: JSON.parse(text)}}
  })
  return instance
}
