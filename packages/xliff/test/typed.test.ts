import {codesOf, type Content, textOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, type RepairPolicy} from '../src/index.ts'
import {restoreTyped} from '../src/returned/typed-codes.ts'
import {content} from './arbitraries.ts'
import {shown} from './shown.ts'

function returned(source: string, target: string, repair: RepairPolicy = 'edge'): [string, string[]] {
  const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.md" source-language="en" target-language="fr"><body><trans-unit id="u"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`
  const {files, diagnostics} = read(xml, 'a.xlf', {repair})
  return [shown(files[0]!.bitext.units[0]!.pairs[0]!.target!), diagnostics.map(({id}) => id)]
}

const code = (ctype: string, equiv: string, id = 1): string =>
  `<x id="${id}" ctype="x-${ctype}" equiv-text="${equiv}"/>`

describe('what stands for a code, typed by hand', () => {
  it.for<[what: string, source: string, target: string, result: string]>([
    ['a footnote', `Aid${code('footnote', '[1]')} came.`, 'L’aide[1] vint.', 'L’aide<1/> vint.'],
    [
      'in the brackets of Poedit',
      `Aid${code('footnote', '[1]')} came.`,
      'L’aide{[1]} vint.',
      'L’aide<1/> vint.'
    ],
    ['a command', `Call ${code('code', 'npm i')} now.`, 'Appelez npm i vite.', 'Appelez <1/> vite.'],
    ['a placeholder with blanks', `On ${code('placeholder', 'date')}.`, 'Le { date }.', 'Le <1/>.'],
    [
      'a placeholder with its format',
      `${code('placeholder', 'count')} marks`,
      '{{ count, number }} marques',
      '<1/> marques'
    ],
    [
      'a placeholder in braces of its own',
      `${code('placeholder', 'name')} came.`,
      `Voici {${code('placeholder', 'name')}} venu.`,
      'Voici <1/> venu.'
    ],
    ['a placeholder', `${code('placeholder', 'name')} came.`, 'Voici {{name}} venu.', 'Voici <1/> venu.'],
    [
      'one of two',
      `Use ${code('code', 'a.b')} or ${code('code', 'c.d', 2)}.`,
      `Ou a.b, ou ${code('code', 'c.d', 2)}.`,
      'Ou <1/>, ou <2/>.'
    ],
    [
      'a command beside its code',
      `Call ${code('code', 'npm i')} now.`,
      `Appelez npm i ${code('code', 'npm i')} vite.`,
      'Appelez <1/> vite.'
    ],
    [
      'a command before its code, at the start',
      `${code('code', 'npm i')} is all.`,
      `npm i ${code('code', 'npm i')} suffit.`,
      '<1/> suffit.'
    ],
    [
      'a command behind its code',
      `Call ${code('code', 'npm i')} now.`,
      `Appelez ${code('code', 'npm i')} npm i vite.`,
      'Appelez <1/> vite.'
    ],
    [
      'the marks of a pair that is there',
      'It is <g id="1" ctype="bold">open</g> now.',
      'C’est **<g id="1" ctype="bold">ouvert</g>** ici.',
      'C’est <1>ouvert</1> ici.'
    ]
  ])('is that code: %s', ([, source, target, result]) => {
    expect(returned(source, target)).toEqual([result, ['code-restored']])
    expect(returned(source, target, 'none')[1]).not.toContain('code-restored')
  })

  it.for<[what: string, source: string, target: string]>([
    ['what may be a word', `On ${code('placeholder', 'date')}, aid came.`, 'À cette date vint l’aide.'],
    ['what is there twice', `Call ${code('code', 'npm i')} now.`, 'Ici npm i, puis npm i encore.'],
    ['what the source says, too', `Call ${code('code', 'npm i')} (npm i).`, 'Voici npm i.'],
    ['a part of a word', `See ${code('code', 'a.b')} now.`, 'Voir a.bc vite.'],
    [
      'what two codes are called',
      `Go ${code('footnote', '[1]')} to ${code('footnote', '[1]', 2)} b.`,
      'Va [1] à b.'
    ],
    [
      'what is all that stands between two codes',
      'Before<x id="1" ctype="lb" equiv-text="&lt;br&gt;"/>Here.<x id="2" ctype="lb" equiv-text="&lt;br&gt;"/> After.',
      'Before<x id="1" ctype="lb" equiv-text="&lt;br&gt;"/>&lt;br&gt;<x id="2" ctype="lb" equiv-text="&lt;br&gt;"/> After.'
    ],
    ['what came back', `Aid${code('footnote', '[1]')} came.`, `L’aide${code('footnote', '[1]')} vint, [1].`]
  ])('is left alone: %s', ([, source, target]) => {
    expect(returned(source, target)[1]).not.toContain('code-restored')
  })

  it('takes no text but what stands for codes, and makes no code twice', () => {
    fc.assert(
      fc.property(content, content, (source, target) => {
        const {content: result, count} = restoreTyped(target, {source, repair: 'edge'})
        const ids = (parts: Content): string[] => codesOf(parts).map(({id, type}) => `${type} ${id}`)
        expect(ids(result)).toHaveLength(ids(target).length + count)
        expect(new Set(ids(result)).size - new Set(ids(target)).size).toBe(count)
        expect(count === 0 ? textOf(result) : '').toBe(count === 0 ? textOf(target) : '')
      })
    )
  })
})
