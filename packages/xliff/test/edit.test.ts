import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Content, codesOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {editTargets, read, type TargetEdit} from '../src/index.ts'
import {DATA, hasData} from './validate-xml.ts'

const FILE = `\uFEFF<?xml version='1.0'  encoding="UTF-8"?>\r
<!-- c --><xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'  version="1.2" xmlns:z="urn:z">\r
 <file original="a.md" source-language="en" z:a='&#9;' datatype="x"><body>\r
  <trans-unit id="u1"   approved="no">\r
   <source>A <g id="1" ctype="x-foo" z:b="c">b</g><!-- c --> <x   id="2"/></source>\r
   <target  state = 'new'  z:c="d"/><note>n</note>\r
  </trans-unit>\r
  <trans-unit id="u2"><source>B</source><note>n</note><target state="new"><![CDATA[C]]></target></trans-unit>\r
  <trans-unit id="u3">\r
   <source>D</source>\r
   <alt-trans><target>E</target></alt-trans>\r
  </trans-unit>\r
 </body></file></xliff>\r
`

const bold = (type: 'open' | 'close') => ({type, id: '1', kind: 'other', raw: ''}) as const

describe('editing', () => {
  it('changes nothing where there is nothing to change', () => {
    expect(editTargets(FILE, [])).toEqual({output: FILE, missed: []})
    const bytes = new TextEncoder().encode(FILE)
    expect(editTargets(bytes, []).output).toEqual(bytes)
  })

  it('fills an empty target, with codes as the source writes them', () => {
    const target: Content = [
      {type: 'standalone', id: '2', kind: 'other', raw: ''},
      ' F ',
      bold('open'),
      '<&',
      bold('close')
    ]
    const {output} = editTargets(FILE, [{unit: 'u1', pair: 's1', target, state: 'translated'}])
    expect(output).toBe(
      FILE.replace(
        `<target  state = 'new'  z:c="d"/>`,
        `<target  state = "translated"  z:c="d"><x   id="2"/> F <g id="1" ctype="x-foo" z:b="c">&lt;&amp;</g></target>`
      )
    )
  })

  it('replaces a target, wherever it stands', () => {
    const {output} = editTargets(FILE, [{unit: 'u2', pair: 's1', target: ['F']}])
    expect(output).toBe(FILE.replace('<![CDATA[C]]>', 'F'))
  })

  it('leaves a target as it is spelled that is read as what is set', () => {
    expect(editTargets(FILE, [{unit: 'u2', pair: 's1', target: ['C']}]).output).toBe(FILE)
  })

  it('writes each code as the source does where one is alone, or several have one id', () => {
    const body = '<sc id="b1" canCopy="no"/>A <ph id="x" disp="1"/><ph id="x" disp="2"/>'
    const xml =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u">' +
      `<segment id="a"><source>${body}</source></segment></unit></file></xliff>`
    const target = read(xml, 'a.xlf').files[0]!.bitext.units[0]!.pairs[0]!.source
    const {output} = editTargets(xml, [{unit: 'u', pair: 'a', target}])
    expect(output).toBe(xml.replace('</source>', `</source><target>${body}</target>`))
  })

  it('writes codes in our way where those of the source would no longer nest', () => {
    const xml =
      '<xliff version="1.2"><file original="a"><body><trans-unit id="u"><source><g id="1">A</g><g id="2">B</g></source>' +
      '</trans-unit></body></file></xliff>'
    const code = (type: 'open' | 'close', id: string) => ({type, id, kind: 'other', raw: ''}) as const
    const crossed = [code('open', '1'), code('open', '2'), 'C', code('close', '1'), code('close', '2')]
    const {output} = editTargets(xml, [{unit: 'u', pair: 's1', target: crossed}])
    expect(read(output, 'a.xlf').files[0]!.bitext.units[0]!.pairs[0]!.target).toMatchObject([
      {type: 'open', id: '1'},
      {type: 'open', id: '2'},
      'C',
      {type: 'close', id: '1'},
      {type: 'close', id: '2'}
    ])
  })

  it('finds each of several units with one id, and those inside a bin-unit', () => {
    const unit = (id: string, text: string): string =>
      `<trans-unit id="${id}"><source>A</source><target>${text}</target></trans-unit>`
    const xml =
      `<xliff version="1.2"><file original="a"><body>${unit('u', 'B')}${unit('u', 'C')}` +
      `<bin-unit id="p" mime-type="image/png">${unit('v', 'D')}</bin-unit></body></file></xliff>`
    const edits = ['u', 'u..2', 'v'].map((id) => ({unit: id, pair: 's1', target: [`E${id}`]}))
    const {output} = editTargets(xml, edits)
    expect(output).toBe(xml.replace('>B<', '>Eu<').replace('>C<', '>Eu..2<').replace('>D<', '>Ev<'))
  })

  it('puts a new target after its source', () => {
    const {output} = editTargets(FILE, [{unit: 'u3', pair: 's1', target: ['F'], state: 'final'}])
    expect(output).toBe(
      FILE.replace('<source>D</source>', '<source>D</source>\r\n   <target state="final">F</target>')
    )
  })

  it('says which edits have no place', () => {
    const edit: TargetEdit = {unit: 'u9', pair: 's1', target: ['F']}
    expect(editTargets(FILE, [edit])).toEqual({output: FILE, missed: [edit]})
    const broken = FILE.replace('</body>', '')
    const known = {...edit, unit: 'u2'}
    expect(editTargets(broken, [known])).toEqual({output: broken, missed: [known]})
  })

  it('sets the state of a segment, and drops a sub-state that says more of the old one', () => {
    const xml =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u">' +
      '<segment id="a" subState="x:y" state="initial"><source>A</source></segment></unit></file></xliff>'
    const {output} = editTargets(xml, [{unit: 'u', pair: 'a', target: ['B\u0001'], state: 'reviewed'}])
    expect(output).toBe(
      xml
        .replace(' subState="x:y" state="initial"', ' state="reviewed"')
        .replace('</source>', '</source><target>B<cp hex="0001"/></target>')
    )
  })

  it.each(['utf16le', 'latin1'] as const)('keeps the encoding: %s', (encoding) => {
    const declared = {utf16le: 'UTF-16', latin1: 'windows-1252'}[encoding]
    const xml = `<?xml version="1.0" encoding="${declared}"?><xliff version="1.2"><file original="é"><body><trans-unit id="u"><source>é</source></trans-unit></body></file></xliff>`
    const {output} = editTargets(new Uint8Array(Buffer.from(xml, encoding)), [
      {unit: 'u', pair: 's1', target: ['è→']}
    ])
    const put = encoding === 'latin1' ? 'è&#8594;' : 'è→'
    expect(Buffer.from(output).toString(encoding)).toBe(
      xml.replace('</source>', `</source><target>${put}</target>`)
    )
    expect(read(output, 'a.xlf').files[0]!.bitext.units[0]!.pairs[0]!.target).toEqual(['è→'])
  })
})

