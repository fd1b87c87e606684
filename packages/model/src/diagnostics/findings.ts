import type {Diagnostic} from './diagnostic.ts'
import {aboutOf} from './questions.ts'

/** What a finding is, whatever becomes of the lines around it. */
export interface FindingIdentity {
  readonly path: string
  readonly locale?: string
  readonly id: string
  readonly unit?: string
  readonly segment?: string
  /** What it says of what it found, such as figures. */
  readonly says?: Readonly<Record<string, string>>
  /** Number among findings that are the same in all this, from 2. */
  readonly nth?: number
}

/**
 * Identities of findings, in their order.
 *
 * Two faults of one kind in one sentence differ by what they say, such as the figures that are wrong. What says that a
 * translation is not there is the same finding however many sentences it is about. Numbers are counts, and do not count.
 */
export function identitiesOf(diagnostics: ReadonlyArray<Diagnostic>): FindingIdentity[] {
  const counts = new Map<string, number>()
  return diagnostics.map((diagnostic) => {
    const identity = identityOf(diagnostic)
    const line = JSON.stringify(identity)
    const count = (counts.get(line) ?? 0) + 1
    counts.set(line, count)
    return count === 1 ? identity : {...identity, nth: count}
  })
}

function identityOf({id, path, locale, unit, segment, args}: Diagnostic): FindingIdentity {
  const isMissing = aboutOf(id) === 'completeness'
  const said = Object.entries(args).filter((entry) => typeof entry[1] === 'string')
  return {
    path,
    ...(locale && {locale}),
    id,
    ...(unit && {unit}),
    ...(segment && !isMissing && {segment}),
    ...(said.length > 0 &&
      !isMissing && {
        says: Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, string>
      })
  }
}
