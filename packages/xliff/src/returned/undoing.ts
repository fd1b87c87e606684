import type {Content, DiagnosticId, Level, Pair, State} from '@passerelle/model'
import type {Inline, InlineContext} from '../inline/read-inline.ts'
import type {RepairPolicy} from '../words/repair-policy.ts'
import type {Standing20} from '../words/states.ts'
import type {Element, Visitor} from '../xml/parse.ts'
import type {Report} from '../xml/report.ts'

/** What an undoing works on, in the order from bytes to pairs, and what it gets. */
interface Undo {
  /** The bytes of a file. @returns Its text. */
  readonly bytes: (bytes: Uint8Array, report: Report) => string
  /** The text of a file, or its first piece. @returns The same with the same offsets. */
  readonly text: (text: string, report: Report) => string
  /** A file that is not well-formed. */
  readonly file: (text: string, visitor: Visitor, report: Report, undoings: Undoings) => void
  /** A unit that is not well-formed. */
  readonly unit: (unit: string) => string
  /** A unit that is still not well-formed after that. */
  readonly 'broken-unit': (unit: string) => string
  /** A `<target>`. @returns What it holds. */
  readonly segmentation: (
    target: Element,
    segSource: Element | undefined,
    context: SegmentContext
  ) => ReadonlyArray<Element | string>
  /** An annotation. @returns Whether the words inside it are no part of the text. */
  readonly annotation: (element: Element) => boolean
  /** Source and target of a segment; gives back the same where there is nothing to undo. */
  readonly 'white-space': (spaced: Spaced, options: SpaceOptions) => Spaced
  /** The codes of a target. */
  readonly codes: (target: Inline, source: Content) => Content
  /** A target; gives back the same where there is nothing to undo. */
  readonly target: (target: Content, around: Around) => Undone
  /** A target and its state; undefined where the state is to be believed. */
  readonly standing: (target: Content | undefined, said: Standing20, segment: Segment) => Decided | undefined
  /** The pairs of one of our units, and the ids of the segments that are not ours. */
  readonly pairs: (pairs: ReadonlyArray<Pair>, parts: ReadonlySet<string>) => Pair[]
}

export type Stage = keyof Undo

/** One thing that tools and people do to a hand-back, and how it is undone. */
export type Undoing<On extends Stage = Stage> = {
  [Each in On]: {
    readonly on: Each
    /** What is undone. */
    readonly name: string
    /** Who does it. */
    readonly evidence: string
    /** The diagnostic that reports it; none where nobody has to know. */
    readonly id?: DiagnosticId
    readonly undo: Undo[Each]
  } & (Each extends 'target' ? Reported : unknown)
}[On]

/** How it is reported that something in a target was undone. */
interface Reported {
  readonly id: RepairId
  readonly level: Level
  /** Whether the repair is a guess, so that a person should look at it. */
  readonly guesses?: boolean
}

/** Undoings by what they work on, each list in its order. */
export type Undoings = {readonly [On in Stage]: ReadonlyArray<Undoing<On>>}

/** Diagnostics that report what was put right in a target. */
export type RepairId =
  | 'code-put-back'
  | 'code-restored'
  | 'edge-space-trimmed'
  | 'line-break-replaced'
  | 'quotes-removed'
  | 'source-removed'
  | 'target-decoded'
  | 'unseen-removed'

/** What is known of a segment while it is put right, and what is found out. */
export interface SegmentContext extends InlineContext {
  /** Key of the unit, as hand-offs name entries of catalogs. */
  readonly key?: string | undefined
  readonly repair: RepairPolicy
  readonly undoings: Undoings
  /** The diagnostic for a repair that is a guess, if there was one. */
  guess?: RepairId
  /** Whether a part of the target is missing. */
  isPartial?: boolean
}

/** The two texts of a segment. */
export interface Spaced {
  readonly source: Content
  readonly target: Content | undefined
}

export interface SpaceOptions {
  /** Whether the file says that its white space matters (`xml:space`). */
  readonly preserve: boolean
}

/** What an undoing of a target knows besides the target. */
export interface Around {
  readonly source: Content
  readonly repair: RepairPolicy
  /** Key of the unit, where it has one. */
  readonly key?: string | undefined
}

/** A target, and in how many places it was changed. */
export interface Undone {
  readonly content: Content
  readonly count: number
}

/** What is known of a segment besides its target. */
export interface Segment {
  readonly source: Content
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  /** Whether it is not for translation. Tools hide such units and drop their targets, which means nothing. */
  readonly locked: boolean
  readonly report: Report
  readonly offset: number
  readonly unit: string
}

/** What target a segment has, and how far it is. */
export interface Decided {
  readonly target?: Content
  readonly state: State
}

/** A content with each of its texts changed by a function; the same object where none changes. */
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
