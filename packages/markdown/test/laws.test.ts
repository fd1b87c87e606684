import {type Content, type Document, isTranslatable, partsOf, textOf, tidy} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {prove} from '../src/merge/prove.ts'
import {assemble} from '../src/merge/assemble.ts'
import {analyse} from '../src/read/analyse.ts'
import {resolve} from '../src/sites/options.ts'
import {shown} from './places.ts'
import {payloads} from './payloads.ts'

const numRuns = Number(process.env['PASSERELLE_RUNS'] ?? 2000)

const word = fc.constantFrom(
  'one',
  'two.',
  'été',
  '«',
  '»',
  '« mot »',
  '漢字',
  '1.',
  '2008',
  '-',
  '#',
  '&amp;',
  '\\*',
  'a_b',
  '👩‍💻'
)
const mark = fc.constantFrom(
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '](/a)',
  '](/a "b")',
  '![',
  '<b>',
  '</b>',
  '[^1]',
  '][',
  '{{ a }}',
  '<https://a.b>',
  'https://a.b',
  '  \n',
  '\\\n',
  '\n',
  ' ',
  '|',
  '\t'
)
const line = fc
  .array(fc.oneof(word, word, mark, fc.constant(' '), fc.constantFrom(...payloads)), {maxLength: 12})
  .map((parts) => parts.join(''))
const start = fc.constantFrom(
  '',
  '',
  '# ',
  '> ',
  '- ',
  '  ',
  '1. ',
  '> - ',
  '    ',
  '[a]: /b "',
  '[^1]: ',
  '| ',
  '```\n',
  '---\n',
  '===\n',
  '|-|-|\n',
  '<div>',
  'title: '
)
const paragraph = fc.array(
  fc.tuple(start, line).map((parts) => parts.join('')),
  {minLength: 1, maxLength: 4}
)
const eol = fc.constantFrom('\n', '\r\n', '\r')
const front = fc.constantFrom(
  '',
  '',
  '',
  '\uFEFF',
  '---\ntitle: one two\n---\n',
  '---\nsummary: >\n  one\n  two\n\ntitle: "a\\n b"\n---\n\n'
)

/** Documents made of what breaks documents. */
const markdown = fc
  .tuple(front, fc.array(paragraph, {maxLength: 5}), eol, fc.boolean())
  .map(([head, paragraphs, end, closed]) =>
    (head + paragraphs.map((lines) => lines.join('\n')).join('\n\n') + (closed ? '\n' : '')).replaceAll(
      '\n',
      end
    )
  )

describe('untouched text stays untouched', () => {
  it('parts tile the file, and the source as its own target is the file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const {document} = extract(text, 'a.md')
        expect(
          partsOf(document)
            .map(({raw}) => raw)
            .join('')
        ).toBe(text)
        expect(merge(document, []).text).toBe(text)
        expect(
          merge(
            document,
            document.blocks.map(({content}) => structuredClone(content))
          ).text
        ).toBe(text)
      }),
      {numRuns}
    )
  })

  it('what is between translated blocks keeps its bytes, those of aligned tables aside', () => {
    const between = (document: Document): string[] =>
      partsOf(document)
        .filter(({type}) => type === 'skeleton')
        .map(({raw}) => raw)
    fc.assert(
      fc.property(markdown, (text) => {
        fc.pre(!text.includes('|'))
        const {document} = extract(text, 'a.md')
        const targets = document.blocks.map(({content}): Content => ['Mot ', ...content])
        const {text: merged, quarantined} = merge(document, targets)
        fc.pre(quarantined.size === 0)
        const wanted = between(document)
        const found = between(extract(merged, 'a.md').document).map((raw, at) => {
          // A short reference whose text is translated names what it leads to.
          const short = raw.replace(/^\]\[[^[\]]*\]/, ']')
          return short === wanted[at] ? short : raw
        })
        expect(found).toEqual(wanted)
      }),
      {numRuns}
    )
  })

  it('text is what the parser says it is, character for character', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const {content, ranges} of analyse(text, 'a.md', resolve()).slots) {
          for (const [index, part] of content.entries()) {
            const range = ranges[index]
            if (typeof part === 'string' || !range || part.raw.startsWith('][')) continue
            expect(text.slice(range.start, range.end)).toBe(part.raw)
          }
        }
      }),
      {numRuns}
    )
  })
})

// With a word each: a link around a mere number is read as one code.
const texts = fc
  .tuple(fc.array(fc.oneof(word, fc.constantFrom(...payloads)), {maxLength: 4}), fc.boolean())
  .map(([parts, first]) => (first ? ['mot', ...parts] : [...parts, 'mot']).join(' '))

describe('a merge is proved', () => {
  it('the result has the targets, or the source of what was quarantined', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.infiniteStream(texts),
        fc.infiniteStream(fc.boolean()),
        (text, stream, choose) => {
          const {document} = extract(text, 'a.md')
          const targets = document.blocks.map(({content}) =>
            choose.next().value ? retext(content, stream) : undefined
          )
          const {text: merged, quarantined} = merge(document, targets)
          const wanted = document.blocks.map((block, at) =>
            quarantined.has(at) ? block : {...block, content: targets[at] ?? block.content}
          )
          const seen = extract(merged, 'a.md').document.blocks
          // Of scalars, what is protected in a target may be all there is.
          const prose = wanted.filter(
            ({kind, content}) => kind !== 'front-matter' && isTranslatable(textOf(content))
          )
          expect(seen.filter(({kind}) => kind !== 'front-matter').map(shown)).toEqual(prose.map(shown))
        }
      ),
      {numRuns}
    )
  })

  it('a result that is off by one character is not', () => {
    const text = '# One\n\nTwo **three** four.\n\n- five\n'
    const source = analyse(text, 'a.md', resolve())
    const choices = new Map([
      [1, {content: ['2 ', ...source.slots[1]!.content.slice(1)], manner: 'pretty'} as const]
    ])
    const {text: result, expected} = assemble(source, choices, resolve())
    const faults = (changed: string): number =>
      prove(source, {text: changed, expected}, 'a.md', resolve()).faults.length
    expect(faults(result)).toBe(0)
    const cuts = Array.from(result, (_, at) => result.slice(0, at) + result.slice(at + 1))
    expect(cuts.filter((cut) => cut.trim() !== result.trim() && faults(cut) === 0)).toEqual([])
  })
})

/** The same codes around other texts. */
function retext(content: Content, texts: Iterator<string>): Content {
  return tidy(content.map((part) => (typeof part === 'string' ? (texts.next().value ?? part) : part)))
}
