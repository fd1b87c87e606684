// The work that is measured.
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {extract, merge} from '@passerelle/markdown'
import {type Content, type Document, cut, identify} from '@passerelle/model'
import {boundariesOf} from '@passerelle/segmentation'

/** The measure of all: what the reference parser does, and nothing more. */
export function parse(text: string): unknown {
  return fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
}

export function extractFrom(text: string): Document {
  return extract(text, 'a.md').document
}

export function segment({blocks}: Document): void {
  for (const {content} of blocks) cut(content, boundariesOf(content, 'en'))
}

/** The whole way from text to segmented units. */
export function unitsOf(text: string): string[] {
  const document = extractFrom(text)
  segment(document)
  return identify(document.blocks)
}

/** Merge a document in which every letter is a capital: each block is printed anew and proved, as in a real translation. */
export function mergeAll(document: Document): number {
  const {text} = merge(
    document,
    document.blocks.map(({content}) => shout(content))
  )
  return text.length
}

function shout(content: Content): Content {
  return content.map((part) => (typeof part === 'string' ? part.toUpperCase() : part))
}
