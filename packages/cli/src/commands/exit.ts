import type {Report} from '@passerelle/pipeline'

/** How the command ends: a contract with scripts. */
export const EXIT = {done: 0, errors: 1, usage: 2, gate: 3, bug: 70, interrupted: 130} as const

/** The exit code of a report: `status` only tells, `check` has its gate, the others fail on errors. */
export function exitCodeOf({verb, gate, diagnostics}: Report): number {
  if (verb === 'status') return EXIT.done
  if (verb === 'check' && gate) return gate.met ? EXIT.done : EXIT.gate
  return diagnostics.some(({level}) => level === 'error') ? EXIT.errors : EXIT.done
}
