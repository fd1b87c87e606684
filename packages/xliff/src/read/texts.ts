import type {Content} from '@passerelle/model'
import {readInline} from '../inline/read-inline.ts'
import {repairTarget} from '../returned/repair.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {undoWhiteSpace} from '../returned/white-space.ts'
import type {Element} from '../xml/parse.ts'

/** The elements with the texts of a segment. */
export interface TextElements {
  readonly source: Element
  readonly target: Element | undefined
  /** What the target holds. */
  readonly partsOf: (target: Element) => ReadonlyArray<Element | string>
}

/** What else is known of these texts. */
export interface TextOptions {
  /** Whether the file says that its white space matters. */
  readonly preserve: boolean
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  readonly offset: number
}

/** The texts of a segment. */
export interface Texts {
  readonly source: Content
  readonly target: Content | undefined
  /** How many elements the source has that XLIFF does not have. */
  readonly unknownInSource: number
}

/** The texts of a segment as they are written. */
export function writtenTexts({source, target, partsOf}: TextElements, context: SegmentContext): Texts {
  const read = readInline(source.children, context).content
  const {unknown: unknownInSource = 0} = context
  return {source: read, target: target && readInline(partsOf(target), context).content, unknownInSource}
}

/** The texts of a segment as they are meant: what tools and people did to them is undone. */
export function meantTexts(
  {source, target, partsOf}: TextElements,
  {preserve, exported, offset}: TextOptions,
  context: SegmentContext
): Texts {
  const read = readInline(source.children, context).content
  const {unknown: unknownInSource = 0} = context
  const written = target && readInline(partsOf(target), context)
  const spaced = undoWhiteSpace({source: read, target: written?.content}, {preserve}, context, offset)
  if (!written) return {source: spaced.source, target: undefined, unknownInSource}
  const repaired = repairTarget(
    {...written, content: spaced.target ?? written.content},
    {source: spaced.source, exported, offset: target.start},
    context
  )
  return {source: spaced.source, target: repaired, unknownInSource}
}
