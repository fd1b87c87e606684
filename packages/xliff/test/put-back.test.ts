import {codesOf, type Content, isBalanced, textOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, type RepairPolicy} from '../src/index.ts'
import {putBack} from '../src/returned/put-back.ts'
import {content} from './arbitraries.ts'
import {shown} from './shown.ts'

/** The target of a segment as it is read, and what was said of it. */
function repaired(source: string, target: string, repair?: RepairPolicy): [target: string, told: string[]] {
  const xml = `<xliff version="1.2"><file original="a.md" source-language="en" target-language="fr"><body><trans-unit id="u"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`
  const {files, diagnostics} = read(xml, 'a.xlf', repair ? {repair} : {})
  return [shown(files[0]!.bitext.units[0]!.pairs[0]!.target!), diagnostics.map(({id}) => id)]
}

const [X1, X2] = ['<x id="1"/>', '<x id="2"/>']

describe('lost codes', () => {
  it.for<[what: string, source: string, target: string, edge: string, anchored?: string]>([
    ['at the start', `${X1}One`, 'Un', '<1/>Un'],
    ['at the end, with their space', `One ${X1}`, 'Un', 'Un <1/>'],
    ['at the end, where there is a space', `One ${X1}.`, 'Un .', 'Un .'],
    ['at both edges', `${X1}One${X2}`, 'Un', '<1/>Un<2/>'],
    ['around all', '<g id="1">One</g>', 'Un', '<1>Un</1>'],
    ['at both edges, of one name', `${X1}One${X1}`, 'Un', 'Un'],
    ['around all, inside another', `${X2}<g id="1">One</g>`, 'Un', '<2/><1>Un</1>'],
    ['around a part at the edge', '<g id="1">One</g> more', 'Un de plus', 'Un de plus'],
    ['in the middle', `One ${X1} more`, 'Un de plus', 'Un de plus'],
    ['half of a pair', '<bx id="1"/>One<ex id="1"/>', '<bx id="1"/>Un', '<1>Un'],
    [
      'around a name',
      'The <g id="1">Meuse</g> rose',
      'La Meuse a monté',
      'La Meuse a monté',
      'La <1>Meuse</1> a monté'
    ],
    ['around a name within a word', 'An <g id="1">Ark</g>', 'Un Arkansas', 'Un Arkansas'],
    ['around a name that is there twice', 'A <g id="1">Bo</g>, c', 'Bo, Bo', 'Bo, Bo'],
    ['around a name that the source has twice', 'A <g id="1">Bo</g>, Bo', 'C Bo', 'C Bo'],
    ['around signs', 'A <g id="1">–</g> b', 'C – d', 'C – d'],
    ['beside another', `A ${X1}${X2} b`, `C ${X1} d`, 'C <1/> d', 'C <1/><2/> d'],
    ['before another', `A ${X1}${X2} b`, `C ${X2} d`, 'C <2/> d', 'C <1/><2/> d'],
    [
      'inside what came back',
      `A <g id="1">b${X2}</g> c`,
      'D <g id="1">e</g> f',
      'D <1>e</1> f',
      'D <1>e<2/></1> f'
    ]
  ])('%s', ([, source, target, edge, anchored = edge]) => {
    const plain = shownPlain(target)
    for (const [policy, result] of [
      ['none', plain],
      ['edge', edge],
      ['anchored', anchored]
    ] as const) {
      const [found, told] = repaired(source, target, policy)
      expect([policy, found]).toEqual([policy, result])
      expect(told.includes('code-put-back')).toBe(result !== plain)
    }
    expect(repaired(source, target)[0]).toBe(edge)
  })

  it('are put back beside those that were put back', () => {
    const pair = (id: string, ...inner: Content): Content => [
      {type: 'open', id, kind: 'bold', raw: ''},
      ...inner,
      {type: 'close', id, kind: 'bold', raw: ''}
    ]
    const source = pair('1', ...pair('2'), ...pair('3', 'Oslo'))
    expect(putBack([...pair('2'), 'Oslo'], {source, repair: 'anchored'})).toEqual({content: source, count: 4})
  })

  it('are put back with the text as it was and codes that pair, none twice', () => {
    const policy = fc.constantFrom<RepairPolicy>('none', 'edge', 'anchored')
    fc.assert(
      fc.property(content, fc.infiniteStream(fc.boolean()), policy, (source, keep, repair) => {
        const kept = new Map(codesOf(source).map(({id}) => [id, keep.next().value as boolean]))
        const target = source.filter((part) => typeof part === 'string' || kept.get(part.id))
        const {content: result, count} = putBack(target, {source, repair})
        expect(textOf(result)).toBe(textOf(target))
        expect(isBalanced(result)).toBe(true)
        expect(codesOf(result)).toHaveLength(codesOf(target).length + count)
        expect(putBack(result, {source, repair})).toEqual({content: result, count: 0})
      })
    )
  })
})

/** As `shown`, for what was not repaired. */
function shownPlain(target: string): string {
  return target
    .replace(/<[xb]\w* id="(\d)"\/>/g, (code, id: string) =>
      code.startsWith('<bx') ? `<${id}>` : `<${id}/>`
    )
    .replace(/<g id="(\d)">(.*)<\/g>/g, '<$1>$2</$1>')
}
