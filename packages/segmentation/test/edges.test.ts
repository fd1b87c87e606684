import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {defaultRules} from '../src/index.ts'
import {compile} from '../src/compile.ts'
import {classOf, edgesOf} from '../src/edges.ts'
import {hintOf, expressionOf, sourceOf} from '../src/expression.ts'

describe('what a match begins and ends with', () => {
  it.each([
    ['a', '[a]', '[a]'],
    ['ab|cd', '[ac]', '[bd]'],
    ['[.!?]+', '[.!?]', '[.!?]'],
    ['x?y', '[xy]', '[y]'],
    ['xy{0,3}', '[x]', '[xy]'],
    ['x{0}y', '[xy]', '[y]'],
    ['(?:x(?:y(?:z)?)?)?w', '[xw]', '[w]'],
    ['(?<![a(])b(?=c)', '[b]', '[b]'],
    ['^\\p{L}\\.$', '[\\p{L}]', '[\\.]'],
    ['[[a[bc]]\\]]d\\u{20}', '[[a[bc]]\\]]', '[\\u{20}]'],
    ['(?<r1>a)b\\k<r1>', '[a]', ''],
    ['[^a]b', '', '[b]'],
    ['.b', '', '[b]'],
    ['', '', '']
  ])('%s', (source, first, last) => {
    const edges = edgesOf(source)
    expect([classOf(edges.first), classOf(edges.last)]).toEqual([first, last])
  })

  it.each([
    ['a?', true],
    ['a?b', false],
    ['(?=a)', true],
    ['a|', true]
  ])('%s: whether nothing is enough', (source, empty) => {
    expect(edgesOf(source).empty).toBe(empty)
  })
})

describe('a hint', () => {
  const {flavour} = defaultRules
  const pieces = [
    'a',
    'A',
    'The',
    'M',
    'Mr',
    'etc',
    'p',
    '1',
    '12',
    'II',
    '.',
    '!',
    '?',
    '…',
    '»',
    ')',
    '"',
    '’'
  ]
  const spaces = [' ', '\u00A0', '\n', '  ', '。', '\u3042', ':)', '-', ',', '(', '[1]', '\uFFFC']
  const texts = fc
    .array(fc.constantFrom(...pieces, ...spaces), {minLength: 2, maxLength: 20})
    .map((list) => list.join(''))

  describe.each(['en', 'fr', 'de', 'ja'])('for %s', (locale) => {
    const rules = compile(defaultRules, locale)
      .stages.filter(({breaks}) => breaks)
      .flatMap((stage) => stage.rules)
    const expressions = rules.map((rule) => expressionOf(rule, flavour))
    const hint = new RegExp(hintOf(expressions), 'vy')
    const each = expressions.map((expression) => new RegExp(sourceOf(expression), 'vy'))

    it('matches, without length, wherever a rule does', () => {
      fc.assert(
        fc.property(texts, (text) => {
          for (let position = 0; position <= text.length; position++) {
            const matches = (pattern: RegExp): boolean => {
              pattern.lastIndex = position
              return pattern.test(text)
            }
            if (!each.some(matches)) continue
            expect(matches(hint)).toBe(true)
            expect(hint.lastIndex).toBe(position)
          }
        })
      )
    })
  })
})
