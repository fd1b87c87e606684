import type {Diagnostic, Level, Place} from '@passerelle/model'

/** Where a diagnostic is about: an offset in the text, a unit. */
interface About {
  readonly offset?: number
  readonly unit?: string
}

/** Take down something found in the file that is being read. */
export type Report = (id: string, level: Level, args?: Diagnostic['args'], about?: About) => void

/** A report and the list it writes to; places are looked up once the text is known. */
export function createReport(
  path: string,
  placeOf: (offset: number) => Place
): {report: Report; diagnostics: Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const report: Report = (id, level, args = {}, {offset, unit} = {}) => {
    const place = offset === undefined ? undefined : placeOf(offset)
    diagnostics.push({
      id,
      level,
      path,
      ...(place && {line: place.line, column: place.column}),
      ...(unit !== undefined && {unit}),
      args
    })
  }
  return {report, diagnostics}
}
