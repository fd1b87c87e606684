import type {Report} from '@passerelle/pipeline'
import {printDiagnostics} from './diagnostics.ts'
import {version} from './manifest.ts'
import {checkReport} from './reporters/check.ts'
import {githubReport} from './reporters/github.ts'
import {jsonReport} from './reporters/json.ts'
import {junitReport} from './reporters/junit.ts'
import {markdownReport} from './reporters/markdown.ts'
import {sarifReport} from './reporters/sarif.ts'
import {textReport} from './reporters/text.ts'
import {folderInRepository} from './repository.ts'
import type {Scene} from './world.ts'

/** Tell what a verb did: for programs on standard output alone, for people with problems on standard error. */
export function tell(report: Report, root: string, scene: Scene): void {
  const {world, messages, look} = scene
  const folder = folderInRepository(root, world.env)
  switch (formatOf(report, scene)) {
    case 'json':
      world.stdout.write(jsonReport(report, messages, folder))
      break
    case 'junit':
      world.stdout.write(junitReport(report, messages, folder))
      break
    case 'sarif':
      world.stdout.write(sarifReport(report, messages, folder, version()))
      break
    case 'github':
      world.stdout.write(githubReport(report, messages, folder, checkReport(report, messages, look)))
      break
    case 'markdown':
      world.stdout.write(markdownReport(report, messages, folder))
      break
    default:
      if (report.verb === 'check') world.stdout.write(checkReport(concise(report, scene), messages, look))
      else tellPeople(concise(report, scene), scene)
  }
}

function formatOf({verb}: Report, {options}: Scene): string {
  if (verb === 'check' && options.format) return options.format
  return options.json ? 'json' : 'text'
}

function tellPeople(report: Report, {world, options, messages, look, errorLook}: Scene): void {
  const problems = printDiagnostics(report.diagnostics, messages, errorLook)
  if (problems) world.stderr.write(problems)
  if (options.quiet) return
  if (problems && look.interactive) world.stdout.write('\n')
  world.stdout.write(textReport(report, messages, look, options.to))
}

/** `--quiet` leaves problems only. */
function concise(report: Report, {options}: Scene): Report {
  if (!options.quiet) return report
  return {...report, diagnostics: report.diagnostics.filter(({level}) => level !== 'info')}
}
