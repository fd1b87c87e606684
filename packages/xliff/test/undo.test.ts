import {type Content, withCodesOf, textOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {undoAll} from '../src/returned/repair.ts'
import {ALL_UNDOINGS} from '../src/returned/undoings.ts'
import {content} from './arbitraries.ts'

const undo = (target: Content, source: Content): Content =>
  undoAll(target, {source, repair: 'edge'}, ALL_UNDOINGS.target).content

/** Words that make a translation, and what tools and translators leave in one. */
const words = fc.array(
  fc.constantFrom(
    'La',
    'rivière',
    'a',
    'monté',
    'de',
    'trois',
    'mètres',
    '«\u00A0oui\u00A0»',
    '4,7',
    'R&D',
    'l’eau'
  ),
  {minLength: 1, maxLength: 8}
)
const dirt = fc.array(
  fc.constantFrom(
    'La ',
    'ville ',
    '&amp;amp;',
    '&amp;nbsp;',
    '\\n',
    '\n',
    '\t',
    '\u200B',
    '"',
    '`',
    '**',
    '_',
    'Aid came from the town.',
    '%20',
    'Ã©',
    '{{nom}}',
    '<1>',
    '</1>',
    '<x id="1"/>',
    ' ',
    '.'
  ),
  {maxLength: 8}
)

describe('what is undone in targets', () => {
  it('leaves a good translation as it is, codes and all', () => {
    fc.assert(
      fc.property(words, content, (text, source) => {
        const codes = source.filter((part) => typeof part !== 'string')
        const target = withCodesOf([text.join(' '), ...codes], source)
        fc.pre(!/^\s|\s$/u.test(textOf(target)) && textOf(source).trim() !== '')
        expect(undo(target, source)).toEqual(target)
      })
    )
  })

  it('is undone once: a second time there is nothing left to do', () => {
    const source: Content = ['Aid came from the town.']
    fc.assert(
      fc.property(dirt, (pieces) => {
        const once = undo([pieces.join('')], source)
        expect(undo(once, source)).toEqual(once)
      }),
      {numRuns: 2000}
    )
  })
})
