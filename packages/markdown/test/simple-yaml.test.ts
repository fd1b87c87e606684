import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readYaml} from '../src/front-matter.ts'
import {resolve} from '../src/options.ts'
import {readSimple} from '../src/simple-yaml.ts'

const numRuns = Number(process.env['PASSERELLE_RUNS'] ?? 2000)

/** What is read; a remark after it makes the text one that the parser of YAML must read. */
function read(yaml: string, remark = ''): unknown {
  return readYaml(yaml + remark, {start: 0, end: yaml.length + remark.length}, 'a.md', resolve())
}

const key = fc.constantFrom('title', 'summary', 'date', 'tags', 'true', 'a-b', 'image_alt')
const bit = fc.constantFrom(
  'Word',
  'été',
  '2024',
  '1.5',
  'true',
  'null',
  'yes',
  ' ',
  '  ',
  ':',
  ': ',
  '#',
  ' #',
  '"',
  "'",
  '-',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '\\',
  '~',
  '?',
  '«',
  '/',
  '.',
  '…',
  '\u00A0',
  'https://a.b',
  '{{ x }}'
)
const value = fc.array(bit, {maxLength: 4}).map((bits) => bits.join(''))
const quoted = fc.tuple(fc.constantFrom('"', "'"), value).map(([mark, text]) => mark + text + mark)
const line = fc.oneof(
  fc
    .tuple(key, fc.oneof(value, value, quoted))
    .map(([name, text]) => (text === '' ? `${name}:` : `${name}: ${text}`)),
  fc.tuple(fc.constantFrom('- ', '  - ', ' '), fc.oneof(value, quoted)).map((parts) => parts.join('')),
  fc.constantFrom('', 'tags: [a, b]', 'tags: []', 'title: [a]', 'tags:')
)

describe('front matter in which nothing is nested', () => {
  it('is read as the parser of YAML reads it, or left to that', () => {
    fc.assert(
      fc.property(fc.array(line, {maxLength: 5}), (lines) => {
        const yaml = `\n${lines.join('\n')}\n`
        fc.pre(readSimple(yaml, (name) => resolve().frontMatter.has(name)) !== undefined)
        expect(read(yaml)).toEqual(read(yaml, '# x\n'))
      }),
      {numRuns}
    )
  })

  it('is most of what people write', () => {
    const yaml = '\ntitle: Été à la mer: suite\ndate: 2024-05-01\ntags:\n  - a\n  - b\nsummary: "L’« été »"\n'
    expect(readSimple(yaml, () => false)).toBeUndefined()
    const plain = yaml.replace(': suite', ', suite')
    expect(
      readSimple(plain, (name) => name === 'title' || name === 'summary')?.map(({value}) => value)
    ).toEqual(['Été à la mer, suite', 'L’« été »'])
  })
})
