import {readFileSync} from 'node:fs'
import {DIAGNOSTICS, USAGE_PROBLEMS} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {chooseLanguage, LANGUAGES, loadMessages} from '../src/messages/messages.ts'
import {isTranslated} from './world.ts'

const root = new URL('../../../', import.meta.url)

function flat(value: unknown, key = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[key, value]])
  return new Map(
    Object.entries(value as object).flatMap(([name, inner]) => [
      ...flat(inner, key ? `${key}.${name}` : name)
    ])
  )
}

function catalog(language: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(new URL(`locales/${language}/cli.json`, root), 'utf8')))
}

const english = catalog(LANGUAGES[0]!)
const messages = loadMessages(LANGUAGES[0]!)

describe('the language', () => {
  it.each([
    ['fr', {}, 'fr'],
    [undefined, {LANG: 'fr_CA.UTF-8'}, 'fr'],
    [undefined, {LC_ALL: 'C', LANG: 'fr_FR.UTF-8'}, 'en'],
    [undefined, {LC_ALL: '', LC_MESSAGES: 'fr_FR', LANG: 'en_GB.UTF-8'}, 'fr'],
    [undefined, {LANGUAGE: 'fr:en'}, 'fr'],
    [undefined, {LANG: 'de_DE.UTF-8'}, 'en'],
    [undefined, {LANG: 'frr_DE'}, 'en'],
    ['en', {LANG: 'fr_FR.UTF-8'}, 'en'],
    [undefined, {}, 'en']
  ])('%s with %o is %s', (asked, env, expected) => {
    expect(chooseLanguage(asked, env)).toBe(expected)
  })
})

describe('messages', () => {
  it('fill in values, choose the plural form and write numbers as the language does', () => {
    expect(messages.say('table.words', {count: 1})).toBe('1 word')
    expect(messages.say('table.words', {count: 12345})).toBe('12,345 words')
    expect(messages.percent(2, 3)).toBe('66%')
    expect(messages.percent(999, 1000)).toBe('99%')
    expect(messages.percent(0, 0)).toBe('100%')
    expect(messages.list(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(messages.languageName('fr-CA')).toBe('Canadian French')
  })

  it('show what is lacking rather than fail', () => {
    expect(messages.say('diagnostics.unknown-verb.sentence')).toBe('There is no command “…”.')
    // @ts-expect-error A key that is not in the catalog does not compile.
    expect(messages.say('no.such.key')).toBe('no.such.key')
  })

  it('are those of the first language where another has none', () => {
    expect(loadMessages('tlh').say('levels.error')).toBe('error')
  })

  it('do not read what they fill in as a message', () => {
    expect(messages.say('check.baseline', {path: '$t(table.words) {{count}} <b>'})).toContain(
      '$t(table.words) {{count}} <b>'
    )
  })

  it('have a letter beside their values where languages may differ, or they would never reach a translator', () => {
    const bare = [...english].filter(([, text]) => !/\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, '')))
    expect(bare.map(([key]) => key)).toEqual(['notes.plain', 'diagnostics.unknown'])
  })

  it('never say XLIFF to people, but to those who ask whether a file keeps to its rules', () => {
    const forAll = [...english].filter(([key]) => !/^(?:diagnostics\.xliff-|verbs\.validate\.)/.test(key))
    expect(forAll.filter(([, text]) => /xliff|segment|skeleton|bitext/i.test(text))).toEqual([])
  })
})

/** Every id with what its sentences may name. */
const rows = Object.entries({...USAGE_PROBLEMS, ...DIAGNOSTICS})
/** Filled in for every message: the file, its line, and the nearest of the known words. */
const ALWAYS = ['path', 'place', 'suggestion']

describe.each(LANGUAGES)('messages of diagnostics in %s', (language) => {
  const texts = catalog(language)

  it.each(rows)('%s has a sentence, and names nothing that it has no argument for', (id, {args}) => {
    const own = [...texts].filter(([key]) => key.startsWith(`diagnostics.${id}.`))
    const parts = own.map(([key]) =>
      key.slice(`diagnostics.${id}.`.length).replace(/_(?:one|many|other)$/, '')
    )
    expect(parts).toContain('sentence')
    const strange = parts.filter((part) => !/^(?:sentence|hint)$/.test(part) && !isFor(part, args))
    expect(strange).toEqual([])
    const holes = own.flatMap(([, text]) => [...text.matchAll(/\{\{(\w+)[,}]/g)].map((match) => match[1]!))
    const known = new Set([...Object.keys(args), ...ALWAYS])
    expect(holes.filter((hole) => !known.has(hole))).toEqual([])
    const isCounted = own.some(([key]) => /_(?:one|many|other)$/.test(key))
    expect(isCounted && args['count'] !== 'number').toBe(false)
  })
})

/** Whether a sentence is the one for an argument that is there and empty: `sentence-no-found`. */
function isFor(part: string, args: Readonly<Record<string, unknown>>): boolean {
  return part.startsWith('sentence-no-') && part.slice('sentence-no-'.length) in args
}

describe.each(LANGUAGES.slice(1))('messages in %s', (language) => {
  describe.skipIf(!isTranslated(language))('as built', () => {
    const translated = catalog(language)
    const plain = (key: string): string => key.replace(/_(?:one|many|other)$/, '')

    it('have every key, and no other', () => {
      const missing = [...english.keys()].filter((key) => !translated.has(key))
      const wanted = new Set([...english.keys()].map(plain))
      expect(missing).toEqual([])
      expect([...translated.keys()].filter((key) => !wanted.has(plain(key)))).toEqual([])
    })

    it('have the values and commands of the source', () => {
      const marks = (text: string): string[] =>
        (text.match(/\{\{.*?\}\}|--[a-z-]+|passerelle [a-z]+/g) ?? []).sort()
      const loose = [...english].filter(([key]) => !/_(?:one|other)$|^(?:text\.no|help\.more)/.test(key))
      expect(
        loose.filter(([key, text]) => String(marks(text)) !== String(marks(translated.get(key) ?? '')))
      ).toEqual([])
    })

    it('are set as its typography asks', () => {
      const wrong = /[^\u202F][;!?](?=[ »]|$)|[^\u00A0]:(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»|\w'\w/
      // What is code keeps its own marks.
      const prose = [...translated].map(([key, text]) => [key, text.replace(/`[^`]*`/g, '')] as const)
      expect(prose.filter(([, text]) => wrong.test(text))).toEqual([])
    })
  })
})
