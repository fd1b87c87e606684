import type {DiagnosticArgs, DiagnosticId} from './table.ts'

/** What a diagnostic may weigh, the gravest first. Errors make a verb exit with 1. */
export const LEVELS = ['error', 'warning', 'info'] as const

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number]

/**
 * What a diagnostic says, as data: its id, readable and stable in kebab case such as `code-lost`, and the arguments
 * that go with it.
 *
 * The sentence people read is made from the two in their language; the id and the JSON are the contract, the
 * sentence is not.
 */
export type Finding<Id extends DiagnosticId = DiagnosticId> = {
  [One in Id]: {readonly id: One; readonly args: DiagnosticArgs[One]}
}[Id]

/** A {@link Finding} with its level; where it is about is not known yet. */
export type Problem<Id extends DiagnosticId = DiagnosticId> = Finding<Id> & {readonly level: Level}

/** A place in a file. */
export interface FilePlace {
  /** Relative to the project with `/`. */
  readonly path: string
  /** 1-based; absent when the whole file is meant. */
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
  /** Target locale, BCP 47, where it is about a translation. */
  readonly locale?: string
  /** The place in the other language. */
  readonly target?: FilePlace
}

/** Something found in content or work. */
export type Diagnostic<Id extends DiagnosticId = DiagnosticId> = Problem<Id> & About

/** What follows the id in a call that reports: arguments, which may be left out where there are none, and more. */
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

/** A diagnostic whose id is known only as one of several; where it is one, write it as an object. */
export function diagnostic<Id extends DiagnosticId>(
  id: Id,
  level: Level,
  args: DiagnosticArgs[Id],
  about: About
): Diagnostic {
  return placed({id, level, args} as unknown as Problem, about)
}
