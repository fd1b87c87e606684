import type {Coverage, FileChange, FileKind, Report, Verb} from '@passerelle/pipeline'
import {tally} from './diagnostics.ts'
import type {NamesIn} from '../messages/keys.ts'
import {prose} from '../terminal/layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Look} from '../terminal/terminal.ts'
import {coverageTable} from './coverage.ts'

/** Most files that are named of one kind. */
const NAMED = 12
/** Most rows of the table that ends the news of `sync`. */
const ROWS = 20

/** Kinds of files in the order in which people look for them; a hand-off that is taken away is good news of its own. */
const KINDS: ReadonlyArray<FileKind | 'done-handoff'> = [
  'config',
  'folder',
  'document',
  'bilingual',
  'handoff',
  'done-handoff',
  'handback',
  'edited',
  'baseline'
]

/** Files that are no news, but that the words of a report name. */
export interface Names {
  /** The configuration: the one that is there, or the one that would be written. */
  readonly config: string
  /** Folder that `--to` names. */
  readonly to?: string | undefined
}

/**
 * What a verb did, for people: what happened, where it is, how far all is, what to do now.
 *
 * Diagnostics are printed elsewhere; here they are only counted.
 *
 * @param names
 *   Files that its words name.
 */
export function textReport(report: Report, messages: Messages, look: Look, names: Names): string {
  const outbox = (names.to ?? report.folders.outbox).replace(/\/$/, '')
  const paragraphs = [
    report.dryRun && report.changes.length > 0
      ? look.colors.yellow(prose(messages.say('text.dry-run'), look))
      : '',
    happened(report, names.config, messages, look),
    ...lists(report, messages, look),
    table(report, messages, look),
    keptLine(report, messages, look),
    tallyLine(report, messages, look),
    places(report, outbox, messages, look),
    next(report, outbox, messages, look)
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

function happened(
  {verb, dryRun, changes, counts, coverage, diagnostics}: Report,
  config: string,
  {say}: Messages,
  look: Look
): string {
  const hasErrors = diagnostics.some(({level}) => level === 'error')
  const isEmpty = verb === 'status' ? coverage.length === 0 : counts.documents === 0
  // `check` has a report of its own.
  if (verb === 'check') return ''
  if (verb !== 'init' && isEmpty) return hasErrors ? '' : prose(say('text.no-documents', {config}), look)
  if (verb === 'status') return ''
  const count = diagnostics.filter(({id}) => LISTED.test(id)).length
  if (verb === 'confirm' && count > 0) return prose(say('text.confirm.waiting', {count}), look)
  if (verb === 'restore' && count > 0) return prose(say('text.restore.kept', {count}), look)
  // Where something failed, a cheerful “nothing to do” would be a lie.
  if (changes.length === 0 && hasErrors) return ''
  // A trial run has done nothing; its first line says so.
  const isTrial = dryRun && changes.length > 0
  const key = `text.${verb}.${changes.length > 0 ? 'done' : 'nothing'}` as const
  const head = isTrial ? [] : [prose(say(key, {count: counts.documents}), look)]
  const facts = [
    ['new', counts.segmentsNew],
    ['changed', counts.segmentsChanged],
    ['removed', counts.segmentsRemoved],
    ['imported', counts.imported],
    ['reviewed', counts.reviewed],
    ['comments', counts.comments],
    ['confirmed', counts.confirmed],
    ['restored', counts.restored],
    ['carried', counts.carried],
    ['moved', counts.moved],
    ['reused', counts.reused],
    ['quarantined', counts.quarantined]
  ] as const
  const lines = facts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => bullet(say(`text.facts.${name}`, {count}), look))
  return [...head, ...lines].join('\n')
}

/** What `confirm` and `restore` list. */
const LISTED = /^(?:unsettled-|text-)/

function bullet(text: string, look: Look): string {
  return `  ${look.unicode ? '·' : '-'} ${prose(text, look, '    ').trimStart()}`
}

/** The files, by kind. Bilingual files are named only where they are the point; `sync` counts them. */
function lists({verb, dryRun, changes}: Report, {say}: Messages, look: Look): string[] {
  return KINDS.flatMap((kind) => {
    const some = changes.filter((change) => kindOf(change) === kind)
    const count = some.length
    if (count === 0) return []
    if (kind === 'bilingual' && verb === 'sync' && !dryRun) return [say('text.counted.bilingual', {count})]
    const lines = some.slice(0, NAMED).map((change) => `  ${changeLine(change, look)}`)
    if (count > NAMED) lines.push(`  ${say('text.more', {count: count - NAMED})}`)
    return [[say(`text.kinds.${kind}`, {count}), ...lines].join('\n')]
  })
}

function kindOf({kind, change}: FileChange): (typeof KINDS)[number] {
  return kind === 'handoff' && change === 'removed' ? 'done-handoff' : kind
}

function changeLine({path, change, to}: FileChange, {colors, unicode}: Look): string {
  if (change === 'created') return `${colors.green('+')} ${path}`
  if (change === 'updated') return `${colors.yellow('~')} ${path}`
  if (change === 'removed') return `${colors.red('-')} ${path}`
  const arrow = unicode ? '→' : '->'
  return `${colors.dim(unicode ? '→' : '>')} ${path}${to ? ` ${arrow} ${to}` : ''}`
}

function table({verb, coverage}: Report, messages: Messages, look: Look): string {
  if (coverage.length === 0) return ''
  return coverageTable(coverage, messages, look, verb === 'status' ? {} : {rows: ROWS})
}

function tallyLine({diagnostics}: Report, messages: Messages, {colors}: Look): string {
  const problems = tally(diagnostics, messages)
  const hasErrors = diagnostics.some(({level}) => level === 'error')
  return problems && (hasErrors ? colors.red : colors.yellow)(messages.say('text.problems', {problems}))
}

/** That texts are kept aside, and how to see them. */
function keptLine({kept = 0}: Report, {say}: Messages, look: Look): string {
  return kept > 0 ? prose(say('text.kept', {count: kept}), look) : ''
}

/** Where people find what `sync` made, whether it made it now or before. */
function places(
  {verb, dryRun, coverage, diagnostics}: Report,
  outbox: string,
  {say, list}: Messages,
  look: Look
): string {
  if (verb !== 'sync' || dryRun || coverage.length === 0) return ''
  const held = new Set(
    diagnostics.flatMap(({id, path, locale}) => (id === 'page-held-back' ? [`${locale} ${path}`] : []))
  )
  const built = coverage.filter(
    ({segments, sourcePath, targetLocale}) => segments.valid > 0 && !held.has(`${targetLocale} ${sourcePath}`)
  )
  const folders = [...new Set(built.map(({targetPath, document}) => folderOf(targetPath, document)))]
  const key = folders.length === 0 ? 'handoffs' : wordsToDo(coverage) > 0 ? 'both' : 'documents'
  return prose(say(`text.places.${key}`, {documents: list(folders), outbox}), look)
}

/** The folder of a locale: a document's path without the document. */
function folderOf(targetPath: string, document: string): string {
  return targetPath.endsWith(document) ? targetPath.slice(0, targetPath.length - document.length) : targetPath
}

/** The one thing to do now. */
function next(report: Report, outbox: string, {say, has, language}: Messages, look: Look): string {
  const archive = report.verb === 'export' && /\.zip$/i.test(outbox) ? 'Archive' : ''
  const key = `text.next.${nextKey(report)}${archive}`
  if (!has(key)) return ''
  const {inbox} = report.folders
  const folders = report.changes.filter(({kind, path}) => kind === 'folder' && path !== inbox)
  // Who reads French most likely writes in French.
  const own = folders.find(({path}) => path.endsWith(`/${language}`)) ?? folders[0]
  const folder = own?.path ?? 'locales'
  const words = say('table.words', {count: wordsToDo(report.coverage)})
  return prose(say(key, {outbox, inbox, folder, words}), look)
}

/** A name below `text.next`; a verb after which there is nothing to do has none. */
function nextKey({verb, dryRun, changes, coverage, diagnostics}: Report): NamesIn<'text.next'> | Verb | '' {
  if (dryRun) return changes.length > 0 ? 'dry-run' : ''
  if (verb !== 'status' && diagnostics.some(({level}) => level === 'error')) return 'errors'
  // Where a configuration became data, texts are there already.
  if (verb === 'init') return changes.some(({kind}) => kind === 'folder') ? verb : ''
  if (verb !== 'sync' && verb !== 'status') return changes.length > 0 ? verb : ''
  if (coverage.length === 0) return ''
  return wordsToDo(coverage) > 0 ? `${verb}-todo` : 'complete'
}

function wordsToDo(coverage: ReadonlyArray<Coverage>): number {
  return coverage.reduce((sum, {words}) => sum + words.todo, 0)
}
