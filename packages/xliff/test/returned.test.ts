import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Content, codesOf, textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {read} from '../src/index.ts'
import {DATA, hasData} from './validate-xml.ts'

const RETURNED = join(DATA, 'returned')

/** Targets by unit; codes are shown as `<1>`, `</1>`, `<1/>`, and no-break spaces as `~`. */
function targetsIn(name: string): Record<string, string | undefined> {
  const {files} = read(readFileSync(join(RETURNED, name)), name)
  return Object.fromEntries(
    files.flatMap(({bitext}) =>
      bitext.units.flatMap(({id, pairs}) =>
        pairs.map((pair) => [pairs.length > 1 ? `${id}/${pair.id}` : id, pair.target && shown(pair.target)])
      )
    )
  )
}

function shown(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part.replace(/[\u00A0\u202F]/g, '~')
      return {open: `<${part.id}>`, close: `</${part.id}>`, standalone: `<${part.id}/>`}[part.type]
    })
    .join('')
}

function statesIn(name: string): Record<string, string> {
  const {files} = read(readFileSync(join(RETURNED, name)), name)
  return Object.fromEntries(
    files.flatMap(({bitext}) =>
      bitext.units.map(({id, pairs}) => [id, pairs.map(({state}) => state).join(' ')])
    )
  )
}

describe.skipIf(!hasData)('what real clients returned', () => {
  it('Lokalize: codes have lost all but their ids, and empty targets are signed off', () => {
    const targets = targetsIn('lokalize-22.12.3.release.en-fr.xlf')
    expect(targets['h1']).toBe('Acme launches <1>Orbit</1> in Europe')
    expect(targets['p1']).toBe('Read the <1>full story</1><2/>or call <3/>: it costs 50 < 60 & more.')
    expect(targets['p6']).toBeUndefined()
    expect(targets['p7']).toBe('Paired <1>bold</1> and <2>open</2> codes, Acme protected.')
    expect(targets['p9']).toBe('[FR] Already approved sentence.~!')
    const {files, diagnostics} = read(
      readFileSync(join(RETURNED, 'lokalize-22.12.3.release.en-fr.xlf')),
      'l.xlf'
    )
    const pair = files[0]!.bitext.units.find(({id}) => id === 'p1')!.pairs[0]!
    expect(codesOf(pair.target!).map(({kind, equiv}) => [kind, equiv])).toEqual([
      ['link', undefined],
      ['link', undefined],
      ['break', '<br/>'],
      ['code', '`+1 555`']
    ])
    expect(diagnostics.map(({id, unit}) => `${id} ${unit}`)).toEqual(['state-without-target p6'])
  })

  it('OmegaT 3.6: finished targets say needs-translation', () => {
    const states = statesIn('omegat-3.6-kit.release.en-fr.xlf')
    const targets = targetsIn('omegat-3.6-kit.release.en-fr.xlf')
    expect(targets['h1']).toContain('Acme lance ')
    expect([states['h1'], states['p1'], states['p4']]).toEqual(['translated', 'translated', 'final'])
  })

  it('OmegaT 6, XLIFF 2.0: finished targets say initial', () => {
    expect(targetsIn('omegat-6.2dev-stax.release.en-fr.v20.xlf')).toEqual({
      h1: '[FR] Acme launches <1>Orbit</1> in Europe <2/>',
      'p1/s1': '[FR] First sentence. ',
      'p1/s2': 'Deuxième <1>phrase</1>.',
      p2: undefined,
      'p3/s1': '[FR] Spanning <1>code',
      'p3/s2': '[FR]  ends</1> here.'
    })
    expect(statesIn('omegat-6.2dev-stax.release.en-fr.v20.xlf')['h1']).toBe('translated')
  })

  it('OmegaT 6: segmentation of ours in the target is taken off, alternatives are no targets', () => {
    const targets = targetsIn('omegat-6.2dev-stax.seg.en-fr.xlf')
    expect(targets['u1']).toBe('[FR] First <1>bold</1> sentence. [FR] Second sentence.')
    expect(targets['u3']).toBeUndefined()
    expect(targets['u5']).toBe('[FR] Code <1/> and <2/>')
  })

  it('locize: white space around codes is undone, and the unit that is not well-formed is mended', () => {
    const name = 'locize-xliff-npm.release.en-fr.xlf'
    const {files, diagnostics} = read(readFileSync(join(RETURNED, name)), name)
    const units = new Map(files[0]!.bitext.units.map((unit) => [unit.id, unit.pairs[0]!]))
    expect(shown(units.get('h1')!.source)).toBe('Acme launches <1>Orbit</1> in Europe')
    expect(shown(units.get('p3')!.target!)).toBe('Citation~: <1/> a dit «~bonjour~» – 100~%.')
    expect(shown(units.get('p8')!.source)).toBe('Nested <1>bold <2>and italic</2></1><3><4/></3> codes.')
    expect(units.get('p1')!.source.at(-1)).toBe(': it costs 50 < 60 & more.')
    expect(units.size).toBe(10)
    expect(diagnostics.map(({id, level, unit, line}) => [id, level, unit, line])).toEqual(
      expect.arrayContaining([
        ['xliff-not-well-formed', 'warning', undefined, 14],
        ['unit-mended', 'warning', 'p1', 14]
      ])
    )
  })

  it('Poedit: markup typed by a translator is an error', () => {
    const name = 'poedit-3.2.2-bad-markup.release.en-fr.xlf'
    const {diagnostics} = read(readFileSync(join(RETURNED, name)), name)
    expect(
      diagnostics.map((one) => [one.id, one.id === 'markup-unknown' && one.args.element])
    ).toContainEqual(['markup-unknown', 'b'])
  })

  it.each(['bytes.lf', 'bytes.crlf.bom', 'bytes.utf16'])(
    'reads %s of every client as the same text',
    (form) => {
      const folder = join(RETURNED, 'bytes')
      const names = readdirSync(folder).filter((name) => name.endsWith(`${form}.xlf`))
      expect(names.length).toBeGreaterThan(1)
      for (const name of names) {
        const {files, diagnostics} = read(readFileSync(join(folder, name)), name)
        expect(diagnostics.filter(({level}) => level === 'error')).toEqual([])
        const sources = files.flatMap(({bitext}) =>
          bitext.units.map(({pairs}) => textOf(pairs[0]!.source).trim())
        )
        expect(sources.length).toBeGreaterThan(5)
      }
    }
  )
})
