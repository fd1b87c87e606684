import {codesOf, type Content, isBalanced} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {codesFit} from '../src/index.ts'
import {read} from './units.ts'

/** Balanced content, as extraction gives it. */
const content: fc.Arbitrary<Content> = fc
  .letrec<{list: string[]; node: string}>((tie) => ({
    list: fc.array(tie('node'), {maxLength: 3, depthIdentifier: 'code'}),
    node: fc.oneof(
      {depthIdentifier: 'code', depthSize: 'small'},
      fc.constantFrom('word ', '<#/>'),
      tie('list').map((inner) => `<#>${inner.join('')}</#>`)
    )
  }))
  .list.map((nodes) => read(numbered(nodes.join(''))))

function numbered(text: string): string {
  const open: number[] = []
  let last = 0
  return text.replace(/<(\/?)#(\/?)>/g, (_, close: string, alone: string) => {
    const id = close ? open.pop()! : ++last
    if (!close && !alone) open.push(id)
    return `<${close}${id}${alone}>`
  })
}

/** Whether a pair of the source that is around something is around nothing in a target. */
function isHollow(source: Content, target: Content): boolean {
  const pairs = (parts: Content): string[] =>
    JSON.stringify(parts).match(/\{"type":"open","id":"\d+"[^{}]*\},\{"type":"close","id":"\d+"/g) ?? []
  const meant = new Set(pairs(source))
  return pairs(target).some((pair) => !meant.has(pair))
}

describe('codesFit', () => {
  it.each([
    ['<1>a</1> b <2/>', '<2/> c <1>d</1>', []],
    ['<1>a</1>', 'a', ['code-lost <1>']],
    ['<1>a</1>', '<1>a', ['code-lost <1>']],
    ['<1>a</1>', 'a</1>', ['code-lost <1>']],
    ['a', '<1>a</1>', ['code-invented <1>']],
    ['a <1/>', 'a <1/> <2/>', ['code-invented 2']],
    ['<1>a</1>', '<1>a</1> <1/>', ['code-invented <1>']],
    ['<1/>', '<1/><1/>', ['code-repeated 1']],
    ['<1>a</1>', '<1>a</1><1>b</1>', ['code-repeated <1>']],
    ['<1>a</1>', '</1>a<1>', ['code-order </1>']],
    ['a <1>b</1>', 'a b<1></1>', ['code-empty <1>']],
    ['a <1><2/></1>', '<2/> a<1></1>', ['code-empty <1>']],
    ['a <1></1>', '<1></1>a', []],
    ['<1>a</1><2>b</2>', '<1>a<2>b</1></2>', ['code-order </1>']],
    ['<1/> and <2/>', '<3/>', ['code-lost 1', 'code-lost 2', 'code-invented 3']]
  ])('%j → %j', (source, target, expected) => {
    expect(codesFit(read(source), read(target)).map(({id, args}) => `${id} ${args.code}`)).toEqual(expected)
  })

  it('lets a plural form for one or two do without its count', () => {
    const [source, target] = [read('<count/> files in <place/>'), read('un fichier dans <place/>')]
    expect(codesFit(source, target, 'files_one')).toEqual([])
    expect(codesFit(source, target, 'files_other')).toHaveLength(1)
    expect(codesFit(source, target)).toHaveLength(1)
    expect(codesFit(source, read('<count/> fichier'), 'files_one')).toMatchObject([
      {id: 'code-lost', args: {code: 'place'}}
    ])
  })

  it('is satisfied by the source itself', () => {
    fc.assert(
      fc.property(content, (source) => {
        expect(codesFit(source, source)).toEqual([])
      })
    )
  })

  it('is satisfied by every order that balances with something in each pair, and by no other', () => {
    const shuffled = content.chain((source) =>
      fc.record({
        source: fc.constant(source),
        target: fc.shuffledSubarray([...source], {minLength: source.length})
      })
    )
    fc.assert(
      fc.property(shuffled, ({source, target}) => {
        expect(codesFit(source, target).length === 0).toBe(isBalanced(target) && !isHollow(source, target))
      })
    )
  })

  it('notices each code that goes', () => {
    const cut = content
      .filter((source) => codesOf(source).length > 0)
      .chain((source) => fc.record({source: fc.constant(source), code: fc.constantFrom(...codesOf(source))}))
    fc.assert(
      fc.property(cut, ({source, code}) => {
        const target = source.filter((part) => part !== code)
        expect(codesFit(source, target)).toMatchObject([{id: 'code-lost'}])
        expect(codesFit(target, source).map(({id}) => id)).toContain('code-invented')
      })
    )
  })
})
