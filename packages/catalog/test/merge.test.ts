import {readdirSync, readFileSync} from 'node:fs'
import type {Content} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {type CatalogOptions, extract, merge} from '../src/index.ts'

const options = {sourceLocale: 'en', targetLocale: 'fr'}
const fixtures = new URL('fixtures/', import.meta.url)

describe('every string in capitals', () => {
  it.each(readdirSync(fixtures))('%s', (name) => {
    const file = (part: string): string => readFileSync(new URL(`${name}/${part}.json`, fixtures), 'utf8')
    const locales = JSON.parse(file('options')) as CatalogOptions
    const {document} = extract(file('source'), 'a.json', locales)
    const {text, diagnostics} = merge(
      document,
      document.blocks.map(({content}) => capitals(content)),
      locales
    )
    expect(text).toBe(file('expected'))
    expect(diagnostics).toEqual([])
  })
})

describe('what is not translated', () => {
  it('keeps its bytes, be they ever so odd', () => {
    const text = '\uFEFF\r\n{"b" :"\\u0042\\/",\r\n\t"a":[ "X\\u0000" ,1e5 ],"n":-0.0}\r\n \r\n'
    const {document} = extract(text, 'a.json', options)
    expect(document.blocks).toHaveLength(2)
    expect(merge(document, [undefined, undefined], options).text).toBe(text)
    expect(merge(document, [['Été'], undefined], options).text).toBe(text.replace('\\u0042\\/', 'Été'))
  })

  it('keeps its bytes where the target is the source', () => {
    const text = '{"a": "caf\\u00e9 déj\\u00E0", "b": "\\u0041"}'
    const {document} = extract(text, 'a.json', options)
    expect(
      merge(
        document,
        document.blocks.map(({content}) => content),
        options
      ).text
    ).toBe(text)
  })

  it('is no block but has the plural forms of the target', () => {
    const {document} = extract('{"a_one": "{{count}}", "a_other": "{{count}}"}', 'a.json', options)
    expect(document.blocks).toEqual([])
    expect(merge(document, [], options).text).toBe(
      '{"a_one": "{{count}}", "a_many": "{{count}}", "a_other": "{{count}}"}'
    )
  })

  it('stays where the file is no catalog', () => {
    const {document} = extract('{"a": ', 'a.json', options)
    expect(merge(document, [], options)).toEqual({text: '{"a": ', diagnostics: [], quarantined: new Set()})
  })
})

describe('a target that cannot be proved', () => {
  const source = '{\n  "a": "See {{name}} and <0>more</0>",\n  "b": "Good"\n}'
  const {document} = extract(source, 'a.json', options)
  const [see, name, and, open, more, close] = document.blocks[0]!.content as [Content[number], ...Content]

  it.each<[string, Content, string, string]>([
    ['types an interpolation', ['{{evil}} ', name!, open!, 'x', close!], 'code-typed', '{{evil}}'],
    ['types a nesting', ['$t(evil)'], 'code-typed', '$t(evil)'],
    ['types a tag', [open!, 'x', close!, ' <b>'], 'code-typed', '<b>'],
    ['widens a code', ['{', name!], 'code-typed', '{{{name}}'],
    ['swallows a code', ['$t(', name!, ')'], 'code-typed', '$t({{name}})'],
    [
      'has a code of another source',
      [{...(name as object), id: '9'} as Content[number]],
      'code-invented',
      '{{name}}'
    ],
    ['closes before it opens', [close!, 'x', open!], 'code-broken', '</0>'],
    ['loses one of a pair', [open!, 'x'], 'code-broken', '<0>'],
    ['is empty', [], 'target-empty', '']
  ])('because it %s keeps its source, and nothing else does', (_, target, reason, text) => {
    const merged = merge(document, [target, ['Bien']], options)
    expect(merged.text).toBe(source.replace('Good', 'Bien'))
    expect(merged.quarantined).toEqual(new Set([0]))
    expect(merged.diagnostics).toEqual([
      {
        id: 'unit-quarantined',
        level: 'error',
        path: 'a.json',
        line: 2,
        column: 9,
        unit: 'a',
        args: {key: 'a', text, reason}
      }
    ])
  })

  it('is none that only moves codes', () => {
    const target = [open!, more!, close!, and!, name!, see, ' { } $ t( < >']
    const merged = merge(document, [target, undefined], options)
    expect(merged.quarantined.size).toBe(0)
    expect(JSON.parse(merged.text)).toMatchObject({a: '<0>more</0> and {{name}}See  { } $ t( < >'})
  })

  it('is none that has a pair in pieces', () => {
    const [again, closed] = [open, close].map((code) => ({...(code as object), id: '2~1'}) as Content[number])
    const merged = merge(
      document,
      [[open!, 'a', close!, ' b ', again!, 'c', closed!, name!], undefined],
      options
    )
    expect(JSON.parse(merged.text)).toMatchObject({a: '<0>a</0> b <0>c</0>{{name}}'})
  })

  it('is none that types what only the project protects', () => {
    const protecting = {...options, protect: [/Passerelle/]}
    const {document: own} = extract('{"a": "Passerelle works"}', 'a.json', protecting)
    expect(merge(own, [['Passerelle marche']], protecting).text).toBe('{"a": "Passerelle marche"}')
  })

  it('leaves a derived form with the text of the last one', () => {
    const {document: plural} = extract('{"a_one": "one", "a_other": "some"}', 'a.json', options)
    const merged = merge(plural, [['un'], ['$t(x)'], ['des']], options)
    expect(JSON.parse(merged.text)).toEqual({a_one: 'un', a_many: 'some', a_other: 'des'})
    expect(merged.quarantined).toEqual(new Set([1]))
  })
})

it('refuses targets that belong to another document', () => {
  const {document} = extract('{"a": "One"}', 'a.json', options)
  expect(() => merge(document, [], options)).toThrow(RangeError)
})

function capitals(content: Content): Content {
  return content.map((part) => (typeof part === 'string' ? part.toUpperCase() : part))
}
