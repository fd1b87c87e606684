import {resolve} from 'node:path'
import {entriesIn, isHandbackName, isMemoryName} from '../files/archive.ts'
import {below} from '../handoff/handoffs.ts'
import {type InParts, isSame} from '../files/in-parts.ts'
import {isMemoryAsWritten} from '@passerelle/xliff'
import type {Session} from '../work/session.ts'
import {filesOfWorks} from '../work/work.ts'
import {importFiles, type TakenFile} from './import-files.ts'

/** What was found in the place where hand-offs are to be written. */
export interface FoundThere {
  /** Whether some of it was taken, so that hand-offs have changed. */
  readonly isNews: boolean
  /** Files that must be written before anything found is overwritten. */
  readonly after: ReadonlyArray<string>
  /** Files that could not be taken; they are renamed. */
  readonly aside: ReadonlySet<string>
  /** Files that belong to the translator from the start, such as a glossary; they stay. */
  readonly theirs: ReadonlySet<string>
}

/** Take what somebody did in hand-offs that are about to be overwritten. */
export async function takeWorked(
  session: Session,
  to: string,
  files: ReadonlyMap<string, InParts>
): Promise<FoundThere> {
  const {workspace} = session
  const worked: string[] = []
  const theirs = new Set<string>()
  const aside = new Set<string>()
  for (const [path, text] of files) {
    const full = below(to, path)
    const bytes = path.endsWith('/') ? undefined : await workspace.read(full)
    if (!bytes || isSame(bytes, text) || isMemoryAsWritten(bytes)) continue
    if (isHandbackName(path) || isMemoryName(path)) worked.push(full)
    else if (path.endsWith('.tmx')) aside.add(full)
    else theirs.add(full)
  }
  // A memory comes after the files that were made from it.
  const order = [...worked.filter((path) => !isMemoryName(path)), ...worked.filter(isMemoryName)]
  const found = await take(session, order)
  return {...found, aside: new Set([...aside, ...found.aside]), theirs}
}

/** Take what came back in an archive with the name of the one that is to be written. */
export async function takeArchive(
  session: Session,
  to: string,
  files: ReadonlyMap<string, InParts>
): Promise<FoundThere> {
  const nothing = {isNews: false, after: [], aside: new Set<string>(), theirs: new Set<string>()}
  const bytes = await session.workspace.read(to)
  if (!bytes) return nothing
  const entries = entriesIn(bytes)
  const isOurs = entries?.every(({name, content}) => {
    const text = files.get(name)
    return isHandbackName(name) || isMemoryName(name) || (text !== undefined && isSame(content, text))
  })
  if (!isOurs) return {...nothing, aside: new Set([to])}
  return {...(await take(session, [to])), theirs: nothing.theirs}
}

async function take(session: Session, paths: ReadonlyArray<string>): Promise<Omit<FoundThere, 'theirs'>> {
  const {workspace, counts} = session
  const before = {...counts}
  const found = paths.map((path) => ({path, absolute: resolve(workspace.root, path)}))
  const reported = workspace.diagnostics.length
  const taken: ReadonlyArray<TakenFile> = await importFiles(session, found, {partial: true})
  const left = new Set(
    workspace.diagnostics.slice(reported).flatMap(({id, path}) => (id === 'memory-left' ? [path] : []))
  )
  const isNews = (['imported', 'reviewed', 'comments'] as const).some((name) => counts[name] > before[name])
  const aside = taken.filter(({path, isRead}) => !isRead || left.has(path)).map(({path}) => path)
  if (isNews) {
    for (const {path, into} of taken)
      if (into.length > 0) workspace.report({id: 'work-taken', level: 'info', path, args: {}})
  }
  const works = [...new Set(taken.flatMap(({into}) => into))]
  return {
    isNews,
    aside: new Set(aside),
    after: [...filesOfWorks(workspace, works), ...taken.flatMap(({records}) => records)]
  }
}
