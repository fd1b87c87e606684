import {type Content, codesOf, isBalanced, partsOf, signature} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {type Sample, hasShared, samplesIn, specExamples} from './shared.ts'

const sets: [string, () => Sample[]][] = [
  ['the specifications', specExamples],
  ['the release of 2008', () => samplesIn('release')],
  ['government announcements', () => samplesIn('markdown/pairs/cds-digital-canada')],
  ['documentation', () => samplesIn('markdown/pairs/gcds-docs')]
]

describe.skipIf(!hasShared).each(sets)('over %s', (_, samples) => {
  const each = (problem: (sample: Sample) => boolean): string[] =>
    samples()
      .filter(problem)
      .map(({name}) => name)

  it('untouched text stays untouched, to the byte', () => {
    const problems = each(({name, text}) => {
      const {document} = extract(text, name)
      const tiles = partsOf(document).map(({raw}) => raw)
      const same = document.blocks.map(({content}) => structuredClone(content))
      return tiles.join('') !== text || merge(document, same).text !== text
    })
    expect(problems).toEqual([])
  })

  it('says the same whatever ends its lines', () => {
    const said = (text: string, name: string): string =>
      extract(text, name)
        .document.blocks.map(({kind, content}) => `${kind} ${signature(content)}`)
        .join('\n')
        .replace(/\r\n?/g, '\n')
    const problems = each(({name, text}) => {
      const lines = text.replace(/\r\n?/g, '\n')
      return ['\r\n', '\r'].some((end) => said(lines.replaceAll('\n', end), name) !== said(lines, name))
    })
    expect(problems).toEqual([])
  })

  it('content is clean and balanced', () => {
    const problems = each(({name, text}) =>
      extract(text, name).document.blocks.some(
        ({content, start, end}) =>
          !isBalanced(content) || end <= start || codesOf(content).some(({raw}) => raw === '')
      )
    )
    expect(problems).toEqual([])
  })

  it('every letter translated keeps the structure, and says exactly the targets', () => {
    const problems = each(({name, text}) => {
      const {document} = extract(text, name)
      const targets = document.blocks.map(({content}) => accented(content))
      const {text: merged, quarantined} = merge(document, targets)
      const wanted = document.blocks.map(({kind}, index) => `${kind} ${signature(targets[index] ?? [])}`)
      const found = extract(merged, name).document.blocks.map(
        ({kind, content}) => `${kind} ${signature(content)}`
      )
      return quarantined.size > 0 || found.join('\n') !== wanted.join('\n')
    })
    expect(problems).toEqual([])
  })
})

describe.skipIf(!hasShared)('the release of 2008', () => {
  const [sample] = hasShared ? samplesIn('release') : []
  const {blocks} = extract(sample?.text ?? '', 'oslo.md').document

  it('has six blocks', () => {
    expect(blocks.length).toBe(6)
  })

  it('has a headline of one bold pair and three breaks', () => {
    const shape = blocks[0]?.content.map((part) =>
      typeof part === 'string' ? 'text' : `${part.type} ${part.kind}`
    )
    const lines = ['text', 'standalone break', 'text', 'standalone break', 'text', 'standalone break', 'text']
    expect(shape).toEqual(['open bold', ...lines, 'close bold'])
  })

  it('ends with bold around a text and a link', () => {
    const shape = blocks[5]?.content.map((part) =>
      typeof part === 'string' ? part : `${part.type} ${part.kind}`
    )
    expect(shape).toEqual(['open bold', 'For further information, go to: ', 'standalone url', 'close bold'])
  })
})

/** Every vowel with an accent: what CAT tools call pseudo-translation. */
function accented(content: Content): Content {
  return content.map((part) =>
    typeof part === 'string'
      ? part.replace(/[aeiouAEIOU]/g, (letter) => `${letter}\u0301`.normalize('NFC'))
      : part
  )
}
