import {type Block, type Document, fingerprint, isTranslatable, partsOf, textOf} from '@passerelle/model'
import type {Direction} from '../project/direction.ts'
import type {Project} from '../project/project.ts'
import {cutBlock, extractDocument, type Source} from '../project/source.ts'

/** A localized document as it was read: its blocks, and everything else. */
export interface Found {
  readonly document: Document
  readonly blocks: ReadonlyArray<Block>
  /** Fingerprints of the bytes of the blocks. */
  readonly fingerprints: ReadonlyArray<string>
  readonly skeleton: string
  /** The skeleton as records of an early version have it: without blocks that have nothing to translate. */
  readonly earlySkeleton: string
}

/** Read a localized document that somebody may have changed; undefined if it cannot be read. */
export function readPage(text: string, direction: Direction, project: Project): Found | undefined {
  const {document, diagnostics} = extractDocument(text, direction.targetPath, direction, project.config)
  if (diagnostics.some(({level}) => level === 'error')) return undefined
  return describe(
    document,
    document.blocks.filter((block) => holdsText(block, direction, project))
  )
}

/** Read a localized document that was just built: each of its blocks belongs to one of its source. */
export function readBuilt(text: string, source: Source, direction: Direction, project: Project): Found {
  const {document} = extractDocument(text, direction.targetPath, direction, project.config)
  return describe(
    document,
    source.blocks.flatMap(({index}) => document.blocks[index] ?? [])
  )
}

function describe(document: Document, blocks: ReadonlyArray<Block>): Found {
  return {
    document,
    blocks,
    fingerprints: blocks.map((block) => fingerprint(rawOf(document, block))),
    skeleton: fingerprint(skeletonOf(document, blocks)),
    earlySkeleton: fingerprint(skeletonOf(document, document.blocks))
  }
}

/** Bytes of a block. */
export function rawOf({text}: Document, {start, end}: Block): string {
  return text.slice(start, end)
}

/** The line and the column on which a block begins. */
export function placeOf({place}: Block): {line: number; column: number} {
  return {line: place.line, column: place.column}
}

/** Everything of a document outside some blocks, with a mark in place of each. */
export function skeletonOf(document: Document, blocks: ReadonlyArray<Block>): string {
  return partsOf({...document, blocks})
    .map(({type, raw}) => (type === 'block' ? '\u0000' : raw))
    .join('')
}

function holdsText({content}: Block, {format, sourceLocale}: Direction, project: Project): boolean {
  const text = textOf(content)
  if (/\p{L}/u.test(text)) return true
  return isTranslatable(text) && cutBlock(content, format, sourceLocale, project).segments.length > 0
}
