import type {Messages} from '../messages/messages.ts'
import type {Options} from '../grammar/parse.ts'
import type {Pipeline} from './pipeline.ts'
import type {Env, Look, Stream} from '../terminal/terminal.ts'

/** What the command line touches of the world. */
export interface World {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Env
  /** Folder the command was called in. */
  readonly cwd: string
  /** Aborted when a person interrupts the work. */
  readonly signal?: AbortSignal
  /** @default `@passerelle/pipeline`, loaded when a verb needs it */
  readonly pipeline?: Pipeline
}

/** The world in the words and looks of one run. */
export interface Scene {
  readonly world: World
  readonly options: Options
  readonly messages: Messages
  /** Of standard output. */
  readonly look: Look
  /** Of standard error. */
  readonly errorLook: Look
}
