import {codesOf, type Content, isBalanced, partsOf, textOf, tidy} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {extract, merge} from '../src/index.ts'
import {file, targetsFor} from './arbitraries.ts'

const there = {sourceLocale: 'en', targetLocale: 'fr'}
const back = {sourceLocale: 'fr', targetLocale: 'en'}

describe('laws', () => {
  it('tiles the file', () => {
    fc.assert(
      fc.property(file, fc.constantFrom(there, back), (text, options) => {
        const {document, diagnostics} = extract(text, 'a.json', options)
        expect(diagnostics).toEqual([])
        expect(
          partsOf(document)
            .map(({raw}) => raw)
            .join('')
        ).toBe(text)
      })
    )
  })

  it('finds each string where it stands, and its codes give back its value', () => {
    fc.assert(
      fc.property(file, (text) => {
        for (const {start, end, content} of extract(text, 'a.json', there).document.blocks) {
          expect(JSON.parse(`"${text.slice(start, end)}"`)).toBe(raw(content))
          expect(text[start - 1]).toBe('"')
          expect(isBalanced(content)).toBe(true)
        }
      })
    )
  })

  it('gives the file back byte for byte where both locales have the same plural forms', () => {
    // Forms that English does not have are left out, so the file is first brought to those it has.
    const same = {sourceLocale: 'en', targetLocale: 'en-CA'}
    fc.assert(
      fc.property(file, (text) => {
        const source = untranslated(text, same)
        expect(untranslated(source, same)).toBe(source)
        const {document} = extract(source, 'a.json', same)
        expect(
          merge(
            document,
            document.blocks.map(({content}) => content),
            same
          ).text
        ).toBe(source)
      })
    )
  })

  it('comes back to the same keys from a locale with other plural forms', () => {
    fc.assert(
      fc.property(file, (text) => {
        const source = untranslated(text, {sourceLocale: 'en', targetLocale: 'en'})
        const target = untranslated(source, there)
        const again = untranslated(target, {sourceLocale: 'fr', targetLocale: 'en'})
        // Whether `_many`, which only French has, comes and goes depends on what proves it to be a form.
        const lasting = (one: string): string[] => keys(one).filter((key) => !key.endsWith('_many'))
        expect(lasting(again)).toEqual(lasting(source))
      })
    )
  })

  it('keeps every key of the source but plural forms that the target does not have, proved by a count', () => {
    const locale = fc.constantFrom('en', 'fr', 'ru', 'ja', 'ar', 'cs', 'pl', 'pt-BR')
    fc.assert(
      fc.property(file, locale, locale, (text, sourceLocale, targetLocale) => {
        const source = strings(JSON.parse(unmarked(text)))
        const target = strings(JSON.parse(unmarked(untranslated(text, {sourceLocale, targetLocale}))))
        expect([...target].filter(([key, value]) => source.has(key) && source.get(key) !== value)).toEqual([])
        for (const key of source.keys()) {
          if (target.has(key)) continue
          const [, base = '', ordinal, category] =
            /^(.+?)_(ordinal_)?(zero|one|two|few|many|other)$/su.exec(key) ?? []
          expect(category).toBeDefined()
          const forms = [...source].filter(([other]) => other.startsWith(`${base}_${ordinal ?? ''}`))
          expect(forms.some(([, form]) => /\{\{count/.test(form))).toBe(true)
          expect(categoriesOf(targetLocale, ordinal !== undefined)).not.toContain(category)
        }
      }),
      {numRuns: 400}
    )
  })

  it('shows literally what the translator wrote, or quarantines it', () => {
    let proved = 0
    let refused = 0
    const catalogs = file.chain((text) => {
      const {document} = extract(text, 'a.json', there)
      return fc.record({document: fc.constant(document), targets: targetsFor(document)})
    })
    fc.assert(
      fc.property(catalogs, ({document, targets}) => {
        const merged = merge(document, targets, there)
        const values = strings(JSON.parse(unmarked(merged.text)))
        const found = extract(merged.text, 'a.json', {sourceLocale: 'fr', targetLocale: 'fr'}).document.blocks
        const byKey = new Map(found.map(({key, content}) => [key, content]))
        expect(merged.diagnostics).toHaveLength(merged.quarantined.size)

        for (const [index, {key, content}] of document.blocks.entries()) {
          const target = merged.quarantined.has(index) ? undefined : targets[index]
          if (merged.quarantined.has(index)) refused++
          else if (target) proved++
          expect(values.get(key!)).toBe(raw(target ?? content))
          const again = byKey.get(key) ?? target ?? []
          expect(shown(again)).toEqual(shown(target ?? again))
        }
      }),
      {numRuns: 400}
    )
    expect(proved).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(50)
  })

  it('says the same twice', () => {
    fc.assert(
      fc.property(file, (text) => {
        expect(extract(text, 'a.json', there)).toEqual(extract(text, 'a.json', there))
      })
    )
  })
})

function untranslated(text: string, options: typeof there): string {
  const {document} = extract(text, 'a.json', options)
  return merge(
    document,
    document.blocks.map(() => undefined),
    options
  ).text
}

function categoriesOf(locale: string, isOrdinal: boolean): ReadonlyArray<string> {
  const rules = new Intl.PluralRules(locale, {type: isOrdinal ? 'ordinal' : 'cardinal'})
  return Array.from({length: 200}, (_, count) => rules.select(count))
}

function keys(text: string): string[] {
  return [...strings(JSON.parse(unmarked(text))).keys()].sort()
}

function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, '')
}

function raw(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : part.raw)).join('')
}

/** The text and the codes' own text, in order: what is shown, whatever pairs with whatever. */
function shown(content: Content): unknown {
  return [textOf(content), codesOf(content).map((code) => code.raw), tidy(content).length]
}

/** Every string of a parsed catalog by its key path, read without the code under test. */
function strings(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => {
      const name = key.replaceAll('\\', '\\\\').replaceAll('.', '\\.')
      return [...strings(inner, path ? `${path}.${name}` : name)]
    })
  )
}
