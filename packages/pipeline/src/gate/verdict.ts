import {type Diagnostic, identitiesOf, isAtLeast, isUnseen, type Level} from '@passerelle/model'
import type {Finding} from '../report/report.ts'
import {type Baseline, type Entry, firstVersionOf, lineOf} from './baseline.ts'

/** What the gate makes of findings and of what was accepted before. */
export interface Verdict {
  readonly findings: ReadonlyArray<Finding>
  /** Findings that would fail, had they not been accepted. */
  readonly accepted: number
  readonly met: boolean
  /** Entries of the baseline, by their place in it, that no finding answers to any more. */
  readonly repaired: ReadonlyArray<number>
  /** Entries for what fails now and can be accepted. */
  readonly acceptable: ReadonlyArray<Entry>
  /** Entries for what was accepted before and is still there, and entries of which this run cannot tell. */
  readonly kept: ReadonlyArray<Entry>
}

/** What a run looked at. */
export interface Scope {
  readonly failOn: Level
  /** Whether it looked at the whole project. */
  readonly isWhole: boolean
  /** Whether it would have found what an entry of a baseline names. */
  readonly covers: (entry: Exclude<Entry, string>) => boolean
}

/** Judge findings, in the order in which they are reported. */
export function judge(
  diagnostics: ReadonlyArray<Diagnostic>,
  entries: Baseline['entries'],
  {failOn, isWhole, covers}: Scope
): Verdict {
  const known = new Set(entries.map(lineOf))
  const used = new Set<string>()
  const kept: Entry[] = []
  const acceptable: Entry[] = []
  let accepted = 0
  let met = true
  const identities = identitiesOf(diagnostics)
  const findings = diagnostics.map((diagnostic, index): Finding => {
    const identity = identities[index]!
    const fails = isAtLeast(diagnostic.level, failOn)
    const lines = [lineOf(identity), lineOf(firstVersionOf(diagnostic))].filter((line) => known.has(line))
    for (const line of lines) used.add(line)
    const isAccepted = lines.length > 0 && !isUnseen(diagnostic.id)
    if (isAccepted) kept.push(identity)
    if (fails && !isUnseen(diagnostic.id)) acceptable.push(identity)
    if (fails && isAccepted) accepted++
    if (fails && !isAccepted) met = false
    return isAccepted ? {...diagnostic, accepted: true} : diagnostic
  })
  const isInScope = (entry: Entry): boolean => isWhole || (typeof entry !== 'string' && covers(entry))
  const repaired: number[] = []
  for (const [index, entry] of entries.entries()) {
    if (!isInScope(entry)) kept.push(entry)
    else if (!used.has(lineOf(entry))) repaired.push(index)
  }
  return {findings, accepted, met, repaired, acceptable, kept}
}
