import type {Content, Level} from '@passerelle/model'
import type {RepairPolicy} from '../words/repair-policy.ts'

/** What is known where a target is put right. */
export interface Around {
  readonly source: Content
  readonly repair: RepairPolicy
  /** Key of the unit, where it has one. */
  readonly key?: string | undefined
}

/** A target, and how many places of it are other than before. */
export interface Undone {
  readonly content: Content
  readonly count: number
}

/** Ids by which it is told that something was put right. */
export type RepairId =
  | 'code-put-back'
  | 'code-restored'
  | 'edge-space-trimmed'
  | 'line-break-replaced'
  | 'quotes-removed'
  | 'source-removed'
  | 'target-decoded'
  | 'unseen-removed'

/** One thing that tools and translators do to a target, and how it is undone. */
export interface Undoing {
  /** How it is told. */
  readonly id: RepairId
  readonly level: Level
  /** Whether what we made of it is a guess, so that a person should look at it. */
  readonly guesses?: boolean
  /** The target as it was meant; itself where there is nothing to undo. */
  readonly undo: (target: Content, around: Around) => Undone
}

/** The texts of a content changed one by one; itself where none is. */
export function mapTexts(content: Content, change: (text: string, index: number) => string): Undone {
  let count = 0
  const changed = content.map((part, index) => {
    if (typeof part !== 'string') return part
    const text = change(part, index)
    if (text !== part) count++
    return text
  })
  return count === 0 ? {content, count} : {content: changed.filter((part) => part !== ''), count}
}
