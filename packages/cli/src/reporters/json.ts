import type {Report} from '@passerelle/pipeline'

/** The report as it is: the contract for programs. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
