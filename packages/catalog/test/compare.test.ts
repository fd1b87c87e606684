import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compare, extract, merge} from '../src/index.ts'
import {file} from './arbitraries.ts'

const options = {sourceLocale: 'en', targetLocale: 'fr'}

const SOURCE = `{
  "hello": "Hello {{name}}",
  "files_one": "{{count}} file",
  "files_other": "{{count}} files",
  "menu": {"open": "Open", "items": ["One", "Two"]},
  "none": "",
  "limit": 3
}
`

function built(source: string): string {
  const {document} = extract(source, 'a.json', options)
  const targets = document.blocks.map(({content}) => content)
  return merge(document, targets, options).text
}

/** What is found, as `id key line`. */
function found(page: string, source = SOURCE): string[] {
  return compare(source, page, 'fr.json', options).map(({id, line, args}) => `${id} ${args.key} ${line}`)
}

describe('compare', () => {
  it('finds nothing in what was built', () => {
    expect(found(built(SOURCE))).toEqual([])
    fc.assert(
      fc.property(file, (text) => {
        expect(found(built(text), text)).toEqual([])
      })
    )
  })

  it('finds a value of any catalog that is not there', () => {
    fc.assert(
      fc.property(file, fc.nat(), (text, random) => {
        const {blocks} = extract(text, 'a.json', options).document
        const key = blocks[random % Math.max(1, blocks.length)]?.key
        if (key === undefined) return
        const page = built(text).replace(/^\uFEFF/, '')
        const less = JSON.stringify(without(JSON.parse(page), key))
        expect(compare(text, less, 'fr.json', options).map(({args}) => args.key)).toContain(key)
      })
    )
  })

  const page = built(SOURCE)
  it.each([
    ['a key that is lost', page.replace('  "hello": "Hello {{name}}",\n', ''), ['key-lost hello 1']],
    ['a key inside another', page.replace('"open": "Open", ', ''), ['key-lost menu.open 6']],
    ['an entry of a list', page.replace(', "Two"', ''), ['key-lost menu.items.1 6']],
    ['a form that is lost', page.replace(/ {2}"files_many".*\n/, ''), ['form-lost files_many 3']],
    [
      'a variable that is renamed',
      page.replace('{{name}}', '{{nom}}'),
      ['variable-lost hello 2', 'variable-invented hello 2']
    ],
    ['a key too many', page.replace('{\n', '{\n  "extra": "x",\n'), ['key-extra extra 2']],
    ['an entry too many', page.replace('"Two"', '"Two", "Three"'), ['key-extra menu.items.2 6']],
    [
      'a form that is never shown',
      page.replace('{\n', '{\n  "files_two": "x",\n'),
      ['form-unreachable files_two 2']
    ],
    ['a form for nothing', page.replace('{\n', '{\n  "files_zero": "x",\n'), ['key-extra files_zero 2']],
    ['a list in place of a text', page.replace('"Hello {{name}}"', '[]'), ['value-of-other-kind hello 2']],
    ['a text that is empty', page.replace('Hello {{name}}', ''), ['value-empty hello 2']]
  ])('finds %s', (_, text, expected) => {
    expect(text).not.toBe(page)
    expect(found(text)).toEqual(expected)
  })

  it('lets pass what a language may leave out, and how a variable is shown', () => {
    expect(found(page.replace('{{count}} file"', 'a file"'))).toEqual([])
    expect(found(page.replace('{{name}}', '{{- name}}'))).toEqual([])
  })

  it('looks at the last of two values with one key, as parsers do', () => {
    expect(found(page.replace('{\n', '{\n  "hello": "x",\n'))).toEqual([])
  })

  it('says nothing of what is no catalog, which is told by extract', () => {
    expect(found('{')).toEqual([])
    expect(found('{}', '{')).toEqual([])
    expect(found('[]')).toEqual(['value-of-other-kind  1'])
  })
})

/** A value without what stands at a key path. */
function without(value: unknown, path: string): unknown {
  const [key = '', ...rest] = path.split(/(?<!\\)(?:\\\\)*\./)
  const name = key.replace(/\\(.)/g, '$1')
  if (Array.isArray(value)) {
    return value
      .slice(0, Number(name))
      .concat(rest.length > 0 ? [without(value[Number(name)], rest.join('.'))] : [])
  }
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([own, inner]) =>
      own !== name ? [[own, inner]] : rest.length > 0 ? [[own, without(inner, rest.join('.'))]] : []
    )
  )
}
