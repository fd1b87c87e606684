import type {Diagnostic} from './diagnostic.ts'
import {aboutOf} from './questions.ts'

/** The identity of a finding, which stays the same when lines move. */
export interface FindingIdentity {
  readonly path: string
  readonly locale?: string
  readonly id: string
  readonly unit?: string
  readonly segment?: string
  /** Arguments that tell it from others, such as figures. */
  readonly says?: Readonly<Record<string, string>>
  /** Number among findings that are the same in all this, from 2 on. */
  readonly nth?: number
}

/**
 * Identities of findings, in their order.
 *
 * Two faults of one kind in one sentence differ by their arguments, such as the figures that are wrong. A missing
 * translation is the same finding however many sentences it is about: arguments that are numbers are counts, and are
 * left out.
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