describe.skipIf(!hasData)('editing the files of tools and test suites', () => {
  const paths = hasData
    ? globSync(join(DATA, '{suite,returned,cat-samples}/**/*.{xlf,xliff,sdlxliff,mxliff}'))
    : []
  const files = paths.flatMap((path) => {
    try {
      return [{path, bytes: new Uint8Array(readFileSync(path))}]
    } catch {
      return []
    }
  })

  const isBroken = ({path, bytes}: {path: string; bytes: Uint8Array}): boolean =>
    read(bytes, path).diagnostics.some(({id}) => id === 'xliff-not-well-formed' || id === 'xliff-encoding')
  let edited = 0

  /** A new target for the first segment of each unit: a text of its own, and all codes of the source. */
  const editsFor = (path: string, bytes: Uint8Array): TargetEdit[] =>
    read(bytes, path).files.flatMap(({bitext}, file) =>
      bitext.units.flatMap((unit) =>
        unit.pairs.slice(0, 1).map((pair): TargetEdit => ({
          file,
          unit: unit.id,
          pair: pair.id,
          target: [`~${edited++}<&>`, ...codesOf(pair.source)]
        }))
      )
    )

  it('changes nothing in files that are broken', () => {
    const broken = files.filter(isBroken)
    expect(broken.length).toBeGreaterThan(0)
    for (const {path, bytes} of broken) {
      const edits = editsFor(path, bytes)
      expect(editTargets(bytes, edits)).toEqual({output: bytes, missed: edits})
    }
  })
})
