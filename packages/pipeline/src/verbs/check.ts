import type {Level} from '@passerelle/model'
import type {Question} from '../report/choices.ts'
import {unmergedRecords} from '../files/unmerged.ts'
import {BASELINE, type Baseline, printBaseline, readBaseline} from '../gate/baseline.ts'
import {isCovered, judgeWork} from '../gate/judge.ts'
import {weigh} from '../gate/levels.ts'
import {judgeStrangers} from '../gate/pairs.ts'
import {judge, type Scope, type Verdict} from '../gate/verdict.ts'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {coverageOfAll, each, findingsOf, run, type Session, type VerbOptions} from '../work/session.ts'

/** What the gate is asked, and its limits. */
export interface CheckOptions {
  /**
   * `release` asks whether everything is translated and right; `change` asks only whether a writer's change is sound.
   * Translations that the change makes stale are then reported, but do not fail.
   *
   * @default 'release'
   */
  readonly for?: Question
  /** The lowest level that fails. @default 'error' */
  readonly failOn?: Level
  /** File of accepted findings, relative to the project. @default 'passerelle-baseline.json' */
  readonly baseline?: string
  /** Accept everything that fails now: add it to the baseline. */
  readonly updateBaseline?: boolean
  /** Remove entries of the baseline whose finding is gone. */
  readonly pruneBaseline?: boolean
  /** Percent of a document's segments that must have a valid translation. @default 100 */
  readonly minimum?: number
}

/** The gate: finds what is missing, stale or broken. Writes only a baseline, and that only if told to. */
export async function check(project: Project, options: VerbOptions & CheckOptions = {}): Promise<Report> {
  const writes = (options.updateBaseline ?? false) || (options.pruneBaseline ?? false)
  const unmerged = await unmergedRecords(project.root, project.config.bilingual)
  const depends = {files: [options.baseline ?? BASELINE], more: unmerged}
  return run({verb: 'check', writes, ...(!writes && {depends})}, project, options, async (session) => {
    const {workspace} = session
    workspace.report(...unmerged)
    const found = await each(session.works, session, 'check', (work) => judgeWork(session, work))
    for (const diagnostics of found) workspace.report(...diagnostics)
    workspace.report(...(await judgeStrangers(session)))
    for (const {sourcePath: path, targetLocale: locale} of session.unopened)
      workspace.report({id: 'document-unopened', level: 'error', path, locale, args: {}})

    const path = options.baseline ?? BASELINE
    const baseline = await readBaseline(workspace, path)
    if (options.baseline !== undefined && !options.updateBaseline && baseline?.isThere === false)
      workspace.report({id: 'cannot-read', level: 'error', path, args: {reason: 'ENOENT'}})
    const before = decide(session, baseline?.entries ?? [], options)
    const mayWrite = options.updateBaseline || (options.pruneBaseline && baseline?.isThere)
    const entries = baseline && mayWrite ? entriesAfter(before, options) : undefined
    if (entries) await workspace.write(path, printBaseline(entries), 'baseline')
    else if (baseline) reportRepaired(session, baseline, before)

    return {
      coverage: coverageOfAll(session),
      // Again at the end, because a file that could not be written fails, too.
      conclude: () => {
        const {findings, accepted, met} = decide(session, entries ?? baseline?.entries ?? [], options)
        return {
          diagnostics: findings,
          gate: {met, accepted, for: options.for ?? 'release', failOn: options.failOn ?? 'error'}
        }
      }
    }
  })
}

function decide(
  session: Session,
  entries: Baseline['entries'],
  options: VerbOptions & CheckOptions
): Verdict {
  const {works, project} = session
  const failOn = options.failOn ?? 'error'
  const covered = new Set(
    works
      .filter((work) => isCovered(work, options.minimum ?? 100))
      .flatMap(({direction: {sourcePath, targetPath, targetLocale}}) => [
        `${targetLocale} ${sourcePath}`,
        `${targetLocale} ${targetPath}`
      ])
  )
  const weighing = {
    for: options.for ?? 'release',
    failOn,
    checks: project.config.checks,
    isCovered: ({locale, path}: {locale?: string; path: string}) => covered.has(`${locale} ${path}`)
  }
  const weighed = findingsOf(session).flatMap((one) => weigh(one, weighing) ?? [])
  return judge(weighed, entries, scopeOf(session, failOn))
}

/** What a run can tell about a baseline, if it looked only at some languages or documents. */
function scopeOf({works, options}: Session, failOn: Level): Scope {
  const seen = new Set(
    works.flatMap(({direction: {sourcePath, targetPath, targetLocale}}) => [
      `${targetLocale} ${sourcePath}`,
      `${targetLocale} ${targetPath}`
    ])
  )
  return {
    failOn,
    isWhole: options.locales === undefined && !options.documents?.length,
    covers: ({locale, path}) => seen.has(`${locale} ${path}`)
  }
}

function entriesAfter(verdict: Verdict, {updateBaseline}: CheckOptions): Verdict['kept'] {
  return updateBaseline ? [...verdict.kept, ...verdict.acceptable] : verdict.kept
}

function reportRepaired({workspace}: Session, {path, entries, lines}: Baseline, {repaired}: Verdict): void {
  for (const index of repaired) {
    const entry = entries[index]!
    const line = lines[index]
    const what =
      typeof entry === 'string' ? entry : [entry.path, entry.locale, entry.id].filter(Boolean).join(' ')
    workspace.report({
      id: 'baseline-repaired',
      level: 'info',
      path,
      ...(line !== undefined && {line}),
      args: {what}
    })
  }
}
