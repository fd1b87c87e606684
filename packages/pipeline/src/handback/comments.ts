import {
  type Bitext,
  type Comment,
  type Comments,
  createComments,
  excerptOf,
  excerptOfComment,
  type Pair,
  type Unit
} from '@passerelle/model'
import type {ReadFile, ReadPair} from '@passerelle/xliff'
import type {Leftovers} from './leftovers.ts'
import type {HandbackReport} from './handback-report.ts'
import type {Places} from './places.ts'
import {setCommentsAside} from './set-aside.ts'

/**
 * What translators say in a hand-back: about segments, even if their translations are not taken, and about the
 * document.
 */
export interface ReturnedComments {
  readonly take: (file: ReadFile) => void
  /** How many are new. */
  readonly count: () => number
  /** All comments on a segment, by its key; undefined if there are none. */
  readonly of: (key: string) => ReadonlyArray<Comment> | undefined
  readonly ofDocument: () => ReadonlyArray<Comment>
}

interface Around {
  /** Segments of today by `unit/pair`. */
  readonly pairs: ReadonlyMap<string, Pair>
  readonly places: Places
  readonly leftovers: Leftovers
  readonly say: HandbackReport['say']
}

export function createReturnedComments(
  {comments}: Bitext,
  {pairs, places, leftovers, say}: Around
): ReturnedComments {
  const ofDocument = createComments(comments)
  const ofPairs = new Map<string, Comments>()
  let count = 0

  const tell = (file: ReadFile, about: Partial<ReadPair>, news: ReadonlyArray<Comment>): void => {
    count += news.length
    const text = about.pair ? excerptOf(about.pair.source) : ''
    for (const comment of news)
      say(file, about, 'handback-comment', 'info', {text, comment: excerptOfComment(comment)})
  }

  const takePair = (file: ReadFile, read: ReadPair): void => {
    const {unit, pair} = read
    const place = places.find(unit, pair)
    if (!place) {
      leftovers.change(unit.id, (known) => {
        const kept = setCommentsAside(unit, pair, known)
        tell(file, read, newsOf(commentsOf(known, pair.id), commentsOf(kept, pair.id)))
        return kept
      })
      return
    }
    const said = ofPairs.get(place.key) ?? createComments(pairs.get(place.key)!.comments)
    ofPairs.set(place.key, said)
    tell(file, read, said.add(pair.comments ?? []))
  }

  return {
    take(file) {
      for (const read of file.pairs) if (read.pair.comments) takePair(file, read)
      tell(file, {}, ofDocument.add(file.bitext.comments ?? []))
    },
    count: () => count,
    of: (key) => ofPairs.get(key)?.list(),
    ofDocument: ofDocument.list
  }
}

function commentsOf(unit: Unit | undefined, pair: string): Pair['comments'] {
  return unit?.pairs.find(({id}) => id === pair)?.comments
}

/** Comments that were not there before; comments are only ever added, at the end. */
function newsOf(before: Pair['comments'] = [], now: Pair['comments'] = []): ReadonlyArray<Comment> {
  return now.slice(before.length)
}
