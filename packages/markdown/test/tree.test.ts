import {createRequire} from 'node:module'
import type {Root, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {parseFast} from '../src/parse/fast.ts'
import {type Parts, readInParts, withEach} from '../src/parse/tree.ts'
import {hasShared, samplesIn, specExamples} from './shared.ts'

interface Satteri extends Parts {
  markdownToMdast(text: string, options: {readonly features: object}): Root
}

const features = {gfm: true, frontmatter: true, math: false, directive: false, smartPunctuation: false}

describe.skipIf(!parseFast('') || !hasShared)('a tree that is made in parts', () => {
  const satteri = createRequire(import.meta.resolve('../src/parse/fast.ts'))('satteri') as Satteri
  const samples = hasShared ? [...samplesIn('markdown/mono'), ...specExamples()] : []
  const text = samples.map((sample) => sample.text).join('\n\n')
  const tree = readInParts(satteri, text.toWellFormed(), features)

  it('is the tree made as one, each time', () => {
    const whole = satteri.markdownToMdast(text.toWellFormed(), {features}).children
    expect(whole.length).toBeGreaterThan(1000)
    expect([...tree.children]).toEqual(whole)
    expect([...tree.children]).toEqual(whole)
  })

  it('is changed each time that it is made, and no more', () => {
    const shift = (block: RootContent): void => void (block.position!.start.offset! += 1)
    const starts = (blocks: Iterable<RootContent>): number[] =>
      Array.from(blocks, ({position}) => position!.start.offset!)
    const wanted = starts(tree.children).map((start) => start + 1)
    const changed = withEach(tree, shift)
    expect(starts(changed.children)).toEqual(wanted)
    expect(starts(changed.children)).toEqual(wanted)
    expect(starts(withEach({children: [...tree.children]}, shift).children)).toEqual(wanted)
  })
})

describe('a tree that is given back', () => {
  const given = (bytes: Uint8Array): Parts =>
    ({createMdastHandle: () => ({}), serializeHandle: () => bytes, dropHandle: () => {}}) as unknown as Parts

  it('lets go of its bytes', () => {
    const bytes = new Uint8Array(8)
    readInParts(given(bytes), '', features).release?.()
    expect(bytes.length).toBe(0)
  })

  // As those of WebAssembly are, which stands in where there is no binary.
  it.each([
    ['a part of a memory', new Uint8Array(new ArrayBuffer(64), 8, 8)],
    ['shared memory', new Uint8Array(new SharedArrayBuffer(8))]
  ])('leaves bytes alone that are %s', (_, bytes) => {
    readInParts(given(bytes), '', features).release?.()
    expect(bytes.length).toBe(8)
  })
})
