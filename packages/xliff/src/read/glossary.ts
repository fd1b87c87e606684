import type {Comment} from '@passerelle/model'
import type {NoteComment} from './comments.ts'
import {unspell} from '../xml/escape.ts'
import {childrenOf, type Element, textIn} from '../xml/parse.ts'

/** Category of comments that are made of glossary entries. */
const CATEGORY = 'glossary'

/**
 * Entries of the glossary of a unit (the module `gls` of XLIFF 2) as comments of translators. Hand-offs have no
 * glossary, so somebody added each entry that comes back.
 *
 * @param pairs
 *   Ids of the segments of its unit, to which entries refer.
 */
export function glossaryOf(glossary: Element, pairs: ReadonlyArray<string | undefined>): NoteComment[] {
  return childrenOf(glossary, 'glossEntry').flatMap((entry): NoteComment[] => {
    const text = textOf(entry)
    if (text === '') return []
    const ref = (entry.attributes['ref'] ?? '').replace(/^.*[#/=]/, '')
    const owner = pairs.find((id) => id !== undefined && (ref === id || ref.startsWith(`${id}_`)))
    const comment: Comment = {text, category: CATEGORY}
    return [{id: owner === undefined ? ref : `${owner}-0`, comment}]
  })
}

/** An entry in one line: term, translations, definition. */
function textOf(entry: Element): string {
  const [term, translation, definition] = ['term', 'translation', 'definition'].map((name) =>
    childrenOf(entry, name)
      .map((each) => unspell(textIn(each)).replace(/\s+/g, ' ').trim())
      .filter((each) => each !== '')
      .join(', ')
  )
  return [[term, translation].filter(Boolean).join(' → '), definition].filter(Boolean).join(': ')
}
