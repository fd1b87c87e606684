import type {Content} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {read} from '../src/index.ts'
import {type UndoingName, UNDOINGS} from '../src/returned/undoings.ts'

/** A file that came back, what its last target is meant to be, and what is told. */
interface Case {
  readonly file: string | Uint8Array
  readonly meant: string
  readonly told: ReadonlyArray<string>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

/** A file of one unit; targets may stand in it as they are damaged. */
function file(source: string, target: string, attributes = ''): string {
  const unit = `<trans-unit id="u1.s1"><source>${source}</source><target${attributes}>${target}</target></trans-unit>`
  return `${HEAD}\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en" target-language="fr" datatype="x-markdown"><body>\n${unit}</body></file></xliff>`
}

const returned = (source: string, target: string, meant: string, ...told: string[]): Case => ({
  file: file(source, target),
  meant: `${meant} (translated)`,
  told
})

/** A unit with a slip, which was mended. */
const mended = (target: string, meant: string): Case =>
  returned('A <x id="1"/>', target, meant, 'xliff-not-well-formed', 'unit-mended')

const code = (ctype: string, equiv: string): string => `<x id="1" ctype="x-${ctype}" equiv-text="${equiv}"/>`

const SEGMENTS =
  '<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>'

const SPLIT = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u0123456789ab"><segment id="s1" state="translated"><source>One, </source><target>Un, </target></segment><segment state="translated"><source>two.</source><target>deux.</target></segment></unit></file></xliff>`

/** A case for each row; a row without one does not compile. */
const CASES: Readonly<Record<UndoingName, Case>> = {
  encoding: {
    file: Uint8Array.from(Buffer.from(file('One', 'Ünë').replace('UTF-8', 'UTF-16'), 'utf16le')),
    meant: 'Ünë (translated)',
    told: []
  },
  head: {
    file: file('One', 'Un').replace('?>\n', '?>\n\uFEFF'),
    meant: 'Un (translated)',
    told: ['head-mended']
  },
  'broken-file': {
    file: file('One', 'a<br>b').replace(
      '</body>',
      '<trans-unit id="u2.s1"><source>Two</source><target>Deux</target></trans-unit></body>'
    ),
    meant: 'Deux (translated)',
    told: ['xliff-not-well-formed', 'unit-unreadable']
  },
  'smart-quotes': mended('b<x id=“1”/>', 'b{1 other}'),
  'smart-quote-at-end': mended('b<x id="1”/>', 'b{1 other}'),
  'brackets-in-values': mended('b<x id="1" equiv-text="<i>"/>', 'b{1 other}'),
  'untidy-tags': mended('b<x ctype=lb id=1/>', 'b{1 break}'),
  'loose-brackets': mended('5 < 6<x id="1"/>', '5 < 6{1 other}'),
  'html-entities': mended('b&nbsp;!<x id="1"/>', 'b\u00A0!{1 other}'),
  'surrogate-references': mended('b &#xD83D;&#xdc4c;<x id="1"/>', 'b 👌{1 other}'),
  'illegal-references': mended('b &#3;<x id="1"/>', 'b \uFFFD{1 other}'),
  'loose-ampersands': mended('R&D<x id="1"/>', 'R&D{1 other}'),
  'illegal-characters': mended('b\u0003<x id="1"/>', 'b\uFFFD{1 other}'),
  'half-tags': returned(
    'a <g id="1">b</g> <g id="2">c</g>.',
    'd <g id="1">e',
    'd e',
    'xliff-not-well-formed',
    'unit-mended'
  ),
  'segment-marks': {
    file: file(
      'One. Two.',
      '<mrk mtype="seg" mid="1">Un.</mrk>\n     <mrk mtype="seg" mid="2">Deux.</mrk>'
    ).replace('</source>', `</source>${SEGMENTS}`),
    meant: 'Un. Deux. (translated)',
    told: ['gap-restored']
  },
  'tracked-deletions': returned('One', '<mrk mtype="x-sdl-deleted">Une </mrk>Un', 'Un', 'deletion-dropped'),
  'indents-at-edges': returned('\n  One\n ', '\n  Un\n ', 'Un', 'white-space-undone'),
  'indents-before-codes': returned(
    'a\n            <x id="1"/>\n          ',
    'b\n            <x id="1"/>\n          ',
    'b{1 other}',
    'white-space-undone'
  ),
  'indents-between-codes': returned(
    'See <g id="1">\n              <g id="2">roads</g>\n            </g> now',
    'Voir <g id="1">\n              <g id="2">routes</g>\n            </g> ici',
    'Voir {1 other}{2 other}routes{2 other}{1 other} ici',
    'white-space-undone'
  ),
  'dropped-attributes': returned(
    'a <g id="1" ctype="bold">b</g> c',
    'd <g id="1">e</g> f',
    'd {1 bold}e{1 bold} f'
  ),
  'nameless-codes': returned(
    'a <g id="2" ctype="bold">b</g> c',
    'd <g ctype="bold">e</g> f',
    'd {2 bold}e{2 bold} f',
    'code-restored'
  ),
  'encoded-text': returned('R&amp;D', 'R&amp;amp;D', 'R&D', 'target-decoded'),
  'unseen-characters': returned('One', 'U\u200Bn', 'Un', 'unseen-removed'),
  'spreadsheet-quotes': returned('One, two', '"Un, deux"', 'Un, deux', 'quotes-removed'),
  'source-beside': returned(
    'Aid came from the town.',
    'Les secours sont venus de la ville. Aid came from the town.',
    'Les secours sont venus de la ville.',
    'source-removed'
  ),
  'pasted-tags': returned(
    'Go <x id="1"/> now',
    'Va &lt;x id="1"/&gt; vite',
    'Va {1 other} vite',
    'code-restored'
  ),
  'typed-markup': returned(
    'a <g id="1" ctype="bold">b</g> c',
    'd **e** f',
    'd {1 bold}e{1 bold} f',
    'code-restored'
  ),
  'braces-around-placeholder': returned(
    `See ${code('placeholder', 'name')} now.`,
    `Voir {${code('placeholder', 'name')}} ici.`,
    'Voir {1 placeholder} ici.',
    'code-restored'
  ),
  'marks-around-pair': returned(
    'It is <g id="1" ctype="bold">open</g> now.',
    'C’est **<g id="1" ctype="bold">ouvert</g>** ici.',
    'C’est {1 bold}ouvert{1 bold} ici.',
    'code-restored'
  ),
  'ticks-around-code': returned(
    `Run ${code('code', 'reset')} now.`,
    `Lancez \`${code('code', 'reset')}\` ici.`,
    'Lancez {1 code} ici.',
    'code-restored'
  ),
  'text-beside-code': returned(
    `Call ${code('code', 'npm i')} now.`,
    `Appelez npm i ${code('code', 'npm i')} vite.`,
    'Appelez {1 code} vite.',
    'code-restored'
  ),
  'typed-codes': returned(
    `Call ${code('code', 'npm i')} now.`,
    'Appelez npm i vite.',
    'Appelez {1 code} vite.',
    'code-restored'
  ),
  'renamed-placeholders': returned(
    `See ${code('placeholder', 'name')} now.`,
    'Voir {{nom}} ici.',
    'Voir {1 placeholder} ici.',
    'code-restored'
  ),
  'line-breaks': returned('One two', 'Un\ndeux', 'Un deux', 'line-break-replaced'),
  'lost-codes': returned('Go <x id="1"/>', 'Va', 'Va {1 other}', 'code-put-back'),
  'edge-space': returned('One', 'Un ', 'Un', 'edge-space-trimmed'),
  'empty-target': {
    file: file('One', '', ' state="signed-off"'),
    meant: 'none (initial)',
    told: ['state-without-target']
  },
  'empty-sign': {...returned('One', '&lt;EMPTY&gt;', '', 'target-emptied')},
  'contradicted-state': {
    file: file('One', 'Un', ' state="needs-translation"'),
    meant: 'Un (translated)',
    told: []
  },
  'split-segments': {file: SPLIT, meant: 'Un, deux. (translated)', told: ['segments-joined']}
}

const written = (content: Content): string =>
  content.map((part) => (typeof part === 'string' ? part : `{${part.id} ${part.kind}}`)).join('')

/** What the last target of a file is read as, and what is told. */
function readAs({file}: Case, without: ReadonlyArray<UndoingName>): Omit<Case, 'file'> {
  const {files, diagnostics} = read(file, 'a.xlf', {without})
  const last = files.at(-1)?.bitext.units.at(-1)?.pairs.at(-1)
  const meant = last ? `${last.target ? written(last.target) : 'none'} (${last.state})` : 'nothing'
  return {meant, told: diagnostics.map(({id}) => id)}
}

const names = UNDOINGS.map(({name}) => name)

/** Rows whose cases fail without a row: its own, and those that work on what it lets be read at all. */
function dependentOn(name: UndoingName): UndoingName[] {
  const inBrokenFiles = UNDOINGS.filter(({on}) => on === 'unit' || on === 'broken-unit')
  return [name, ...(name === 'broken-file' ? inBrokenFiles.map((row) => row.name) : [])].sort()
}

describe('what tools and people do to a hand-back', () => {
  it.for(names)('%s: is undone, and told', (name) => {
    const {meant, told} = CASES[name]
    expect(readAs(CASES[name], [])).toEqual({meant, told})
  })

  it.for(names)('%s: without its row, just its case fails', (name) => {
    const failed = names.filter((each) => {
      const {meant, told} = CASES[each]
      const found = readAs(CASES[each], [name])
      return found.meant !== meant || found.told.join() !== told.join()
    })
    expect(failed.sort()).toEqual(dependentOn(name))
  })

  it('stands in one list, in the order from bytes to pairs, each row under a name of its own', () => {
    const stages = [...new Set(UNDOINGS.map(({on}) => on))]
    expect(UNDOINGS.map(({on}) => stages.indexOf(on))).toEqual(
      UNDOINGS.map(({on}) => stages.indexOf(on)).toSorted((a, b) => a - b)
    )
    expect(new Set(names).size).toBe(names.length)
  })
})
