import {describe, expect, it} from 'vitest'
import {read} from '../src/index.ts'
import {shown} from './shown.ts'

/** A unit with a target, its tag as it is written, and a sound unit after it. */
function damaged(target: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en" target-language="fr" datatype="x-markdown"><body>
<trans-unit id="u1.s1" xml:space="preserve"><source>A <x id="1"/></source>
${target}</trans-unit>
<trans-unit id="u3.s1"><source>C</source><target>D</target></trans-unit>
</body></file></xliff>`
}

describe('6. a file is not well-formed', () => {
  it.for<[what: string, target: string, meant: string]>([
    ['a straight and a smart quote', 'b<x id=“1"/>', 'b<1/>'],
    ['a straight quote, then a smart one', 'b<x id="1”/>', 'b<1/>'],
    ['French quotes with their spaces', 'b<x id=«\u00A01\u00A0»/>', 'b<1/>'],
    ['no quotes', 'b<x ctype=lb id=1/>', 'b<1/>'],
    ['no blank between attributes', 'b<x ctype="lb"id="1"/>', 'b<1/>'],
    ['a smart quote in a value, which is text', 'b & c<x id="1" equiv-text="a “b”"/>', 'b & c<1/>'],
    ['`<` in text', '5 < 6<x id="1"/>', '5 < 6<1/>'],
    ['a blank after `<`', 'b< x id="1" />', 'b<1/>'],
    ['entities of HTML', 'b&nbsp;! &Eacute;t&eacute;<x id="1"/>', 'b\u00A0! Été<1/>'],
    ['a pair of surrogates', 'b &#xD83D;&#xdc4c; &#55357;&#56396;<x id="1"/>', 'b 👌 👌<1/>'],
    ['characters that XML cannot hold', 'b\u0003 &#3; &#xFFFF;<x id="1"/>', 'b\uFFFD \uFFFD \uFFFD<1/>'],
    ['a comment with the end of a unit', 'b &<!-- </trans-unit> <trans-unit> --> c<x id="1"/>', 'b & c<1/>']
  ])('there is %s', ([, target, meant]) => {
    const {files, diagnostics} = read(damaged(`<target>${target}</target>`), 'a.xlf')
    expect(files[0]!.bitext.units.map(({pairs}) => shown(pairs[0]!.target!))).toEqual([meant, 'D'])
    const mended = diagnostics.filter(({id}) => id === 'unit-mended')
    expect(mended).toMatchObject([{level: 'warning', unit: 'u1.s1', line: 4}])
    expect(diagnostics.map(({level}) => level)).not.toContain('error')
  })

  it.for([
    ['opens', 'd <g id="1">e', 'd e'],
    ['closes', 'd e</g>', 'd e'],
    ['opens inside another', 'd <g id="1">e <g id="2">f</g>', 'd e <2>f</2>'],
    ['closes another', 'd <pc id="1">e</g>', 'd e']
  ])('a tag that %s without its other half counts as lost, and its words are kept', ([, target, meant]) => {
    const source = 'a <g id="1">b</g> <g id="2">c</g>.'
    const xml = damaged(`<target>${target}</target>`).replace('A <x id="1"/>', source)
    const {files, diagnostics} = read(xml, 'a.xlf')
    expect(shown(files[0]!.bitext.units[0]!.pairs[0]!.target!)).toBe(meant)
    expect(diagnostics.map(({id}) => id)).toEqual(['xliff-not-well-formed', 'unit-mended'])
  })

  it.for(['<target>b &foo;</target>', '<target>b<br>c</target>', '<target>b'])(
    'a unit with %s cannot be mended: that is said, with its text, and the others are read',
    (target) => {
      const {files, diagnostics} = read(damaged(target), 'a.xlf')
      expect(files[0]!.bitext.units.map(({id}) => id)).toEqual(['u3'])
      expect(diagnostics).toMatchObject([
        {id: 'xliff-not-well-formed', level: 'error'},
        {id: 'unit-unreadable', level: 'error', unit: 'u1.s1', args: {text: expect.stringContaining(target)}}
      ])
    }
  )
})
