import {type Content, type Diagnostic, type Document, freshnessOf, normalize} from '@passerelle/model'
import {type Built, contentOf} from '../work/build.ts'
import type {Config} from '../config/config.ts'
import {heldBack} from '../work/first-build.ts'
import type {Edit} from '../edits/changes.ts'
import {editsIn} from '../edits/reconcile.ts'
import {buildNext} from '../edits/write.ts'
import type {Project} from '../project/project.ts'
import {comparePages} from '../project/source.ts'
import type {Work} from '../work/work.ts'

/** A page in the repository, and as it would be built now. */
export interface PageState {
  /** Its text; undefined if there is no file. */
  readonly existing: string | undefined
  readonly next: Built
  /** The file as a document; undefined if it cannot be read as one. */
  readonly document?: Document
}

/** What is wrong with a page, and changes by people that prove as translations. */
export interface Judged {
  readonly diagnostics: ReadonlyArray<Diagnostic>
  readonly takes: ReadonlyArray<Edit>
}

/**
 * What is wrong with a page that is kept in the repository, where readers will see it.
 *
 * It may be missing, broken, edited by hand, or different from what would be built now. There are two kinds of the
 * last: `document-outdated`, if the page lacks a translation that is here, so that somebody forgot to build it; and
 * `document-behind`, if it shows what an earlier source said, as after any edit by a writer.
 */
export function judgePage(work: Work, page: PageState, project: Project): Judged {
  const {existing, next, document} = page
  const {config} = project
  const path = work.direction.targetPath
  const {sourcePath} = work.direction
  const only = (...diagnostics: Diagnostic[]): Judged => ({diagnostics, takes: []})
  if (existing === next.text) return only()
  const args = {source: sourcePath}
  if (existing === undefined) {
    if (heldBack(work, config)) return only()
    return work.unrecorded === undefined
      ? only({id: 'document-behind', level: 'error', path, args})
      : only({id: 'document-missing', level: 'error', path, args})
  }
  const {takes, left} = editsIn(work, existing, buildNext(work, project, next), project)
  const waiting = takes.map(({at: {place}, was, is}): Diagnostic => {
    const {line, column} = place
    return {id: 'edit-waits', level: 'error', path, line, column, args: {was, is}}
  })
  if (left.length + waiting.length > 0)
    return {diagnostics: [...waiting, ...left, ...damage(work, existing, config)], takes}
  const count = document ? unbuilt(work, document, config) : 0
  return count > 0
    ? only({id: 'document-outdated', level: 'error', path, args: {count}})
    : only({id: 'document-behind', level: 'error', path, args})
}

/**
 * What an edit by hand broke. Blocks that the record does not have yet, or not any more, are no damage: the source has
 * changed, and the page is behind.
 */
function damage(
  {direction, source, bitext, unrecorded}: Work,
  existing: string,
  config: Config
): Diagnostic[] {
  const {targetPath} = direction
  const fresh = bitext.units.flatMap(({id, key}) => (unrecorded?.has(id) && key !== undefined ? [key] : []))
  const gone = bitext.removed.flatMap(({key}) => key ?? [])
  const excused = new Set([...fresh, ...gone])
  return comparePages(source.document.text, existing, targetPath, direction, config).filter(
    ({args}) => !('key' in args && excused.has(args.key))
  )
}

/** How many blocks have a translation that the page does not show, although it was there before today's source. */
function unbuilt({source, bitext, unrecorded}: Work, page: Document, config: Config): number {
  const shown = new Set(page.blocks.map(({key, content}) => formOf(key, content)))
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  return source.blocks.filter((block) => {
    const unit = units.get(block.unit.id)!
    if (unrecorded?.has(unit.id) || unit.pairs.some((pair) => freshnessOf(pair) !== 'valid')) return false
    return !shown.has(formOf(block.block.key, contentOf(block, unit, config) ?? block.block.content))
  }).length
}

function formOf(key: string | undefined, content: Content): string {
  return `${key ?? ''}\n${normalize(content)}`
}
