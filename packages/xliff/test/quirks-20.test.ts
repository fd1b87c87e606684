import {type Bitext, codesOf, type Content, type Pair} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {read, writeHandoff} from '../src/index.ts'
import {shown} from './shown.ts'

const UNIT = 'u0123456789ab'

describe('quirks of 2.0', () => {
  const handoff = writeHandoff([bitext()], {version: '2.0'})

  function bitext(): Bitext {
    const bold = (type: 'open' | 'close', id: string) => ({type, id, kind: 'bold', raw: ''}) as const
    const source = (text: string): Content => [text, bold('open', '1'), 'x', bold('close', '1'), '.']
    const pair = (id: string, text: string): Pair => ({
      id,
      source: source(text),
      state: 'initial',
      candidates: [],
      gap: ' '
    })
    return {
      document: 'a.md',
      sourceLocale: 'en',
      targetLocale: 'fr',
      units: [{id: UNIT, kind: 'paragraph', trail: [], pairs: [pair('s1', 'One '), pair('s2', 'Two ')]}],
      removed: []
    }
  }

  const targetOf = (target: string, segment: string): string =>
    handoff.replace(
      new RegExp(`(<segment id="${segment}"[\\s\\S]*?</source>)`),
      `$1<target>${target}</target>`
    )

  it('codes are qualified by their segment, and known again in another', () => {
    const {files} = read(targetOf('Un <pc id="s1_1">x</pc> <pc id="s2_1">y</pc>', 's1'), 'a.xlf')
    expect(shown(files[0]!.bitext.units[0]!.pairs[0]!.target!)).toBe('Un <1>x</1> <s2_1>y</s2_1>')
  })

  it('a pair comes back as start and end', () => {
    const {files, diagnostics} = read(targetOf('Un <sc id="s1_1"/>x<ec startRef="s1_1"/>', 's1'), 'a.xlf')
    const pair = files[0]!.bitext.units[0]!.pairs[0]!
    expect(shown(pair.target!)).toBe('Un <1>x</1>')
    expect(codesOf(pair.target!).map(({kind}) => kind)).toEqual(['bold', 'bold'])
    expect(diagnostics).toEqual([])
  })

  it('a segment is split', () => {
    const split = handoff.replace(
      /<segment id="s1"[\s\S]*?<\/segment>/,
      '<segment id="s1" state="final"><source>One <pc id="s1_1" type="fmt" subType="xlf:b">x</pc></source>' +
        '<target>Un <pc id="s1_1" type="fmt" subType="xlf:b">x</pc></target></segment>' +
        '<ignorable><source> </source></ignorable>' +
        '<segment state="translated"><source>more <ph id="s1_2" type="other"/>.</source><target>plus <ph id="s1_2"/>.</target></segment>'
    )
    const {files, diagnostics} = read(split, 'a.xlf')
    const {pairs} = files[0]!.bitext.units[0]!
    expect(pairs.map(({id}) => id)).toEqual(['s1', 's2'])
    expect(pairs[0]).toMatchObject({state: 'translated', gap: ' '})
    expect(shown(pairs[0]!.source)).toBe('One <1>x</1> more <2/>.')
    expect(shown(pairs[0]!.target!)).toBe('Un <1>x</1> plus <2/>.')
    expect(diagnostics).toMatchObject([{id: 'segments-joined', level: 'warning', unit: UNIT}])
  })
})
