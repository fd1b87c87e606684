import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {readYaml} from '../src/read/front-matter-yaml.ts'
import {resolve} from '../src/sites/options.ts'
import {readSimple} from '../src/text/simple-yaml.ts'

const numRuns = Number(process.env['PASSERELLE_RUNS'] ?? 2000)

/** What is read; a complex key after it makes the text one that the parser of YAML must read. */
function read(yaml: string, after = ''): unknown {
  return readYaml(yaml + after, {start: 0, end: yaml.length + after.length}, 'a.md', resolve())
}

const key = fc.constantFrom('title', 'summary', 'date', 'tags', 'true', 'a-b', 'image_alt', 'a:b', 'hero')
const bit = fc.constantFrom(
  'Word',
  'été',
  '2024',
  '1.5',
  'true',
  'null',
  'yes',
  '.inf',
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
const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', ' ')
const list = fc.array(fc.oneof(value, quoted), {maxLength: 3}).map((items) => `[${items.join(', ')}]`)
const line = fc.oneof(
  fc
    .tuple(
      indent,
      key,
      fc.constantFrom(' ', ' ', '  '),
      fc.oneof(value, value, quoted, list, fc.constant('')),
      fc.constantFrom('', '', ' ')
    )
    .map(([before, name, space, text, after]) => `${before}${name}:${text && space}${text}${after}`),
  fc.tuple(indent, key).map(([before, name]) => `${before}${name}:`),
  fc.tuple(indent, fc.constantFrom('- ', ''), fc.oneof(value, quoted)).map((parts) => parts.join('')),
  fc.tuple(indent, fc.constantFrom('tags: |', 'a-b: >-', '# x', '')).map((parts) => parts.join('')),
  fc.constantFrom('', 'tags: [a, b]', 'tags: []', 'title: [a]', 'tags:', 'date: "a \\" b"')
)
const lineEnd = fc.constantFrom('\n', '\n', '\r\n')

describe('simple front matter', () => {
  it('is read as the parser of YAML reads it, or left to that', () => {
    fc.assert(
      fc.property(fc.array(line, {maxLength: 6}), lineEnd, (lines, end) => {
        const yaml = `${end}${lines.join(end)}${end}`
        const {frontMatter} = resolve()
        const isWanted = (path: ReadonlyArray<string>): boolean => frontMatter.has(path.at(-1) ?? '')
        fc.pre(readSimple(yaml, isWanted) !== undefined)
        expect(read(yaml)).toEqual(read(yaml, `? x${end}`))
      }),
      {numRuns}
    )
  })

  it('is one value, between keys that stay, where a printed scalar passes for simple', () => {
    fc.assert(
      fc.property(fc.oneof(value, quoted, list), fc.constantFrom('', '  '), (printed, outer) => {
        const simple = readSimple(`x: ${printed}`, () => true)?.[0]?.value
        fc.pre(simple !== undefined)
        const yaml = `${outer}? x\n${outer}: ${printed}\n${outer}? y\n`
        expect(parse(yaml, {logLevel: 'error'})).toEqual({x: simple, y: null})
      }),
      {numRuns}
    )
  })

  it('is most of what people write', () => {
    const yaml =
      '\ntitle: Été à la mer: suite\ndate: 2024-05-01\ntags:\n  - a\n  - b\n# For the home page\nhero:\n  image: /a.png\n  summary: "L’« été »"\nlayout: [\'page\', /wide]\n'
    expect(readSimple(yaml, () => false)).toBeUndefined()
    const plain = yaml.replace(': suite', ', suite')
    const found = readSimple(plain, (path) => ['title', 'summary'].includes(path.at(-1) ?? ''))
    expect(found?.map(({value, path}) => [path.join('.'), value])).toEqual([
      ['title', 'Été à la mer, suite'],
      ['hero.summary', 'L’« été »']
    ])
  })
})
