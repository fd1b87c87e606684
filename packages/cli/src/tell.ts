import {relative} from 'node:path'
import type {Report} from '@passerelle/pipeline'
import {printDiagnostics} from './diagnostics.ts'
import {version} from './manifest.ts'
import {checkReport} from './reporters/check.ts'
import {githubReport} from './reporters/github.ts'
import {jsonReport} from './reporters/json.ts'
import {junitReport} from './reporters/junit.ts'
import {sarifReport} from './reporters/sarif.ts'
import {textReport} from './reporters/text.ts'
import type {Scene} from './world.ts'

/** Tell what a verb did: for programs on standard output alone, for people with problems on standard error. */
export function tell(report: Report, root: string, scene: Scene): void {
  const {world, messages, look} = scene
  const folder = folderIn(world.env['GITHUB_WORKSPACE'], root)
  switch (formatOf(report, scene)) {
    case 'json':
      world.stdout.write(jsonReport(report))
      break
    case 'junit':
      world.stdout.write(junitReport(report, messages))
      break
    case 'sarif':
      world.stdout.write(sarifReport(report, messages, folder, version()))
      break
    case 'github':
      world.stdout.write(githubReport(report, messages, folder))
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

/** Where the project stands below the root of its repository: CI counts paths from there. */
function folderIn(workspace: string | undefined, root: string): string {
  const path = workspace ? relative(workspace, root).replaceAll('\\', '/') : ''
  return path === '' || path.startsWith('..') ? '' : `${path}/`
}
