import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {codesOf, type Pair, textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {read} from '../src/index.ts'
import {shown} from './shown.ts'
import {DATA, hasData} from './validate-xml.ts'

/** A 1.2 file around units. */
function file(
  units: string,
  head = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}<file original="a.md" source-language="en" target-language="fr" datatype="x-markdown"><body>${units}</body></file></xliff>`
}

function unit(source: string, rest = '', attributes = ''): string {
  return `<trans-unit id="u1.s1" xml:space="preserve"${attributes}><source>${source}</source>${rest}</trans-unit>`
}

interface Result {
  readonly pair: Pair
  readonly source: string
  readonly target: string | undefined
  readonly state: string
  readonly told: string[]
}

/** The first segment of a file, its codes shown as `<1>`, `</1>`, `<1/>`. */
function first(xml: string | Uint8Array): Result {
  const {files, diagnostics} = read(xml, 'a.xlf')
  const pair = files[0]!.bitext.units[0]!.pairs[0]!
  return {
    pair,
    source: shown(pair.source),
    target: pair.target && shown(pair.target),
    state: pair.state,
    told: diagnostics.map(({id}) => id)
  }
}

const of = (source: string, rest = '', attributes = ''): Result => first(file(unit(source, rest, attributes)))

function sample(path: string): ReturnType<typeof read> {
  return read(readFileSync(join(DATA, path)), path)
}

describe('quirks of bytes', () => {
  const xml = file(unit('One', '<target>Ünë</target>'))

  it('1. a byte order mark comes or goes', () => {
    expect(read(`\uFEFF${xml}`, 'a.xlf').files[0]!.bitext).toEqual(read(xml, 'a.xlf').files[0]!.bitext)
    const [file] = read(`\uFEFF${xml}`, 'a.xlf').files
    expect(file!.placeOf(file!.pairs[0]!.unitOffset)).toMatchObject({line: 2})
  })

  it('2. UTF-16 has no mark, or UTF-8 has a second one', () => {
    const wide = Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')
    expect(first(wide)).toMatchObject({target: 'Ünë', told: []})
    expect(first(Buffer.from(wide).swap16())).toMatchObject({target: 'Ünë', told: []})
    for (const before of ['\uFEFF', '\uFEFF\uFEFF']) {
      for (const twice of [xml.replace('?>', '?>\uFEFF'), `\uFEFF${xml}`])
        expect(first(before + twice)).toMatchObject({target: 'Ünë', told: ['head-mended']})
    }
  })

  it('2. what has no place before the declaration stands there', () => {
    for (const before of ['\n', ' \r\n', '\uFEFF\n']) {
      expect(first(before + xml)).toMatchObject({target: 'Ünë', told: ['head-mended']})
      const wide = Buffer.from((before + xml).replace('UTF-8', 'UTF-16'), 'utf16le')
      expect(first(wide)).toMatchObject({target: 'Ünë', told: ['head-mended']})
    }
    expect(first(xml.replace(/<\?xml.*?\?>/, '\n ')).told).toEqual([])
  })

  it('2. windows-1252 is declared, or not', () => {
    const narrow = Buffer.from(xml.replace('UTF-8', 'windows-1252'), 'latin1')
    expect(first(narrow)).toMatchObject({target: 'Ünë', told: []})
    expect(first(Buffer.from(xml, 'latin1'))).toMatchObject({target: 'Ünë', told: ['xliff-encoding']})
  })

  it('3. line ends change, or there are none', () => {
    const lines = file(`\n${unit('One\nmore', '\n<target>Un\nplus</target>')}\n`)
    expect(first(lines.replaceAll('\n', '\r\n')).target).toBe('Un\nplus')
    expect(first(lines.replaceAll(/>\n/g, '>')).target).toBe('Un\nplus')
  })

  it('4. the XML declaration changes or goes', () => {
    for (const declaration of [
      "<?xml version='1.0' encoding='UTF-8'?>",
      '',
      '<?xml version="1.0" standalone="no"?>'
    ]) {
      expect(first(xml.replace(/<\?xml.*?\?>/, declaration))).toMatchObject({target: 'Ünë', told: []})
    }
  })

  it('5. the same is written differently', () => {
    const one = of('<x id="1" ctype="lb" equiv-text="a>b"/>&amp;’👌', '<target>A<x id="1"/></target>').pair
    const other = of(
      '<x equiv-text="a&gt;b" ctype="lb" id="1"></x><![CDATA[&]]>&#8217;&#128076;',
      '<target>A<x id="1"></x></target>'
    ).pair
    expect(other).toEqual(one)
  })

  it('6. smart quotes stand in a tag, and `&` and `<` in a value', () => {
    const broken = file(
      unit(
        'Two <x id="1" equiv-text=„this.name”/>',
        '<target>Deux <x id="1" equiv-text=“this.name”/></target>'
      ) +
        '<trans-unit id="u2.s1"><source>A <x id="1" equiv-text="<br/>?b=1&c=2"/></source><target>B <x id="1"/></target></trans-unit>' +
        '<trans-unit id="u3.s1"><source>C</source><target>D</target></trans-unit>'
    )
    const {files, diagnostics} = read(broken, 'a.xlf')
    expect(files[0]!.bitext.units.map(({pairs}) => shown(pairs[0]!.target!))).toEqual([
      'Deux <1/>',
      'B <1/>',
      'D'
    ])
    expect(codesOf(files[0]!.bitext.units[1]!.pairs[0]!.source)[0]!.equiv).toBe('<br/>?b=1&c=2')
    expect(diagnostics.map(({id, level, unit}) => [id, level, unit])).toEqual([
      ['xliff-not-well-formed', 'warning', undefined],
      ['unit-mended', 'warning', 'u1.s1'],
      ['unit-mended', 'warning', 'u2.s1']
    ])
  })

  it('7. the schema is not kept', () => {
    const xml = file(
      '<trans-unit id="u1.s1" foo:bar="x"><context-group/><source>One</source><note/><target>Un</target></trans-unit>'
    ).replace('original="a.md" ', '')
    expect(first(xml)).toMatchObject({target: 'Un', told: []})
  })
})

describe('quirks of structure', () => {
  it('8. the target stands anywhere in its unit', () => {
    const alternative = '<alt-trans><target>Autre</target></alt-trans>'
    expect(of('One', `<note>n</note>${alternative}<target>Un</target>`).target).toBe('Un')
    expect(of('One', alternative).target).toBeUndefined()
  })

  it('9. what is not translated is empty, absent, white space, or a copy', () => {
    for (const rest of [
      '',
      '<target/>',
      '<target></target>',
      '<target>\n  </target>',
      '<target state="new"/>'
    ]) {
      expect(of('One', rest)).toMatchObject({target: undefined, state: 'initial', told: []})
    }
    expect(of('One', '<target state="needs-translation">One</target>')).toMatchObject({
      target: 'One',
      state: 'initial',
      told: []
    })
    for (const sign of ['&lt;EMPTY>', '[EMPTY]']) {
      expect(of('One', `<target>${sign}</target>`)).toMatchObject({
        target: '',
        state: 'translated',
        told: ['target-emptied']
      })
    }
  })

  it('10. an empty target is signed off', () => {
    expect(of('One', '<target state="signed-off"></target>', ' approved="yes"')).toMatchObject({
      target: undefined,
      state: 'initial',
      told: ['state-without-target']
    })
  })

  it('10. a state speaks before an approval, which tools set on all that is translated', () => {
    expect(of('One', '<target state="translated">Un</target>', ' approved="yes"').state).toBe('translated')
    expect(of('One', '<target>Un</target>', ' approved="yes"').state).toBe('reviewed')
    expect(of('One', '<target state="signed-off">Un</target>', ' approved="yes"').state).toBe('reviewed')
    expect(of('One', '<target state="final">Un</target>').state).toBe('final')
  })

  it('11. the target of what is not for translation is gone', () => {
    expect(of('npm i', '', ' translate="no" approved="yes"').told).toEqual([])
    const xml =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u" translate="no"><segment state="final"><source>npm</source></segment></unit></file></xliff>'
    expect(first(xml).told).toEqual([])
  })

  it('12. alternatives are no targets, with or without a source', () => {
    const {pair, told} = of(
      'One',
      '<target/><alt-trans match-quality="85.5%"><source>Ones</source><target>Uns</target></alt-trans>' +
        '<alt-trans match-quality="100" origin="memsource-tm"><target>Un</target></alt-trans>'
    )
    expect(told).toEqual([])
    expect(pair.target).toBeUndefined()
    expect(pair.candidates).toEqual([
      {kind: 'fuzzy', source: ['Ones'], target: ['Uns'], score: 85.5},
      {kind: 'exact', source: ['One'], target: ['Un'], score: 100, origin: 'memsource-tm'}
    ])
  })

  it('13. headers grow, versions mix, files are added', () => {
    const xml = file(
      unit('One', '<target phase-name="p">Un</target>'),
      '<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1">'
    )
      .replace(
        '<body>',
        '<header><phase-group><phase phase-name="p" date="no date"/></phase-group><tool/></header><body>'
      )
      .replace(
        '</xliff>',
        '<file original="b.md"><body><trans-unit id="x"><source>X</source></trans-unit></body></file></xliff>'
      )
    const {files, diagnostics} = read(xml, 'a.xlf')
    expect(diagnostics).toEqual([])
    expect(files.map(({bitext}) => bitext.units.map(({pairs}) => pairs[0]!.target))).toEqual([
      [['Un']],
      [undefined]
    ])
  })

  it('14. prefixes are new, or not declared', () => {
    const prefixed = file(unit('One <x id="1"/>', '<target>Un <x id="1"/></target>'))
      .replace(/<(\/?)(?=[a-z])/g, '<$1ns0:')
      .replace('xmlns=', 'xmlns:ns0=')
    expect(first(prefixed)).toMatchObject({target: 'Un <1/>', told: []})
    expect(first(prefixed.replace(/ xmlns:ns0="[^"]*"/, ''))).toMatchObject({
      target: 'Un <1/>',
      told: ['namespace-assumed']
    })
    expect(
      of('One', '<mdx:target>no</mdx:target><target mdx:a="b">Un</target>', ' xmlns:mdx="urn:x"').target
    ).toBe('Un')
  })

  it('15. segmentation is added', () => {
    const segSource =
      '<seg-source><mrk mtype="seg" mid="0">One.</mrk>  <mrk mtype="seg" mid="1">Two.</mrk></seg-source>'
    const marks = (gap: string): string =>
      `${segSource}<target><mrk mtype="seg" mid="0">Un.</mrk>${gap}<mrk mtype="seg" mid="1">Deux.</mrk>\n   </target>`
    for (const gap of ['', '\n                    ', '  ']) {
      const told = gap === '  ' ? [] : ['gap-restored']
      expect(of('One.  Two.', marks(gap))).toMatchObject({target: 'Un.  Deux.', told})
    }
    const partial = `${segSource}<target><mrk mtype="seg" mid="0">Un.</mrk>  <mrk mtype="seg" mid="1"/></target>`
    expect(of('One.  Two.', partial).told).toEqual(['target-partial'])
    const none = `${segSource}<target><mrk mtype="seg" mid="0"/> <mrk mtype="seg" mid="1"/></target>`
    expect(of('One.  Two.', none).target).toBeUndefined()
  })

  it('16. the tool’s own file comes back instead of ours', () => {
    const {files, diagnostics} = read(
      file(
        '<group id="7"><trans-unit id="job:1"><source>One</source><target>Un</target></trans-unit></group>',
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0">'
      ),
      'a.mxliff'
    )
    expect(diagnostics).toMatchObject([{id: 'tool-format', level: 'info', args: {tool: 'Phrase'}}])
    expect(files[0]!.bitext.units[0]).toMatchObject({id: 'job:1', pairs: [{id: 's1', target: ['Un']}]})
  })

  it('17. units are missing', () => {
    const {files, diagnostics} = read(file(unit('One')), 'a.xlf')
    expect(files[0]!.bitext.units.map(({id}) => id)).toEqual(['u1'])
    expect(diagnostics).toEqual([])
  })

  it('18. ids occur twice', () => {
    const twice = file(
      unit('One') + unit('One', '<target>Un</target>') + unit('Two', '<target>Deux</target>')
    )
    const {files, diagnostics} = read(twice, 'a.xlf')
    expect(files[0]!.bitext.units.map(({id, pairs}) => [id, pairs[0]!.target])).toEqual([
      ['u1', undefined],
      ['u1..2', ['Un']],
      ['u1..3', ['Deux']]
    ])
    expect(diagnostics.map(({id}) => id)).toEqual(['unit-duplicate', 'unit-duplicate'])
  })

  it('19. languages have another subtag, another spelling, or stand at the targets alone', () => {
    const locale = (from: string, to: string): string =>
      read(file(unit('One', '<target xml:lang="fr-CA">Un</target>')).replace(from, to), 'a.xlf').files[0]!
        .bitext.targetLocale
    expect(locale('target-language="fr"', 'target-language="fr_FR"')).toBe('fr-FR')
    expect(locale('target-language="fr"', 'target-language="DE"')).toBe('DE')
    expect(locale(' target-language="fr"', '')).toBe('fr-CA')
  })
})

describe('quirks of content', () => {
  it('20. line breaks and indents are put around content and codes', () => {
    const spread = (a: string): string =>
      `${a} \n            <g id="1">b</g> c\n            <x id="2"/>\n          `
    expect(of(spread('a'), `<target>${spread('d')}</target>`)).toMatchObject({
      source: 'a <1>b</1> c<2/>',
      target: 'd <1>b</1> c<2/>',
      told: ['white-space-undone']
    })
    const pretty = file(
      '<trans-unit id="u1.s1"><source>\n  One\n  two\n </source><target>\n  Un\n </target></trans-unit>'
    )
    expect(first(pretty)).toMatchObject({source: 'One two', target: 'Un', told: ['white-space-undone']})
    // Lokalize, between tags that follow one another.
    const nested = of(
      'See <g id="1">\n              <g id="2">roads</g>\n            </g> now',
      '<target>Voir <g id="1"><g id="2">routes</g></g></target>'
    )
    expect(nested).toMatchObject({told: ['white-space-undone']})
    expect(shown(nested.pair.source)).toBe('See <1><2>roads</2></1> now')
    const meant = of('<x id="1"/>\n<x id="2"/>', '')
    expect(shown(meant.pair.source)).toBe('<1/>\n<2/>')
    expect(of('{\n a: 1\n}', '<target>{\n b: 1\n}</target>')).toMatchObject({target: '{\n b: 1\n}', told: []})
  })

  it('21. white space comes to the edges', () => {
    expect(of('One', '<target> Un\u00A0</target>')).toMatchObject({
      target: 'Un',
      told: ['edge-space-trimmed']
    })
    expect(of(' One ', '<target> Un </target>')).toMatchObject({target: ' Un ', told: []})
  })

  it('22. codes are moved, lost, or pasted as text', () => {
    expect(of('a <x id="1"/> b <x id="2"/> c', '<target><x id="2"/> x <x id="1"/></target>').told).toEqual([])
    expect(of('Go <x id="1"/> now <x id="2"/>', '<target>Va <x id="1"/></target>')).toMatchObject({
      target: 'Va <1/> <2/>',
      told: ['code-put-back']
    })
    expect(of('Go <x id="1"/> now', '<target>Va</target>')).toMatchObject({target: 'Va', told: []})
    expect(
      of('a <g id="1">b</g> <x id="2"/>', '<target>c &lt;g id="1"&gt;d&lt;/g&gt; &lt;x id=“2”/&gt;</target>')
    ).toMatchObject({target: 'c <1>d</1> <2/>', told: ['code-restored']})
    for (const pasted of ['&lt; x id = "1" / &gt;', '&lt;X ID="1"/&gt;', '<![CDATA[<x id="1"/>]]>'])
      expect(of('Go <x id="1"/>', `<target>Va ${pasted}</target>`)).toMatchObject({
        target: 'Va <1/>',
        told: ['code-restored']
      })
    expect(of('write &lt;x id="1"/> <x id="1"/>', '<target>&lt;x id="1"/></target>').target).toBe(
      '<x id="1"/> <1/>'
    )
  })

  it('23. codes lose all attributes but the id', () => {
    const {pair, told} = of(
      '<g id="1" ctype="bold" equiv-text="**">a</g> <bx id="2" rid="7" ctype="italic"/>b<ex id="3" rid="7"/> <bpt id="4" rid="8" ctype="link">[</bpt>c<ept id="4" rid="8">]</ept>',
      '<target><g id="1">d</g> <bx id="2"/>e<ex id="3"/> <bpt id="4">[</bpt>f<ept id="4">]</ept></target>'
    )
    expect(told).toEqual([])
    expect(codesOf(pair.target!)).toEqual(codesOf(pair.source))
    expect(codesOf(pair.source).map(({type, id, kind}) => `${type} ${id} ${kind}`)).toEqual([
      'open 1 bold',
      'close 1 bold',
      'open 2 italic',
      'close 2 italic',
      'open 4 link',
      'close 4 link'
    ])
  })

  it('24. text inside codes is moved', () => {
    const {source, told} = of('Logo <ph id="1">&lt;img alt="<sub>A logo</sub>"></ph>')
    expect(source).toBe('Logo <1/>')
    expect(told).toEqual(['sub-ignored'])
  })

  it('25. comments and processing instructions stand in content', () => {
    expect(of('One<!-- c --> two<?p i?>', '<target>Un<!-- c --> deux<?p i?></target>')).toMatchObject({
      source: 'One two',
      target: 'Un deux',
      told: []
    })
  })

  it('26. translators type markup', () => {
    const {told, target} = of('One', '<target>Un <b>deux</b></target>')
    expect(told).toEqual(['markup-unknown'])
    expect(target).toBe('Un deux')
  })

  it('27. old text stays behind new', () => {
    const {told} = of('One <x id="1"/> two', '<target>New one two<x id="1"/> old two</target>')
    // No reader can tell; whoever knows the exported target can, by its fingerprint.
    expect(told).toEqual([])
  })

  it('28. no-break spaces stay what they are', () => {
    expect(of('Go!', '<target>Va\u202F! «\u00A0x\u00A0»</target>')).toMatchObject({
      target: 'Va\u202F! «\u00A0x\u00A0»',
      told: []
    })
  })

  it('29. changes are tracked and comments marked', () => {
    const changes =
      '<mrk mtype="x-sdl-deleted" sdl:revid="1">Old </mrk><mrk mtype="x-sdl-added">New </mrk>text<mrk mtype="x-sdl-comment"> more</mrk>' +
      '<mrk mtype="x-sdl-feedback-deleted">Bad</mrk><mrk mtype="x-sdl-feedback-added"> good</mrk>' +
      '<mrk mtype="x-mq-tc" mq:tctype="Deleted"> gone</mrk><mrk mtype="x-mq-tc" mq:tctype="Inserted"> here</mrk>'
    expect(of('One', `<target>${changes}</target>`)).toMatchObject({
      target: 'New text more good here',
      told: ['deletion-dropped', 'deletion-dropped', 'deletion-dropped']
    })
  })

  it('30. locked content is a code and a unit of its own', () => {
    const xml = file(
      `${unit('Call <x id="locked1" xid="lock1"/>', '<target>Appelez <x id="locked1" xid="lock1"/></target>')}<trans-unit id="lock1" translate="no"><source>+1 555</source></trans-unit>`
    )
    const {files, diagnostics} = read(xml, 'a.xlf')
    expect(files[0]!.bitext.units.map(({id, pairs}) => [id, shown(pairs[0]!.target ?? [])])).toEqual([
      ['u1', 'Appelez <locked1/>'],
      ['lock1', '']
    ])
    expect(diagnostics).toEqual([])
  })
})

describe.skipIf(!hasData)('quirks in files of tools', () => {
  it('15. Matecat: white space between segments of a unit is that of the source', () => {
    const folder = 'suite/matecat/valid'
    const names = readdirSync(join(DATA, folder)).filter((name) => /\.xli?ff?$/.test(name))
    const pairs = names.flatMap((name) =>
      sample(`${folder}/${name}`).files.flatMap(({bitext}) => bitext.units.flatMap(({pairs}) => pairs))
    )
    expect(pairs.length).toBeGreaterThan(200)
    const wide = pairs.filter(({target}) => /\n {15}/.test(textOf(target ?? [])))
    expect(wide.filter(({source}) => !/\n {10}/.test(textOf(source)))).toEqual([])
  })

  it('29. Trados: tracked changes', () => {
    const {diagnostics} = sample('cat-samples/trados/ChangeTracking_Trados_1.sdlxliff')
    expect(diagnostics.map(({id}) => id)).toContain('deletion-dropped')
  })
})
