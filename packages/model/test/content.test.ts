import {describe, expect, it} from 'vitest'
import * as model from '../src/index.ts'
import {
  type Content,
  excerptOf,
  type InlineCode,
  isBalanced,
  isTranslatable,
  recode,
  sameContent,
  tidy
} from '../src/index.ts'

const code = (
  type: InlineCode['type'],
  id: string,
  kind: InlineCode['kind'] = 'bold',
  raw = ''
): InlineCode => ({type, id, kind, raw})

describe('sameContent', () => {
  it('compares text and codes, not ids and raws', () => {
    const a: Content = ['a', code('open', '1', 'bold', '**'), 'b', code('close', '1', 'bold', '**')]
    const b: Content = ['', 'a', code('open', '9'), 'b', code('close', '9')]
    expect(sameContent(a, b)).toBe(true)
    expect(sameContent(a, ['ab'])).toBe(false)
  })

  it('sees which code closes which', () => {
    const nested = (first: string, second: string): Content => [
      code('open', '1'),
      code('open', '2'),
      'x',
      code('close', first),
      code('close', second)
    ]
    expect(sameContent(nested('2', '1'), nested('1', '2'))).toBe(false)
  })
})

describe('isBalanced', () => {
  it.for<[expected: boolean, content: Content]>([
    [true, []],
    [true, [code('open', '1'), code('standalone', '2'), code('close', '1')]],
    [false, [code('open', '1')]],
    [false, [code('close', '1')]],
    [false, [code('open', '1'), code('open', '2'), code('close', '1'), code('close', '2')]],
    [false, [code('standalone', '1'), code('standalone', '1')]]
  ])('%s', ([expected, content]) => {
    expect(isBalanced(content)).toBe(expected)
  })
})

describe('isTranslatable', () => {
  it.for<[text: string, expected: boolean]>([
    ['Oslo', true],
    ['3,5', true],
    ['700 000', true],
    ['2026', false],
    ['– … !', false],
    ['', false]
  ])('%j: %s', ([text, expected]) => {
    expect(isTranslatable(text)).toBe(expected)
  })
})

describe('recode', () => {
  const link = (id: string): Content => [
    code('open', id, 'link', '['),
    'x',
    code('close', id, 'link', '](u)')
  ]

  it('gives codes the ids and raws of another source, by kind and order', () => {
    const from: Content = ['A ', code('standalone', '1', 'break'), ...link('2')]
    const to: Content = [...link('5'), 'A ', code('standalone', '6', 'break', '\\\n')]
    const target: Content = [...link('2'), code('standalone', '1', 'break')]
    expect(recode(target, from, to)).toEqual([...link('5'), code('standalone', '6', 'break', '\\\n')])
  })

  it('gives up where the codes differ', () => {
    expect(recode(link('1'), link('1'), ['x'])).toBeUndefined()
  })
})

it('excerptOf shortens at the end, and shows what codes stand for', () => {
  expect(
    excerptOf(['Run ', {...code('standalone', '1', 'code'), equiv: 'npm'}, ' now and then again'], 14)
  ).toBe('Run npm now a…')
})

it('tidy joins strings and drops empty ones', () => {
  expect(tidy(['', 'a', 'b', code('open', '1'), '', 'c'])).toEqual(['ab', code('open', '1'), 'c'])
})

it('exports these names and no others', () => {
  expect(Object.keys(model).sort()).toEqual([
    'DIAGNOSTICS',
    'DOUBTS',
    'FRESHNESSES',
    'LEVELS',
    'USAGE_PROBLEMS',
    'aboutOf',
    'addresses',
    'carry',
    'codesOf',
    'commented',
    'cosmeticVariants',
    'countFreshness',
    'createComments',
    'createSimilarityIndex',
    'cut',
    'diagnostic',
    'dice',
    'excerptOf',
    'excerptOfComment',
    'features',
    'fingerprint',
    'freshnessOf',
    'freshnessOfUnit',
    'furtherState',
    'identify',
    'identitiesOf',
    'isAtLeast',
    'isBalanced',
    'isCosmetic',
    'isDiagnosticId',
    'isDoubtKind',
    'isReviewed',
    'isState',
    'isTranslatable',
    'isTyped',
    'isUnseen',
    'join',
    'leastOf',
    'longExcerptOf',
    'matchesOf',
    'mayBeLeftOut',
    'normalize',
    'orderOf',
    'pairInOrder',
    'partsOf',
    'placed',
    'placesOf',
    'rankOf',
    'recode',
    'recut',
    'sameContent',
    'signature',
    'similarity',
    'slowExpression',
    'textIdOf',
    'textOf',
    'tidy',
    'union',
    'withCodesOf',
    'withDoubts',
    'withinLimit',
    'withoutDoubts',
    'wordsOf'
  ])
})
