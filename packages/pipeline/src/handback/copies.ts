import {type Content, sameContent, textOf} from '@passerelle/model'
import {isDone, isSentence, type ReadFile} from '@passerelle/xliff'
import {isUntouched, type Returned} from './accept.ts'

/**
 * What a target is that says the same as its source:
 *
 * - `silent`: it is as it was handed out, or its segment is not for translation;
 * - `open`: nothing was translated there, whatever the file says;
 * - `taken`: it is taken for a translation, and told;
 * - `word`: somebody has said that it is one.
 */
export type CopyKind = 'silent' | 'open' | 'taken' | 'word'

/** Copies of sentences, and no translation beside them, that no tool and no person means. */
const FULL = 3

/**
 * What a copy of a source is; undefined where a target is none.
 *
 * Tools fill what is not translated with its source. So a copy is a translation where a file says so (`check` fails a
 * document that is nothing but copies); where it says nothing, only a name is one, among translations. No copy takes the
 * place of a translation of a sentence, nor does any in a file full of copies.
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
  // A sentence that was translated is not made undone by its source.
  if ((reads || isFull) && today && !sameContent(today, target)) return 'open'
  // A figure with its unit is the same in both languages, whatever a tool writes beside everything.
  if (translated > 0 && !/\p{L}{3}/u.test(textOf(pair.source)) && /\P{L}/u.test(textOf(pair.source)))
    return 'word'
  if (isDone(said)) return 'word'
  return said === undefined && !reads && translated > 0 ? 'taken' : 'open'
}
