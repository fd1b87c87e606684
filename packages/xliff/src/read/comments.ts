import {type Comment, commented, type Pair} from '@passerelle/model'
import {unspell} from '../xml/escape.ts'
import type {Remark} from '../inline/remarks.ts'
import {AUTHOR, noteFingerprint, TRANSLATOR} from '../words/notes.ts'
import {childrenOf, type Element, textIn} from '../xml/parse.ts'

/** Notes of a unit: those of its author, and those of translators. */
export interface Notes {
  /** What the author says of it. */
  readonly author: ReadonlyArray<string>
  /** What translators say of it. */
  readonly comments: ReadonlyArray<NoteComment>
}

/** A comment, and the note it stands in. */
export interface NoteComment {
  /** Id of the note, which 2.x may have. */
  readonly id: string
  readonly comment: Comment
}

const NONE: Notes = {author: [], comments: []}

/**
 * The notes of a unit or segment.
 *
 * @param fingerprints
 *   Fingerprints of the notes that were handed off, where the file has kept them. A note with another fingerprint is a
 *   comment, even where it stands in the author's note. Where the file has none, a note is from whom it says.
 */
export function notesIn(element: Element, fingerprints: string | ReadonlyArray<string> = ''): Notes {
  const found = childrenOf(element, 'note')
  if (found.length === 0) return NONE
  const author: string[] = []
  const comments: NoteComment[] = []
  for (const note of found) {
    const text = unspell(textIn(note))
    const {from, category, id = ''} = note.attributes
    const isAuthors =
      fingerprints.length > 0 ? fingerprints.includes(noteFingerprint(text)) : (from ?? category) === AUTHOR
    if (isAuthors) author.push(text)
    else if (text.trim() !== '') comments.push({id, comment: commentOf(note, text.trim())})
  }
  return {author, comments}
}

function commentOf({attributes}: Element, text: string): Comment {
  const {from, category, priority} = attributes
  const isNamed =
    from !== undefined && from !== TRANSLATOR && from !== AUTHOR && !text.startsWith(`${from}: `)
  return {
    text: isNamed ? `${from}: ${text}` : text,
    ...(category !== undefined && category !== AUTHOR && category !== TRANSLATOR && {category}),
    ...(/^(?:[1-9]|10)$/.test(priority ?? '') && {priority: Number(priority)})
  }
}

/**
 * Pairs with the comments of their unit. A note belongs to the segment whose text refers to it; else to the segment
 * whose id begins the note's id, as we write it; else to the first.
 */
export function withComments(
  pairs: Pair[],
  {comments}: Notes,
  remarks: ReadonlyMap<string, ReadonlyArray<Remark>>
): Pair[] {
  if (pairs.length === 0 || (comments.length === 0 && remarks.size === 0)) return pairs
  const owners = new Map<string, string>()
  const said = new Map<string, Comment[]>(pairs.map(({id}) => [id, []]))
  for (const [pair, all] of remarks) {
    for (const remark of all) {
      if ('ref' in remark) owners.set(remark.ref, pair)
      else said.get(pair)?.push(remark)
    }
  }
  for (const {id, comment} of comments) {
    const owner = owners.get(id) ?? /^(.+)-\d+$/.exec(id)?.[1] ?? ''
    ;(said.get(owner) ?? said.get(pairs[0]!.id)!).push(comment)
  }
  return pairs.map((pair) => commented(pair, said.get(pair.id)))
}
