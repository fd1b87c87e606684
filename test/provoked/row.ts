import type {Folder} from './folder.ts'
import type {Told} from './told.ts'

/** By the commands that a message advises. */
export const AS_ADVISED: unique symbol = Symbol('as advised')

/** Something that somebody does by hand in a project. */
export type Deed = (folder: Folder) => void | Promise<void>

/** Command lines, without the name of the program, and what somebody does by hand. */
export type Steps = ReadonlyArray<string | Deed>

/** How what is reported is put right. */
export type Solution =
  /** By the commands that the message advises, each on the very state that produced the message. */
  | typeof AS_ADVISED
  /**
   * As advised, after what the message says to do by hand before the command of a verb. Each command is a way of its
   * own, unless the message says to run them one after the other.
   */
  | {readonly before: Readonly<Record<string, Deed>>; readonly inOrder?: true}
  /** By hand, as the message says, which names no command; then the same command again. */
  | Deed
  | Steps
  /** By another command line instead, as after a slip of the pen; or by the one that the message advises. */
  | {readonly instead: string | typeof AS_ADVISED}
  /** Nothing is to be put right, and why. */
  | {readonly nothing: string}

/** How a diagnostic comes about, and how it goes. */
export interface Provoked {
  /** Files of the project. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** What happened before. */
  readonly steps?: Steps
  /** The command line that reports it; a function for what libraries report to those who use them without. */
  readonly command: string | ((folder: Folder) => ReadonlyArray<Told> | Promise<ReadonlyArray<Told>>)
  readonly solved: Solution
}

/** The rows of a family: one for each of its ids, and no other. */
export type Rows<Family> = Readonly<Record<keyof Family & string, Provoked>>
