import {execFileSync} from 'node:child_process'
import {globSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Content, codesOf, textOf} from '@passerelle/model'
import {SaxesParser} from 'saxes'
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

const python = pythonWithLxml()

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

/** The text without its targets that are children of units and segments, by another walk than the reader's. */
function withoutTargets(text: string): string {
  const parser = new SaxesParser({xmlns: false, position: false})
  const path: string[] = []
  let result = ''
  let from = 0
  const isTarget = (): boolean =>
    path.at(-1) === 'target' && (path.at(-2) === 'trans-unit' || path.at(-2) === 'segment')
  parser.on('opentagstart', ({name}) => {
    path.push(name.replace(/^.*:/, ''))
    if (isTarget()) result += text.slice(from, text.lastIndexOf('<', parser.position - 1)).trimEnd()
  })
  parser.on('closetag', () => {
    if (isTarget()) from = parser.position
    path.pop()
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return result + text.slice(from)
}

/** What is left of a file without its targets, white space aside; bytes that are no UTF-8 are kept as they are. */
function skeleton(bytes: Uint8Array): string {
  const label = bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(label, {ignoreBOM: true}).decode(bytes)
  return withoutTargets(text.replace(/(\?>\s*)\uFEFF/, '$1')).replace(/\s+/g, '')
}

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

  it('changes the bytes of targets alone, and they are read back', () => {
    edited = 0
    for (const {path, bytes} of files.filter((file) => !isBroken(file))) {
      expect(editTargets(bytes, []).output).toBe(bytes)
      const edits = editsFor(path, bytes)
      const {output, missed} = editTargets(bytes, edits)
      expect([path, missed]).toEqual([path, []])
      expect([path, skeleton(output)]).toEqual([path, skeleton(bytes)])
      const after = read(output, path)
      for (const {file, unit, pair, target} of edits) {
        const found = after.files[file!]!.bitext.units.find(({id}) => id === unit)!.pairs.find(
          ({id}) => id === pair
        )!
        expect([path, unit, textOf(found.target ?? [])]).toEqual([path, unit, textOf(target)])
      }
    }
    expect(edited).toBeGreaterThan(5000)
  }, 60_000)

  it.skipIf(!python)(
    'is what an independent reader finds',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'xliff-edit-'))
      const lines: string[] = []
      for (const [index, {path, bytes}] of files.entries()) {
        const {files: read1} = read(bytes, path)
        const unit = read1[0]?.bitext.units.find(({pairs}) => pairs.length > 0)
        if (!unit) continue
        const {output, missed} = editTargets(bytes, [
          {unit: unit.id, pair: unit.pairs[0]!.id, target: [`~${index} é<&>`]}
        ])
        // libxml2 refuses a second byte order mark.
        if (missed.length > 0 || path.endsWith('toolkit-3.8.4.bytes.utf16.xlf')) continue
        writeFileSync(join(folder, `${index}.xlf`), output)
        lines.push(`${index}`)
      }
      const script = `
import sys
from lxml import etree
for n in open(sys.argv[1] + '/list').read().split():
    data = open(sys.argv[1] + '/' + n + '.xlf', 'rb').read()
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False, recover=True))
    texts = [] if root is None else [''.join(t.itertext()) for t in root.iter('{*}target')]
    if '~' + n + ' \\u00e9<&>' not in texts: print(n)
`
      writeFileSync(join(folder, 'list'), lines.join('\n'))
      writeFileSync(join(folder, 'find.py'), script)
      const missing = execFileSync(python!, [join(folder, 'find.py'), folder], {encoding: 'utf8'})
      expect(lines.length).toBeGreaterThan(500)
      expect(
        missing
          .split('\n')
          .filter(Boolean)
          .map((n) => files[Number(n)]!.path)
      ).toEqual([])
    },
    60_000
  )
})

function pythonWithLxml(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import lxml.etree'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  })
}
