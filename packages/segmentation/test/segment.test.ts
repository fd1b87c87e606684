import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {explain, segment} from '../src/index.ts'

const show = (text: string, locale: string): string => segment(text, locale).join('|')

describe('sentences', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    '.',
    '!',
    '…',
    ' ',
    '\n',
    '\u00A0',
    '»',
    '«',
    '”',
    '1',
    '。',
    '।',
    '[1]',
    'M.',
    '\uD83D'
  )

  it('concatenate to the text, whatever it is', () => {
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(piece).map((list) => list.join(''))
    )
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'fr', 'de', 'ja', 'x-none', ''), (text, locale) => {
        const segments = segment(text, locale)
        expect(segments.join('')).toBe(text)
        expect(text === '' || segments.every((one) => one !== '')).toBe(true)
      }),
      {numRuns: 500}
    )
  })

  it('are the same when cut a second time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Oui. ', 'M. Roy ', '« Non ! » ', 'dit-il. ', 'Elle rit… ')),
        (list) => {
          for (const one of segment(list.join(''), 'fr')) expect(segment(one, 'fr')).toEqual([one])
        }
      )
    )
  })

  it.each([
    ['zh', '他来了。|她走了！|为什么？'],
    ['ja', '「行く。」と言った。|本当？|はい。'],
    ['hi', 'वह आया। |वह गया।'],
    ['ar', 'ذهب إلى البيت. |هل عاد؟ |نعم.'],
    ['hy', 'Այսօր երկուշաբթի է։ |Ես գնում եմ։'],
    ['th', 'สวัสดีครับ ผมมาแล้ว'],
    ['am', 'ሰላም። |ደህና ነኝ።'],
    ['de', 'Am 3. Dezember trifft sich u. a. Dr. Roth. |Es gilt bis ca. 2010.'],
    ['es', 'El Sr. Gil vive en EE. UU. desde 1990. |¿Por qué? |Nadie lo sabe.'],
    ['it', 'Il dott. Neri cita l’art. 5. |Poi tace.'],
    ['fr', 'Voir l’art. 5. |Le reste suit.'],
    ['fr', 'Tel est le plan B. |La suite vient. |Merci à J. Le Goff et à S. de la Tour.'],
    ['fr', 'Des livres, etc. |Montréal suit. |Des livres, etc. et plus.'],
    ['en', 'Books, etc. |Ottawa is next. |Books, etc. and more.'],
    ['en', 'oh well. |it was x.y all along. |ok'],
    ['pt', 'O Sr. Lima chegou. |Ele fala, p. ex., inglês.'],
    ['ru', 'В 1986 г. Иванов уехал. |Он жил на ул. Мира.']
  ])('end where %s ends them', (locale, expected) => {
    expect(show(expected.replaceAll('|', ''), locale)).toBe(expected)
  })

  it('do not end at a soft line break', () => {
    expect(show('Elle est\narrivée. \nIl dort.', 'fr')).toBe('Elle est\narrivée. \n|Il dort.')
  })

  it('take the rules of the language, not of the country', () => {
    for (const locale of ['fr', 'FR', 'fr-CA', 'fr_BE', 'fr-Latn-CH'])
      expect(show('M. Roy dort.', locale)).toBe('M. Roy dort.')
    for (const locale of ['frr', 'fro']) expect(show('Voir fasc. Le', locale)).toBe('Voir fasc. |Le')
    expect(show('Voir c.-à-d. Le', 'fr')).toBe('Voir c.-à-d. Le')
  })
})

describe('explanations', () => {
  it('name the rule at every place a sentence might end', () => {
    const {text, breaks} = explain('M. Roy dort. Il rêve.', 'fr')
    expect(text).toBe('M. Roy dort. Il rêve.')
    expect(breaks.map(({offset, breaks}) => [offset, breaks])).toEqual([
      [3, false],
      [13, true]
    ])
    expect(breaks[0]?.rule).toMatchObject({group: 'fr', breaks: false})
    expect(breaks[1]?.rule).toMatchObject({group: 'all', breaks: true})
  })

  it('show contents as rules read them', () => {
    const code = {type: 'standalone', id: '1', kind: 'code', raw: '`x`'} as const
    expect(explain(['Voir ', code, '. Puis.'], 'fr')).toMatchObject({
      text: 'Voir \uFFFC. Puis.',
      breaks: [{offset: 8}]
    })
  })

  it('agree with the cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Oui. ', 'M. ', '« Non ! » ', 'dit-il. ', '1. ', 'etc. ', 'Le ')),
        (list) => {
          const text = list.join('')
          const starts = explain(text, 'fr').breaks.filter(({breaks}) => breaks)
          let offset = 0
          const cut = segment(text, 'fr').map((one) => (offset += one.length) - one.length)
          expect([...new Set(starts.map(({offset}) => offset))]).toEqual(cut.slice(1))
        }
      )
    )
  })
})
