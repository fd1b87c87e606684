import {type CodeKind, type Content, type InlineCode, cut, join, textOf} from '@passerelle/model'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {boundariesOf} from '../src/index.ts'

const open = (id: string, kind: CodeKind = 'bold'): InlineCode => ({type: 'open', id, kind, raw: '**'})
const close = (id: string, kind: CodeKind = 'bold'): InlineCode => ({type: 'close', id, kind, raw: '**'})
const alone = (kind: CodeKind, id = 'x'): InlineCode => ({type: 'standalone', id, kind, raw: 'x'})

/** A content as people read it: codes in braces, boundaries as bars. */
function show(content: Content, options: {hardBreaks?: boolean} = {}, locale = 'en'): string {
  const boundaries = new Set(boundariesOf(content, locale, options))
  let position = 0
  let shown = ''
  for (const part of content) {
    for (const unit of typeof part === 'string' ? part.split('') : [part]) {
      if (boundaries.has(position)) shown += '|'
      shown +=
        typeof unit === 'string'
          ? unit
          : `{${{open: '', close: '/', standalone: '='}[unit.type]}${unit.kind}}`
      position++
    }
  }
  return shown
}

describe('where boundaries fall among codes', () => {
  it.each<[string, Content, string]>([
    ['opening goes on', ['One. ', open('1'), 'Two.', close('1')], 'One. |{bold}Two.{/bold}'],
    ['closing stays', [open('1'), 'One.', close('1'), ' Two.'], '{bold}One.{/bold} |Two.'],
    ['opening before the space', ['One.', open('1'), ' Two.', close('1')], 'One.|{bold} Two.{/bold}'],
    ['closing after the space', [open('1'), 'One. ', close('1'), 'Two.'], '{bold}One. {/bold}|Two.'],
    [
      'both',
      [open('1'), 'One.', close('1'), ' ', open('2'), 'Two.', close('2')],
      '{bold}One.{/bold} |{bold}Two.{/bold}'
    ],
    ['emphasis inside a word', ['On', open('1'), 'e. T', close('1'), 'wo.'], 'On{bold}e. |T{/bold}wo.'],
    ['a code hides no boundary', ['One', open('1'), '.', close('1'), ' Two.'], 'One{bold}.{/bold} |Two.'],
    [
      'a code makes no boundary',
      ['M', open('1'), 'r', close('1'), '. Roy came.'],
      'M{bold}r{/bold}. Roy came.'
    ],
    ['a mark always ends a sentence', ['Term', alone('mark'), 'what it is'], 'Term{=mark}|what it is'],
    ['a mark inside a span', [open('1'), 'a', alone('mark'), 'b', close('1')], '{bold}a{=mark}|b{/bold}'],
    ['a mark at the beginning', [alone('mark'), 'One. Two.'], '{=mark}|One. |Two.'],
    ['a footnote mark stays', ['One.', alone('footnote'), ' Two.'], 'One.{=footnote} |Two.'],
    ['a footnote mark before the stop', ['One', alone('footnote'), '. Two.'], 'One{=footnote}. |Two.'],
    ['an image begins a sentence', ['One. ', alone('image'), ' Two.'], 'One. |{=image} Two.'],
    ['a code ends a sentence', ['See ', alone('code'), '. Next.'], 'See {=code}. |Next.'],
    ['an address ends a sentence', ['See ', alone('url'), '. Next.'], 'See {=url}. |Next.'],
    [
      'nothing is cut inside a protected span',
      [open('1', 'code'), 'a. B', close('1', 'code')],
      '{code}a. B{/code}'
    ],
    ['a line break is a space', ['One.', alone('break'), 'Two.'], 'One.{=break}|Two.'],
    ['a line break ends nothing', ['One', alone('break'), 'two.'], 'One{=break}two.']
  ])('%s', (_, content, expected) => {
    expect(show(content)).toBe(expected)
  })

  it('ends sentences at line breaks where asked', () => {
    const content = ['One', alone('break'), open('1'), 'two', alone('break', 'y'), close('1'), ' three']
    expect(show(content)).toBe('One{=break}{bold}two{=break}{/bold} three')
    expect(show(content, {hardBreaks: true})).toBe('One{=break}|{bold}two{=break}{/bold} |three')
  })
})

describe('laws', () => {
  const word = fc.constantFrom('One.', 'two ', ' ', 'Dr. ', '« ', ' »', '. ', 'É', '!', '？', '\n')
  const code = fc.constantFrom<CodeKind>('break', 'footnote', 'code', 'url', 'html').map((kind) => ({kind}))
  const parts = fc.array(fc.oneof(word, code), {maxLength: 20})
  const content = parts.map((parts): Content =>
    parts.map((part, index) => (typeof part === 'string' ? part : alone(part.kind, String(index))))
  )

  it('gives positions that ascend inside the content', () => {
    fc.assert(
      fc.property(content, fc.boolean(), (content, hardBreaks) => {
        const size = content.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
        const boundaries = boundariesOf(content, 'fr', {hardBreaks})
        expect(boundaries).toEqual([...new Set(boundaries)].sort((a, b) => a - b))
        expect(boundaries.every((at) => at > 0 && at < size)).toBe(true)
      })
    )
  })

  it('lets a content be cut and joined again', () => {
    fc.assert(
      fc.property(content, (content) => {
        const parts = cut(content, boundariesOf(content, 'en'))
        expect(textOf(join(parts, parts.segments))).toBe(textOf(content))
      })
    )
  })

  it('finds the same boundaries wherever transparent codes stand', () => {
    const text = 'Mr. Roy came. He saw. “It is over.” So he said… No? Yes!'
    const plain = boundariesOf([text], 'en').map((at) => text.slice(at))
    expect(plain.length).toBe(5)
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const content: Content = [text.slice(0, at), alone('html'), text.slice(at)]
        const found = boundariesOf(content, 'en').map((to) => text.slice(to > at ? to - 1 : to))
        expect(found).toEqual(plain)
      })
    )
  })
})
