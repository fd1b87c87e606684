import type {Diagnostic, Level} from '@passerelle/model'
import type {Format} from '../formats/formats.ts'
import type {Question} from './choices.ts'

/** The verbs of the command line that end with a report. */
export type Verb =
  | 'init'
  | 'extract'
  | 'export'
  | 'import'
  | 'merge'
  | 'sync'
  | 'status'
  | 'check'
  | 'pseudo'
  | 'confirm'
  | 'restore'

/** What a written file is to people, such as a record or a hand-off. */
export type FileKind =
  | 'config'
  | 'folder'
  | 'bilingual'
  | 'document'
  | 'handoff'
  | 'handback'
  | 'baseline'
  | 'edited'

/** One file that a verb wrote, moved or removed; with `--dry-run`, would have. */
export interface FileChange {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly kind: FileKind
  readonly change: 'created' | 'updated' | 'removed' | 'moved'
  /** Where a moved file went. */
  readonly to?: string
}

/** How much of one document is translated into one language. */
export interface Coverage {
  readonly document: string
  readonly format: Format
  readonly sourceLocale: string
  readonly targetLocale: string
  /** Path of the source document, and of the localized one, relative to the project. */
  readonly sourcePath: string
  readonly targetPath: string
  /** Segments of today's source, by freshness. */
  readonly segments: {
    readonly total: number
    readonly valid: number
    readonly changed: number
    readonly missing: number
  }
  /** Source words in all segments, and in those changed or missing. */
  readonly words: {readonly total: number; readonly todo: number}
}

/** What a verb counted, for its closing message; zero for what it does not do. */
export interface Counts {
  readonly documents: number
  /** Segments whose source is new, or changed, since the bilingual file was written. */
  readonly segmentsNew: number
  readonly segmentsChanged: number
  /** Segments whose source is gone; kept aside. */
  readonly segmentsRemoved: number
  /** Translations taken from hand-backs. */
  readonly imported: number
  /** Translations that came back unchanged, but approved or marked. */
  readonly reviewed: number
  /** New comments of translators that came with them. */
  readonly comments: number
  /** Translations kept although the source changed only in appearance. */
  readonly carried: number
  /** Translations that followed their sentence from another document. */
  readonly moved: number
  /** Sentences filled with the translation of the same text elsewhere; they wait for somebody to look. */
  readonly reused: number
  /** Sentences that a person has confirmed, and earlier texts that were restored. */
  readonly confirmed: number
  readonly restored: number
  /** Blocks that could not be proved and kept their source. */
  readonly quarantined: number
}

/** The gate of `check`. */
export interface Gate {
  readonly met: boolean
  /** How many diagnostics did not fail because the baseline has accepted them. */
  readonly accepted: number
  /** Which question was asked: see `CheckOptions`. */
  readonly for: Question
  /** The lowest level that fails. */
  readonly failOn: Level
}

/** A diagnostic as a report has it. */
export type Finding = Diagnostic & {
  /** True if the baseline of the project lists it, so that it does not fail. */
  readonly accepted?: true
}

/** What a verb did, as plain data; `--json` prints it. */
export interface Report {
  /** Version of this shape; it rises when a field changes its meaning or is removed. */
  readonly version: 1
  readonly verb: Verb
  readonly dryRun: boolean
  readonly counts: Counts
  readonly changes: ReadonlyArray<FileChange>
  /** For `sync`, `status` and `check`; empty for the other verbs. */
  readonly coverage: ReadonlyArray<Coverage>
  /** By path, line and column. */
  readonly diagnostics: ReadonlyArray<Finding>
  readonly gate?: Gate
  /** For `status`: how many earlier, refused or removed texts are kept aside. */
  readonly kept?: number
  /** Folders of hand-offs and hand-backs, relative to the project. */
  readonly folders: {readonly outbox: string; readonly inbox: string}
}

/** A step of work, for display while it goes on. */
export interface Progress {
  readonly phase: 'read' | 'extract' | 'import' | 'merge' | 'export' | 'check' | 'write'
  readonly done: number
  readonly total: number
  readonly path: string
}
