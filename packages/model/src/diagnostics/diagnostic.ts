import type {DiagnosticArgs, DiagnosticId} from './table.ts'

/** Levels of diagnostics, the highest first. Errors make a verb exit with 1. */
export const LEVELS = ['error', 'warning', 'info'] as const

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number]

/**
 * A diagnostic as data: its id, stable and readable in kebab case such as `code-lost`, and its arguments.
 *
 * The message people read is made of both, in their language. Programs may rely on the id and the JSON, not on the
 * message.
 */
export type Finding<Id extends DiagnosticId = DiagnosticId> = {
  [One in Id]: {readonly id: One; readonly args: DiagnosticArgs[One]}
}[Id]

/** A {@link Finding} with its level, but not yet with its place. */
export type Problem<Id extends DiagnosticId = DiagnosticId> = Finding<Id> & {readonly level: Level}

/** A place in a file. */
export interface FilePlace {
  /** Relative to the project with `/`. */
  readonly path: string
  /** 1-based; undefined if the whole file is meant. */
  readonly line?: number
  /** 1-based, in UTF-16 code units. */
  readonly column?: number
}

/** What a diagnostic is about. */
export interface About extends FilePlace {
  /** Unit or key. */
  readonly unit?: string
  /** Sentence of the unit, such as `s2`. */
  readonly segment?: string
  /** Target locale, BCP 47, if it is about a translation. */
  readonly locale?: string
  /** Place of the same in the other language. */
  readonly target?: FilePlace
}

/** Something found in content or work. */
export type Diagnostic<Id extends DiagnosticId = DiagnosticId> = Problem<Id> & About

/**
 * The parameters after the id in a call that reports: arguments, which may be left out if the diagnostic has none, and
 * more.
 */
export type ArgsThen<Id extends DiagnosticId, More extends ReadonlyArray<unknown>> =
  IsNeeded<DiagnosticArgs[Id]> extends true
    ? [args: DiagnosticArgs[Id], ...more: Partial<More>]
    : [args?: DiagnosticArgs[Id], ...more: Partial<More>]

/** Whether there are arguments that must be given. */
type IsNeeded<Args> = string extends keyof Args ? false : object extends Args ? false : true

/** A problem at its place. */
export function placed(problem: Problem, about: About): Diagnostic {
  return {...problem, ...about}
}

/** Make a diagnostic whose id is one of several; for a single id, write it as an object. */
export function diagnostic<Id extends DiagnosticId>(
  id: Id,
  level: Level,
  args: DiagnosticArgs[Id],
  about: About
): Diagnostic {
  return placed({id, level, args} as unknown as Problem, about)
}
