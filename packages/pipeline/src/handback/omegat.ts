import {readFile} from 'node:fs/promises'
import {dirname, join, relative, sep} from 'node:path'
import {
  type Bitext,
  type Content,
  type Diagnostic,
  type Pair,
  type Place,
  sameContent,
  signature
} from '@passerelle/model'
import {type FilledFile, type OmegatMemory, read, type ReadFile} from '@passerelle/xliff'
import {type Incoming, isHandbackName, isMemoryName} from '../files/archive.ts'
import {handoffName} from '../project/direction.ts'
import {listHandbacks} from '../files/find-files.ts'
import type {Work} from '../work/work.ts'

/** The files that an OmegaT project translates; their paths are those below its `source/`. */
export type OmegatSources = ReadonlyArray<Incoming>

/** Those of a project on disk, by where its memory lies. */
export async function sourcesBeside(memory: string): Promise<OmegatSources> {
  const folder = join(dirname(memory), '../source')
  const files = (await listHandbacks(folder)).filter(isHandbackName)
  return Promise.all(
    files.map(async (file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: await readFile(file)
    }))
  )
}

/** Those of a project in an archive. */
export function sourcesAmong(files: ReadonlyArray<Incoming>, memory: string): OmegatSources {
  const folder = `${memory.slice(0, -'omegat/project_save.tmx'.length)}source/`
  return files
    .filter(({path}) => path.startsWith(folder))
    .map(({path, bytes}) => ({path: path.slice(folder.length), bytes}))
}

/** Files as they were handed off; what is wrong with them was said when they were taken themselves. */
export function* filesOf(
  sources: OmegatSources
): Generator<readonly [name: string, file: ReadFile], undefined> {
  for (const {path, bytes} of sources) {
    for (const file of read(bytes, path).files) yield [path, file]
  }
}

/** What was repaired in a memory, but for what is there already: translated files have brought it, and told. */
export function newRepairs(
  {file, repairs}: FilledFile,
  today: Bitext | undefined
): ReadonlyArray<Diagnostic> {
  if (repairs.size === 0) return []
  const known = new Set(translationsIn(today))
  return file.pairs.flatMap(({pair}) =>
    pair.target && known.has(signature(pair.target)) ? [] : (repairs.get(pair) ?? [])
  )
}

/** What a translated file has brought: each translation, by its segment and what tells it apart. */
export function broughtBy({bitext}: ReadFile): string[] {
  return bitext.units.flatMap(({id, pairs}) =>
    pairs.flatMap((pair) => (pair.target ? [broughtAs(id, pair, pair.target)] : []))
  )
}

function broughtAs(unit: string, {id}: Pair, target: Content): string {
  return `${unit}/${id} ${signature(target)}`
}

/** A file without what others have brought; copies of sources bring nothing. */
export function withoutBrought(file: ReadFile, brought: ReadonlySet<string>): ReadFile {
  const news = (unit: string, pair: Pair): Pair => {
    const {target, ...bare} = pair
    const isKnown = target && !sameContent(target, pair.source) && brought.has(broughtAs(unit, pair, target))
    return isKnown ? {...bare, state: 'initial'} : pair
  }
  const units = file.bitext.units.map((unit) => ({
    ...unit,
    pairs: unit.pairs.map((pair) => news(unit.id, pair))
  }))
  const now = units.flatMap((unit) => unit.pairs.map((pair) => ({unit, pair})))
  const pairs = file.pairs.map((read, index) => ({...read, ...now[index]}))
  return {...file, bitext: {...file.bitext, units}, pairs}
}

/** All translations of a document, used or not, by what tells them apart. */
function translationsIn(bitext: Bitext | undefined): string[] {
  const pairs = bitext?.units.flatMap((unit) => unit.pairs) ?? []
  return pairs.flatMap(({target, candidates}) =>
    [...(target ? [target] : []), ...candidates.map((candidate) => candidate.target)].map(signature)
  )
}

/**
 * Whether a file is of an OmegaT project whose translated files came back with it: these say what there is, and its sources
 * and memory may well lack units.
 */
export function isBesideTarget(path: string, paths: ReadonlyArray<string>): boolean {
  const [isOfProject, root = ''] = /^(.*\/)?(?:source\/.*|omegat\/project_save\.tmx)$/.exec(path) ?? []
  return isOfProject !== undefined && paths.some((other) => other.startsWith(`${root}target/`))
}

/**
 * Whose word each of several files is that came together: its own, or that of its OmegaT project. What a project has
 * compiled may be older than its memory, which comes after it.
 */
export function voicesOf(paths: ReadonlyArray<string>): (path: string) => string {
  const roots = paths.filter(isMemoryName).map((memory) => memory.slice(0, -MEMORY.length))
  return (path) => roots.find((root) => path.startsWith(root)) ?? path
}

const MEMORY = 'omegat/project_save.tmx'

const START: Place = {line: 1, column: 1, offset: 0}

/** Documents of ours as they would be handed off now, of the languages of a memory that came alone. */
export function* ownFiles(
  works: ReadonlyArray<Work>,
  {languages}: OmegatMemory
): Generator<readonly [name: string, file: ReadFile], undefined> {
  for (const {direction, bitext} of works) {
    const own = [direction.sourceLocale, direction.targetLocale]
    if (own.some((locale, index) => primary(locale) !== primary(languages[index]!))) continue
    const tally = {translated: 0, news: 0, open: 0}
    const file = {bitext, version: '1.2', place: START, pairs: [], placeOf: () => START, tally}
    yield [handoffName(direction.document), file]
  }
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0]!
}
