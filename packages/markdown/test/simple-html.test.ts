import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {modes, readAnyTags} from '../src/text/html-tokens.ts'
import {readSimpleTags} from '../src/text/simple-html.ts'

const numRuns = Number(process.env['PASSERELLE_RUNS'] ?? 2000)

const attribute = fc.constantFrom(
  'href="a&amp;b"',
  'alt=\'It’s "so"\'',
  'title="a > b"',
  'translate="no"',
  "TRANSLATE='No'",
  'translate="n&#111;"',
  'translate=no',
  'disabled',
  'data-x=""',
  'a:b="c"',
  'ALT="x"',
  'x="a\nb"',
  'x = "y"',
  `title=' translate="no"'`,
  'b\u00A0c',
  '\u00A0',
  '=',
  '/',
  '"'
)
const tag = fc
  .tuple(
    fc.constantFrom('<', '</', '< '),
    fc.constantFrom('p', 'DIV', 'my-el', 'br', 'script', 'title', 'h1', 'a:b', '1'),
    fc.array(attribute, {maxLength: 3}),
    fc.constantFrom(' ', '\n', '  ', '\f', '\u00A0', ''),
    fc.constantFrom('>', '/>', ' >', ' />', '')
  )
  .map(([open, name, attributes, space, end]) => open + [name, ...attributes].join(space || ' ') + end)
const piece = fc.oneof(
  {weight: 3, arbitrary: tag},
  fc.constantFrom(
    'text',
    'a < b',
    '<',
    '>',
    '&lt;',
    '</',
    '<!',
    '<?x?>',
    '<!DOCTYPE html>',
    '\0',
    '-->',
    '--!>'
  ),
  fc.constantFrom(
    '<!-- c -->',
    '<!-->',
    '<!--->',
    '<!---->',
    '<!-- a --!> b -->',
    '<!-- <p> -->',
    '</script>'
  )
)

describe('simple HTML', () => {
  it('is read as parse5 reads it, or left to that', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 6}), fc.nat(9), (pieces, start) => {
        const html = pieces.join('')
        const tags = readSimpleTags(html, start, modes)
        fc.pre(tags !== undefined)
        expect(tags).toEqual(readAnyTags(html, start))
      }),
      {numRuns}
    )
  })

  it('is most of what people write', () => {
    const html =
      '<div class="note" lang=\'fr\'>\n<!-- x -->\n<img src="a.png" alt="L’« été » > 2" />\n<br/>a < b</div>'
    expect(readSimpleTags(html, 0, modes)?.map(({name}) => name)).toEqual(['div', '', 'img', 'br', 'div'])
  })
})
