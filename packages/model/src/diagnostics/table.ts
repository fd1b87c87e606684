import {CHECKS} from './checks.ts'
import {DISK} from './disk.ts'
import {FILES} from './files.ts'
import {HANDBACKS} from './handbacks.ts'
import {PAGES} from './pages.ts'
import {SEGMENTATION} from './segmentation.ts'
import {USAGE} from './usage.ts'
import {VALIDITY} from './validity.ts'

/** Type of an argument; `?` if it may be left out. */
type ArgKind = 'text' | 'number' | 'text?' | 'number?'

/** One diagnostic: its arguments, and how the gate takes it. */
export interface DiagnosticRow {
  /** Arguments that its message may use, besides the path. */
  readonly args: Readonly<Record<string, ArgKind>>
  /**
   * Which question of the gate it answers: is all translated (`completeness`), or is what is there right (`soundness`).
   *
   * @default 'soundness'
   */
  readonly about?: 'completeness' | 'soundness'
  /** Whether it says that something was not looked at; then no project can lower its level or accept it. @default false */
  readonly unseen?: true
}

/** Problems of usage, by id: they end a command. */
export const USAGE_PROBLEMS: Readonly<Record<UsageId, DiagnosticRow>> = USAGE

/** Every diagnostic that a package may report, by its id. */
export const DIAGNOSTICS: Readonly<Record<DiagnosticId, DiagnosticRow>> = {
  ...FILES,
  ...DISK,
  ...PAGES,
  ...CHECKS,
  ...HANDBACKS,
  ...SEGMENTATION,
  ...VALIDITY
}

/** Diagnostics by what they are about; each family has a file of its own. */
export interface Families {
  readonly usage: typeof USAGE
  readonly files: typeof FILES
  readonly disk: typeof DISK
  readonly pages: typeof PAGES
  readonly checks: typeof CHECKS
  readonly handbacks: typeof HANDBACKS
  readonly segmentation: typeof SEGMENTATION
  readonly validity: typeof VALIDITY
}

type Reported = typeof FILES &
  typeof DISK &
  typeof PAGES &
  typeof CHECKS &
  typeof HANDBACKS &
  typeof SEGMENTATION &
  typeof VALIDITY

/** Id of a diagnostic. */
export type DiagnosticId = keyof Reported
/** Id of a problem of usage. */
export type UsageId = keyof typeof USAGE

/** The arguments of a row as a type. */
type ArgsOf<Spec> = keyof Spec extends never
  ? Readonly<Record<string, never>>
  : {
      readonly [Name in keyof Spec as Spec[Name] extends `${string}?` ? never : Name]: ValueOf<Spec[Name]>
    } & {
      readonly [Name in keyof Spec as Spec[Name] extends `${string}?` ? Name : never]?: ValueOf<Spec[Name]>
    }

type ValueOf<Kind> = Kind extends `number${string}` ? number : string

/** The arguments of each diagnostic. An unknown id or other arguments do not compile. */
export type DiagnosticArgs = {readonly [Id in DiagnosticId]: ArgsOf<Reported[Id]['args']>}

/** The arguments of each problem of usage. */
export type UsageArgs = {readonly [Id in UsageId]: ArgsOf<(typeof USAGE)[Id]['args']>}
