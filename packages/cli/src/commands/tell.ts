import type {Report} from '@passerelle/pipeline'
import {printDiagnostics} from '../reporters/diagnostics.ts'
import type {ReportFormat} from '../grammar/grammar.ts'
import {version} from '../grammar/manifest.ts'
import {checkReport} from '../reporters/check.ts'
import {githubReport} from '../reporters/github.ts'
import {jsonReport} from '../reporters/json.ts'
import {junitReport} from '../reporters/junit.ts'
import {markdownReport} from '../reporters/markdown.ts'
import {sarifReport} from '../reporters/sarif.ts'
import {textReport} from '../reporters/text.ts'
import {folderInRepository} from '../terminal/repository.ts'
import type {Scene} from './world.ts'

/** How a report is printed on standard output, by format. */
const PRINTERS: Readonly<
  Record<Exclude<ReportFormat, 'text'>, (report: Report, scene: Scene, folder: string) => string>
> = {
  json: (report, {messages}, folder) => jsonReport(report, messages, folder),
  junit: (report, {messages}, folder) => junitReport(report, messages, folder),
  sarif: (report, {messages}, folder) => sarifReport(report, messages, folder, version()),
  github: (report, {messages, look}, folder) =>
    githubReport(report, messages, folder, checkReport(report, messages, look)),
  markdown: (report, {messages}, folder) => markdownReport(report, messages, folder)
}

/** The project that a report is of: its folder, and the name of its configuration. */
interface Place {
  readonly root: string
  readonly config: string
}

/** Tell what a verb did: for programs on standard output alone, for people with problems on standard error. */
export function tell(report: Report, {root, config}: Place, scene: Scene): void {
  const {world, messages, look} = scene
  const format = formatOf(report, scene)
  if (format !== 'text') {
    world.stdout.write(PRINTERS[format](report, scene, folderInRepository(root, world.env)))
  } else if (report.verb === 'check') {
    world.stdout.write(checkReport(concise(report, scene), messages, look))
  } else tellPeople(concise(report, scene), config, scene)
}

function formatOf({verb}: Report, {options}: Scene): ReportFormat {
  // The parser has looked whether it is one.
  if (verb === 'check' && options.format) return options.format as ReportFormat
  return options.json ? 'json' : 'text'
}

function tellPeople(
  report: Report,
  config: string,
  {world, options, messages, look, errorLook}: Scene
): void {
  const problems = printDiagnostics(report.diagnostics, messages, errorLook)
  if (problems) world.stderr.write(problems)
  if (options.quiet) return
  if (problems && look.interactive) world.stdout.write('\n')
  world.stdout.write(textReport(report, messages, look, {config, to: options.to}))
}

/** `--quiet` leaves problems only. */
function concise(report: Report, {options}: Scene): Report {
  if (!options.quiet) return report
  return {...report, diagnostics: report.diagnostics.filter(({level}) => level !== 'info')}
}
