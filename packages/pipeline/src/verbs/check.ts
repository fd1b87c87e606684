import {checkUnit} from '@passerelle/check'
import {type Diagnostic, freshnessOf} from '@passerelle/model'
import {build} from '../build.ts'
import type {Config} from '../config.ts'
import {unmergedRecords} from '../files/unmerged.ts'
import {findHandEdits} from '../hand-edits.ts'
import type {Project} from '../project.ts'
import type {Report} from '../report.ts'
import {coverageOfAll, run, type Session, type VerbOptions} from '../session.ts'
import type {Work} from '../work.ts'

export interface CheckOptions {
  /** File of what was accepted before, relative to the project. */
  readonly baseline?: string
  /** Accept all that is found now, into the baseline. */
  readonly updateBaseline?: boolean
  /** Percent of a document's segments that must have a valid translation. @default 100 */
  readonly minimum?: number
}

interface Baseline {
  readonly version: 1
  readonly accepted: ReadonlyArray<string>
}

/** The gate: what is missing, stale or broken. Writes nothing but a baseline it is told to update. */
export function check(project: Project, options: VerbOptions & CheckOptions = {}): Promise<Report> {
  return run('check', project, options, options.updateBaseline ?? false, async (session) => {
    const {workspace} = session
    workspace.report(...(await unmergedRecords(project.root, project.config.bilingual)))
    for (const work of session.works)
      workspace.report(...(await checkWork(session, work, options.minimum ?? 100)))
    const failing = workspace.diagnostics.filter(({level}) => level === 'error')
    const path = options.baseline ?? 'passerelle-baseline.json'
    if (options.updateBaseline) {
      await workspace.write(
        path,
        `${JSON.stringify({version: 1, accepted: failing.map(keyOf).sort()}, undefined, 2)}\n`,
        'baseline'
      )
    }
    const accepted = new Set(
      options.updateBaseline ? failing.map(keyOf) : await readBaseline(session, path, options)
    )
    const open = failing.filter((diagnostic) => !accepted.has(keyOf(diagnostic)))
    return {
      coverage: coverageOfAll(session),
      gate: {met: open.length === 0, accepted: failing.length - open.length}
    }
  })
}

async function checkWork({workspace, project}: Session, work: Work, minimum: number): Promise<Diagnostic[]> {
  const {direction, bitext, source} = work
  const places = new Map(source.blocks.map(({unit, block}) => [unit.id, block.place]))
  const context = {
    path: direction.sourcePath,
    placeOf: (id: string) => places.get(id),
    sourceLocale: direction.sourceLocale,
    targetLocale: direction.targetLocale,
    options: project.config.checks
  }
  const found = bitext.units.flatMap((unit) => checkUnit(unit, context))
  const {text, diagnostics} = build(work, project.config)
  const quarantined = diagnostics.filter(
    (diagnostic) => !found.some(({unit, level}) => unit === diagnostic.unit && level === 'error')
  )
  const existing = await workspace.readText(direction.targetPath)
  const outdated =
    typeof existing !== 'string' || existing === text ? [] : outdatedBy(work, existing, text, project.config)
  const all = [...found, ...quarantined, ...outdated]
  return isCovered(work, minimum) ? all.map(soften) : all
}

/** Why a document is not what it would be built as: it was edited by hand, or not built since. */
function outdatedBy(work: Work, existing: string, text: string, config: Config): Diagnostic[] {
  const edits = findHandEdits(work, existing, text, config)
  const path = work.direction.targetPath
  return edits.length > 0
    ? edits.map((edit) => ({...edit, level: 'warning'}))
    : [{id: 'document-outdated', level: 'warning', path, args: {}}]
}

function isCovered({bitext}: Work, minimum: number): boolean {
  const pairs = bitext.units.flatMap((unit) => unit.pairs)
  const valid = pairs.filter((pair) => freshnessOf(pair) === 'valid').length
  return minimum < 100 && valid * 100 >= minimum * pairs.length
}

function soften(diagnostic: Diagnostic): Diagnostic {
  return ['translation-missing', 'translation-changed'].includes(diagnostic.id)
    ? {...diagnostic, level: 'warning'}
    : diagnostic
}

/** What stays the same when lines move: a baseline must not be undone by a paragraph above. */
function keyOf({id, path, unit}: Diagnostic): string {
  return [id, path, unit ?? ''].join(' ').trim()
}

async function readBaseline(
  {workspace}: Session,
  path: string,
  {baseline}: CheckOptions
): Promise<ReadonlyArray<string>> {
  const text = await workspace.readText(path)
  if (typeof text !== 'string') {
    if (text === undefined && baseline !== undefined)
      workspace.report({id: 'cannot-read', level: 'error', path, args: {reason: 'ENOENT'}})
    return []
  }
  try {
    return (JSON.parse(text) as Baseline).accepted
  } catch (error) {
    workspace.report({id: 'json-invalid', level: 'error', path, args: {reason: (error as Error).message}})
    return []
  }
}
