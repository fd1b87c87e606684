import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {createScanner} from '../src/xml/scan.ts'
import {Malformed} from '../src/xml/tag.ts'
import {DATA, hasData} from './validate-xml.ts'

type Event = readonly ['open', string, Record<string, string>, number] | readonly ['close', number] | [string]

/** Events of a text, neighbouring texts joined; or that it is not well-formed. */
type Events = Event[] | 'malformed'

function collect(): {events: Event[]; text: (value: string) => void} {
  const events: Event[] = []
  return {
    events,
    text(value) {
      const last = events.at(-1)
      if (last?.length === 1) last[0] += value
      else if (value !== '') events.push([value])
    }
  }
}

/** What saxes tells: the reference. */
function bySaxes(xml: string): Events {
  const {events, text} = collect()
  const parser = new SaxesParser({xmlns: false, position: false})
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    depth++
    events.push(['open', name, {...attributes}, parser.position])
  })
  parser.on('closetag', () => {
    depth--
    events.push(['close', parser.position])
  })
  parser.on('text', (value) => {
    if (depth > 0) text(value)
  })
  parser.on('cdata', text)
  try {
    parser.write(xml).close()
    return events
  } catch {
    return 'malformed'
  }
}

function byScanner(pieces: ReadonlyArray<string>): Events {
  const {events, text} = collect()
  const scanner = createScanner({
    open: ({name, attributes}, _, end) => events.push(['open', name, {...attributes}, end]),
    close: (end) => events.push(['close', end]),
    text
  })
  try {
    for (const piece of pieces) scanner.write(piece)
    scanner.end()
    return events
  } catch (error) {
    if (error instanceof Malformed) return 'malformed'
    throw error
  }
}

/** A text cut at some places. */
function cutAt(xml: string, cuts: ReadonlyArray<number>): string[] {
  const at = cuts.map((cut) => cut % (xml.length + 1)).sort((a, b) => a - b)
  return [...at, xml.length].map((end, index) => xml.slice(at[index - 1] ?? 0, end))
}

const PARTS = [
  ['<a>', '</a>', '<b c="d">', '</b>', '<e/>', '<é ü="ö"/>', '<a:b xmlns:a="u">', '</a:b >', '<b c="d" >'],
  [
    '<b c=\'"\' d = "\'>"/>',
    '<b c="1" c="2"/>',
    '<b c/>',
    '<b c=d/>',
    '<b c="d"e="f"/>',
    '< a/>',
    '<b c="<"/>'
  ],
  [
    '<b __proto__="x"/>',
    '<b constructor="x"/>',
    '<b c="&lt;&#10;\t\r\n&#x41;"/>',
    '<b c="&d;"/>',
    '<1/>',
    '<a·/>'
  ],
  [
    '&amp;',
    '&#65;',
    '&#x1F44C;',
    '&#0;',
    '&#xD800;',
    '&x;',
    '&',
    '&;',
    '&a b;',
    '&#x110000;',
    '&lt',
    '&#xFFFE;'
  ],
  [
    '<!-- c -->',
    '<!---->',
    '<!-- -- -->',
    '<!--->',
    '<!-',
    '<?p q?>',
    '<?p?>',
    '<?xml version="1.0"?>',
    '<? p?>'
  ],
  ['<![CDATA[<&]]>', '<![CDATA[]]>', '<![CDATA[]]]]>', '<![CDATA', ']]>', ']]', '>', '<', '"', "'", '/', '='],
  [
    '<!DOCTYPE a>',
    '<!DOCTYPE a [<!ENTITY b "]>">]>',
    '<!DOCTYPE a "[" [<!-- ]> --> <?b ]>?>] >',
    '<!X>',
    '\uFEFF'
  ],
  [
    'x',
    'é',
    '👌',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u0001',
    '\uFFFE',
    '\u0085',
    '\u2028',
    '--',
    '?>',
    '<?XML a?>'
  ]
].flat()

const soup = fc.array(fc.constantFrom(...PARTS), {maxLength: 12}).map((parts) => parts.join(''))
const GOOD = PARTS.filter((part) => bySaxes(`<r>${part}</r>`) !== 'malformed')
const sound = fc
  .tuple(fc.array(fc.constantFrom(...GOOD), {maxLength: 12}), fc.constantFrom('', ...PARTS))
  .map(([parts, last]) => `<r>${parts.join('')}${last}</r>`)
const inRoot = soup.map((inside) => `<r>${inside}</r>`)
const headed = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '<?xml version="1.0" encoding="x"?>', '\uFEFF<?xml version="1.0"?>\n', ' '),
    inRoot
  )
  .map((parts) => parts.join(''))

describe('the scanner', () => {
  it('tells what saxes tells, of anything, in whatever pieces', () => {
    fc.assert(
      fc.property(fc.oneof(soup, inRoot, headed, sound), fc.array(fc.nat(), {maxLength: 5}), (xml, cuts) => {
        const expected = bySaxes(xml)
        expect(byScanner([xml])).toEqual(expected)
        expect(byScanner(cutAt(xml, cuts))).toEqual(expected)
      }),
      {numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 20_000)}
    )
  })

  it('tells what saxes tells of long texts, which are worked on in windows', () => {
    const piece = fc.array(fc.constantFrom('&amp;', '&#x1F44C;', '\r\n', '\r', 'x', '👌'), {
      minLength: 1,
      maxLength: 9
    })
    fc.assert(
      fc.property(piece, fc.nat(30), fc.boolean(), (parts, shift, isValue) => {
        const text = 'y'.repeat(shift) + parts.join('').repeat(Math.ceil(140_000 / parts.join('').length))
        const xml = isValue ? `<a b="${text}"/>` : `<a>${text}</a>`
        expect(byScanner([xml])).toEqual(bySaxes(xml))
      }),
      {numRuns: 60}
    )
  })

  it('refuses half a character, which saxes lets pass', () => {
    for (const half of ['\uD83D', '\uDC4C', '\uD83Dx'])
      expect(byScanner([`<a>${half}</a>`])).toBe('malformed')
  })

  it('puts together a character that is cut in two', () => {
    expect(byScanner(['<a>\uD83D', '\uDC4C</a>'])).toEqual(bySaxes('<a>👌</a>'))
  })

  it.skipIf(!hasData)('tells what saxes tells of the files of tools and test suites', () => {
    const paths = globSync(join(DATA, '**/*.{xlf,xliff,sdlxliff,mxliff,txlf,xml,xsd,tmx}'))
    expect(paths.length).toBeGreaterThan(600)
    for (const path of paths) {
      const xml = readFileSync(path, 'utf8')
      const expected = bySaxes(xml)
      expect([path, byScanner([xml])]).toEqual([path, expected])
      expect([path, byScanner(cutAt(xml, [97, 1009, 2003, 40_009]))]).toEqual([path, expected])
    }
  })
})
