import {sameContent, signature, similarity, wordsOf} from '@passerelle/model'
import {type Page, type PageBlock, type PageSegment, sameWords} from '../page/page.ts'
import type {Doubt, Edit} from './changes.ts'

/** Sentences from which on it is not by chance that they read like their source. */
const MANY = 3

/** Whether most of a page has become its source: somebody copied the one over the other. */
export function isCopiedOver({blocks}: Page, edits: ReadonlyArray<Edit>): boolean {
  const sentences = blocks.reduce((count, {segments}) => count + segments.length, 0)
  const copied = edits.filter(({doubt}) => doubt === 'is-source').length
  return copied >= MANY && copied * 2 >= sentences
}

/** An edit of a page that became its source: what reads as its source is no translation. */
export function ofSource(edit: Edit): Edit {
  return edit.doubt === 'is-source' ? {...edit, doubt: 'page-is-source'} : edit
}

/** Doubts that no person settles by asking for the page to be taken as it is. */
export const NEVER_TAKEN: ReadonlySet<Doubt | undefined> = new Set(['like-source', 'page-is-source'] as const)

/** Likeness to the source from which on a text that took its place is held for the source, corrected. */
const LIKE_SOURCE = 0.5

/** Words from which on a text is not by chance that of another sentence. */
const LONG = 4

/** An edit with why it may be no translation. */
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

/** The sources of which each text of a page is shown as the translation. */
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
