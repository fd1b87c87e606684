import {type Content, textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {extract} from '../src/index.ts'

const options = {sourceLocale: 'en', targetLocale: 'fr'}

describe('codes', () => {
  it.each([
    ['Hello {{name}}!', 'Hello [1 name]!'],
    ['{{count, number(minimumFractionDigits: 2)}} left', '[1 count] left'],
    ['Raw {{- html}}', 'Raw [1 html]'],
    ['See $t(common.link, {"context": "x)"}) now', 'See [1 common.link] now'],
    ['Read <0>this <strong>now</strong></0>.', 'Read (1 <0>)this (2 <strong>)now(/2 </strong>)(/1 </0>).'],
    ['Q&amp;A&nbsp;: A & B, AT&T;', 'Q[1 &amp;]A[2 &nbsp;]: A & B, AT&T;'],
    [
      'Write to press@a.example (https://a.example/{{id}}).',
      'Write to [1 press@a.example] ([2 https://a.example/][3 id]).'
    ],
    ['https://a.example/en/press', 'https://a.example/en/press'],
    ['One<br/>two<br>three', 'One[1 <br/>]two[2 <br/>]three'],
    ['<a href="{{url}}" target=_blank>Go</a>', '(1 <a>)Go(/1 </a>)'],
    ['A </b> b <i>c', 'A [1 </b>] b [2 <i>]c'],
    ['<b>a<i>b</b>c</i>', '(1 <b>)a[2 <i>]b(/1 </b>)c[3 </i>]'],
    ['a < b and c > d', 'a < b and c > d'],
    ['{{ not closed', '{{ not closed'],
    ['{{{name}}} x', '[1 {name]} x'],
    ['Run $t(', 'Run $t('],
    ['Passerelle is here', '[1 Passerelle] is here']
  ])('%s', (value, expected) => {
    const {document} = extract(JSON.stringify({a: value}), 'a.json', {...options, protect: [/passerelle/i]})
    expect(drawn(document.blocks[0]!.content)).toBe(expected)
  })

  it('tells bold and italic from other tags', () => {
    const {document} = extract('{"a": "<strong>a</strong><b>b</b><em>c</em><i>d</i><0>e</0>"}', 'a', options)
    const kinds = document.blocks[0]!.content.flatMap((part) =>
      typeof part !== 'string' && part.type === 'open' ? [part.kind] : []
    )
    expect(kinds).toEqual(['bold', 'bold', 'italic', 'italic', 'html'])
  })
})

describe('blocks', () => {
  it('are strings with words in them', () => {
    const text =
      '{"a": "", "b": "{{x}}", "c": " – ", "d": 5, "e": null, "f": "Yes", "g": ["No", 1], "h": "7"}'
    expect(keysOf(text)).toEqual(['f', 'g.0'])
  })

  it('have a place, a range without quotes, a key that can be told apart, and the keys above', () => {
    const text = '\uFEFF{\r\n  "a.b": {\r\n    "c\\\\d": "L\\u0061bel"\r\n  }\r\n}'
    const [block] = extract(text, 'a.json', options).document.blocks
    expect(block).toMatchObject({
      kind: 'value',
      content: ['Label'],
      key: String.raw`a\.b.c\\d`,
      trail: ['a.b'],
      place: {line: 3, column: 14}
    })
    expect(text.slice(block!.start, block!.end)).toBe(String.raw`L\u0061bel`)
  })
})

describe('plural messages', () => {
  it.each([
    ['en', 'fr', ['a_one', 'a_other'], ['a_one', 'a_many', 'a_other']],
    ['fr', 'en', ['a_one', 'a_many', 'a_other'], ['a_one', 'a_other']],
    ['en', 'en-GB', ['a_one', 'a_other'], ['a_one', 'a_other']],
    ['en', 'fr', ['a_zero', 'a_one', 'a_other'], ['a_zero', 'a_one', 'a_many', 'a_other']],
    ['en', 'cs', ['a_one', 'a_other'], ['a_one', 'a_few', 'a_other']],
    ['en', 'ar', ['a_one', 'a_other'], ['a_one', 'a_zero', 'a_two', 'a_few', 'a_many', 'a_other']],
    ['en', 'ja', ['a_one', 'a_other'], ['a_other']],
    [
      'fr',
      'en',
      ['a_ordinal_one', 'a_ordinal_other'],
      ['a_ordinal_one', 'a_ordinal_two', 'a_ordinal_few', 'a_ordinal_other']
    ],
    ['en', 'fr', ['a_x_one', 'a_x_other'], ['a_x_one', 'a_x_many', 'a_x_other']]
  ])('from %s to %s: %j', (sourceLocale, targetLocale, source, target) => {
    const text = JSON.stringify(Object.fromEntries(source.map((key) => [key, `{{count}} of ${key}`])))
    expect(keysOf(text, {sourceLocale, targetLocale})).toEqual(target)
  })

  it.each([
    ['en', 'ja', ['a_one', 'a_other'], []],
    ['fr', 'en', ['a_one', 'a_many', 'a_other'], []],
    ['en', 'fr', ['step_one', 'step_two', 'step_other'], []],
    ['en', 'fr', ['a_ordinal_one', 'a_ordinal_two', 'a_ordinal_few', 'a_ordinal_other'], []],
    ['en', 'ja', ['vat_zero', 'vat_other'], []],
    ['fr', 'en', ['choice_many', 'choice_other'], []],
    ['ar', 'en', ['a_zero', 'a_one', 'a_two', 'a_few', 'a_many', 'a_other'], []],
    ['ru', 'en', ['a_one', 'a_few', 'a_many'], []],
    ['en', 'fr', ['size_few', 'size_many', 'size_other'], []],
    ['en', 'fr', ['a_one', 'a_other'], ['a_many']]
  ])('lose no form without a count from %s to %s: %j', (sourceLocale, targetLocale, source, added) => {
    const text = JSON.stringify(Object.fromEntries(source.map((key) => [key, `Text ${key}`])))
    expect(new Set(keysOf(text, {sourceLocale, targetLocale}))).toEqual(new Set([...source, ...added]))
  })

  it.each([
    [
      'the count in one form proves all of the language',
      'en',
      'ja',
      {a_one: 'A day', a_other: '{{count}} days'},
      ['a_other']
    ],
    [
      'but none that the language does not have',
      'en',
      'ja',
      {a_one: 'Step one', a_two: 'Step two', a_other: '{{count}} steps'},
      ['a_two', 'a_other']
    ],
    [
      'which its own count proves',
      'en',
      'ja',
      {a_two: '{{count}} days', a_other: '{{count}} days'},
      ['a_other']
    ],
    [
      'one form that names the count is no message',
      'en',
      'fr',
      {too_many: '{{count}} are too many'},
      ['too_many']
    ],
    [
      'a key that holds something else is no form, and is not written over',
      'en',
      'fr',
      {a_one: '{{count}} day', a_other: '{{count}} days', a_many: {b: 'B'}},
      ['a_one', 'a_other', 'a_many.b']
    ]
  ])('%s', (_, sourceLocale, targetLocale, source, target) => {
    expect(keysOf(JSON.stringify(source), {sourceLocale, targetLocale})).toEqual(target)
  })

  it.each([
    ['ru', 'en', ['a_one', 'a_few', 'a_many'], ['a_one', 'a_other']],
    ['pl', 'fr', ['a_one', 'a_few', 'a_many'], ['a_one', 'a_many', 'a_other']],
    ['ru', 'uk', ['a_one', 'a_few', 'a_many'], ['a_one', 'a_few', 'a_many', 'a_other']]
  ])(
    'from %s, which needs no `_other` for whole numbers, give %s what it needs',
    (sourceLocale, targetLocale, source, target) => {
      const text = JSON.stringify(Object.fromEntries(source.map((key) => [key, `{{count}} of ${key}`])))
      const {document} = extract(text, 'a.json', {sourceLocale, targetLocale})
      expect(document.blocks.map(({key}) => key)).toEqual(target)
      expect(textOf(document.blocks.at(-1)!.content)).toBe(' of a_many')
    }
  )

  it('derive the forms that the source lacks from its last one', () => {
    const {document} = extract('{"a_one": "{{count}} day", "a_other": "{{count}} days"}', 'a', options)
    const [, many, other] = document.blocks
    expect(many).toEqual({...other, key: 'a_many', derived: true})
    expect(other).not.toHaveProperty('derived')
  })

  it.each([
    ['a context beside another', '{"a_male": "He", "a_other": "They"}', ['a_male', 'a_other']],
    [
      'a form that the source locale does not have',
      '{"a_few": "Few", "a_other": "Rest"}',
      ['a_few', 'a_other']
    ],
    ['a message without its last form', '{"a_one": "One", "a_two": "Two"}', ['a_one', 'a_two']],
    ['forms that are no strings', '{"a_one": {"b": "B"}, "a_other": {"b": "C"}}', ['a_one.b', 'a_other.b']],
    ['a key that is nothing but a suffix', '{"_one": "One", "_other": "Other"}', ['_one', '_other']]
  ])('are not %s', (_, text, expected) => {
    expect(keysOf(text)).toEqual(expected)
  })

  it('are recognized by their count where the last form stands alone', () => {
    expect(keysOf('{"a_other": "{{count}} days"}')).toEqual(['a_one', 'a_many', 'a_other'])
  })
})

describe('bad input', () => {
  it.each([
    ['', 'json-invalid', 1, 1],
    ['{"a": "b"', 'json-invalid', 1, 10],
    ['{\n  "a": "b",\n}', 'json-invalid', 3, 1],
    ['{\n  // no\n  "a": "b"\n}', 'json-invalid', 2, 3],
    ['{"a": "b\nc"}', 'json-invalid', 1, 7],
    ['{"a": 01}', 'json-invalid', 1, 8],
    ['{"a": \'b\'}', 'json-invalid', 1, 7],
    ['['.repeat(100_000), 'json-invalid', 1, 201],
    ['["a"]', 'json-root', 1, 1],
    ['"a"', 'json-root', 1, 1]
  ])('%j', (text, id, line, column) => {
    const {document, diagnostics} = extract(text, 'a.json', options)
    expect(document).toEqual({path: 'a.json', format: 'i18next', text, blocks: []})
    expect(diagnostics[0]).toMatchObject({id, level: 'error', path: 'a.json', line, column})
  })

  it.each([
    ['["a"]', 'array'],
    ['"a"', 'string'],
    ['1', 'number'],
    ['true', 'boolean'],
    ['null', 'null']
  ])('says what is there instead of an object: %s', (text, kind) => {
    expect(extract(text, 'a.json', options).diagnostics[0]?.args).toEqual({found: kind})
  })

  it('says which key is there twice, and translates both', () => {
    const {document, diagnostics} = extract('{"a": "One",\n "a": "Two"}', 'a.json', options)
    expect(document.blocks).toHaveLength(2)
    expect(diagnostics).toEqual([
      {id: 'json-key-repeated', level: 'warning', path: 'a.json', line: 2, column: 2, args: {key: 'a'}}
    ])
  })
})

function keysOf(text: string, locales: typeof options = options): (string | undefined)[] {
  return extract(text, 'a.json', locales).document.blocks.map(({key}) => key)
}

/** `[1 name]` for a code alone, `(1 <b>)` and `(/1 </b>)` for a pair. */
function drawn(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      const {type, id, equiv} = part
      if (type === 'standalone') return `[${id} ${equiv}]`
      return type === 'open' ? `(${id} ${equiv})` : `(/${id} ${equiv})`
    })
    .join('')
}
