import {sameContent, signature, similarity, wordsOf} from '@passerelle/model'
import {type Page, type PageBlock, type PageSegment, sameWords} from '../page/page.ts'
import type {Doubt, Edit} from './changes.ts'

/** If so many sentences read like their source, it is not by chance. */
const MANY = 3

/** Whether most of a page now equals its source: somebody copied the source over the page. */
export function isCopiedOver({blocks}: Page, edits: ReadonlyArray<Edit>): boolean {
  const sentences = blocks.reduce((count, {segments}) => count + segments.length, 0)
  const copied = edits.filter(({doubt}) => doubt === 'is-source').length
  return copied >= MANY && copied * 2 >= sentences
}

/** An edit of a page that was made equal to its source: what reads like its source is no translation. */
export function ofSource(edit: Edit): Edit {
  return edit.doubt === 'is-source' ? {...edit, doubt: 'page-is-source'} : edit
}

/** Doubts with which an edit is never taken, even if a person asks to take the page as it is. */
export const NEVER_TAKEN: ReadonlySet<Doubt | undefined> = new Set(['like-source', 'page-is-source'] as const)

/** A text that is more similar to the source than this is taken for the source, corrected. */
const LIKE_SOURCE = 0.5

/** A text of so many words is not by chance the same as that of another sentence. */
const LONG = 4

/** An edit with its doubt, if there is any. */
export function doubted(
  edit: Edit,
  {segments}: PageBlock,
  copies: ReadonlyMap<string, ReadonlySet<string>>
): Edit {
  const printed = segments.find(({pair}) => pair === edit.pair)!
  const doubt = doubtOf(edit, printed, copies)
  return doubt ? {...edit, doubt} : edit
}

function doubtOf(
  {target, source}: Edit,
  {shown, source: printed}: PageSegment,
  copies: ReadonlyMap<string, ReadonlySet<string>>
): Doubt | undefined {
  if (sameWords(shown, printed) && similarity(target, source) >= LIKE_SOURCE) return 'like-source'
  if (sameContent(target, source)) return 'is-source'
  const others = copies.get(signature(target))
  const isCopy = others !== undefined && [...others].some((other) => other !== signature(source))
  return isCopy && wordsOf(target).length >= LONG ? 'copy' : undefined
}

/** For each text of a page, the sources that it translates there. */
export function sourcesByText({blocks}: Page): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>()
  for (const {segments} of blocks) {
    for (const {shown, source} of segments) {
      if (typeof shown === 'string' || typeof source === 'string') continue
      const key = signature(shown)
      sources.set(key, (sources.get(key) ?? new Set()).add(signature(source)))
    }
  }
  return sources
}
