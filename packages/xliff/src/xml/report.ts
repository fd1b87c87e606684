import {
  type ArgsThen,
  type Diagnostic,
  type DiagnosticId,
  type Level,
  placed,
  type Place,
  type Problem
} from '@passerelle/model'

/** What a diagnostic is about: an offset in the text, or a unit. */
export interface Spot {
  readonly offset?: number
  readonly unit?: string
}

/** Report something found in the file that is being read. */
export type Report = <Id extends DiagnosticId>(
  id: Id,
  level: Level,
  ...rest: ArgsThen<Id, [spot: Spot]>
) => void

/** A {@link Report} that gives each problem to a function as a value. */
export function reportTo(take: (problem: Problem, spot: Spot) => void): Report {
  const report = (id: DiagnosticId, level: Level, args: object = {}, spot: Spot = {}): void =>
    take({id, level, args} as Problem, spot)
  return report
}

/** Reports that are kept back until it is known whether they count. */
export interface Held {
  readonly report: Report
  readonly problems: ReadonlyArray<Problem>
  /** Pass all of them on, in their order. */
  readonly release: (to: Report) => void
}

export function holdReports(): Held {
  const held: {problem: Problem; spot: Spot}[] = []
  return {
    report: reportTo((problem, spot) => held.push({problem, spot})),
    get problems() {
      return held.map(({problem}) => problem)
    },
    release(to) {
      for (const {problem, spot} of held) pass(to, problem, spot)
    }
  }
}

/** Report a problem that somebody else found. */
export function pass(to: Report, {id, level, args}: Problem, spot: Spot): void {
  const loose = to as (id: DiagnosticId, level: Level, args: object, spot: Spot) => void
  loose(id, level, args, spot)
}

/** A report and the list it writes to; line and column are looked up once the text is known. */
export function createReport(
  path: string,
  placeOf: (offset: number) => Place
): {report: Report; diagnostics: Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const report = reportTo((problem, {offset, unit}) => {
    const place = offset === undefined ? undefined : placeOf(offset)
    const about = {
      path,
      ...(place && {line: place.line, column: place.column}),
      ...(unit !== undefined && {unit})
    }
    diagnostics.push(placed(problem, about))
  })
  return {report, diagnostics}
}
