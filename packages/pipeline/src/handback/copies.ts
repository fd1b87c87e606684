import {type Content, sameContent, textOf} from '@passerelle/model'
import {isDone, isSentence, type ReadFile} from '@passerelle/xliff'
import {isUntouched, type Returned} from './accept.ts'

/**
 * What a target means that equals its source:
 *
 * - `silent`: nothing, for it came back as handed off, or its segment is not for translation;
 * - `open`: nobody translated it, whatever the file says;
 * - `taken`: it is taken for a translation, and reported;
 * - `word`: somebody has said that it is a translation.
 */
export type CopyKind = 'silent' | 'open' | 'taken' | 'word'

/** If so many sentences are copies and none is translated, neither a tool nor a person means them. */
const FULL = 3

/**
 * What a target that equals its source means; undefined for other targets.
 *
 * Tools fill untranslated targets with their source. So a copy is a translation if the file says so (`check` fails a
 * document that is nothing but copies). If the file says nothing, only a name counts as a translation, and only among
 * other translations. A copy never replaces the translation of a sentence, and in a file full of copies none counts.
 */
export function copyKind(
  file: ReadFile,
  returned: Returned,
  today: Content | undefined
): CopyKind | undefined {
  const {pair, target, obstacle, said} = returned
  if (!sameContent(target, pair.source)) return undefined
  if (isUntouched(returned) || obstacle === 'locked') return 'silent'
  const {translated, open} = file.tally
  const reads = isSentence(pair.source)
  const isFull = translated === 0 && open >= FULL
  // A sentence does not lose its translation to a copy of its source.
  if ((reads || isFull) && today && !sameContent(today, target)) return 'open'
  // A figure with its unit is the same in both languages, even in a file full of copies.
  if (translated > 0 && !/\p{L}{3}/u.test(textOf(pair.source)) && /\P{L}/u.test(textOf(pair.source)))
    return 'word'
  if (isDone(said)) return 'word'
  return said === undefined && !reads && translated > 0 ? 'taken' : 'open'
}
