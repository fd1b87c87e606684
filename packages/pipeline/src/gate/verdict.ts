import {type Diagnostic, identitiesOf, isAtLeast, isUnseen, type Level} from '@passerelle/model'
import type {Finding} from '../report/report.ts'
import {type Baseline, type Entry, firstVersionOf, lineOf} from './baseline.ts'

/** What the gate decides from findings and from those accepted before. */
export interface Verdict {
  readonly findings: ReadonlyArray<Finding>
  /** Findings that would fail if they were not accepted. */
  readonly accepted: number
  readonly met: boolean
  /** Indexes of entries of the baseline that match no finding any more. */
  readonly repaired: ReadonlyArray<number>
  /** Entries for findings that fail now and can be accepted. */
  readonly acceptable: ReadonlyArray<Entry>
  /** Entries that match a finding, and entries about what this run did not look at. */
  readonly kept: ReadonlyArray<Entry>
}

/** What a run looked at. */
export interface Scope {
  readonly failOn: Level
  /** Whether it looked at the whole project. */
  readonly isWhole: boolean
  /** Whether it would have found the finding that an entry of a baseline names. */
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
