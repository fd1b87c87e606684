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

/** The files that an OmegaT project translates, with paths below its `source/`. */
export type OmegatSources = ReadonlyArray<Incoming>

/** The sources of a project on disk, given the path of its memory. */
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

/** The sources of a project in an archive. */
export function sourcesAmong(files: ReadonlyArray<Incoming>, memory: string): OmegatSources {
  const folder = `${memory.slice(0, -'omegat/project_save.tmx'.length)}source/`
  return files
    .filter(({path}) => path.startsWith(folder))
    .map(({path, bytes}) => ({path: path.slice(folder.length), bytes}))
}

/** The sources as files; what is wrong with them was reported when they were taken themselves. */
export function* filesOf(
  sources: OmegatSources
): Generator<readonly [name: string, file: ReadFile], undefined> {
  for (const {path, bytes} of sources) {
    for (const file of read(bytes, path).files) yield [path, file]
  }
}

/** Repairs in a memory, without those that translated files brought and reported before. */
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

/** What a translated file has brought: a key for each translation, made of its segment and text. */
export function broughtBy({bitext}: ReadFile): string[] {
  return bitext.units.flatMap(({id, pairs}) =>
    pairs.flatMap((pair) => (pair.target ? [broughtAs(id, pair, pair.target)] : []))
  )
}

function broughtAs(unit: string, {id}: Pair, target: Content): string {
  return `${unit}/${id} ${signature(target)}`
}

/** A file without translations that other files have brought; copies of sources never count as brought. */
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

/** All translations of a document, used or not, as such keys. */
function translationsIn(bitext: Bitext | undefined): string[] {
  const pairs = bitext?.units.flatMap((unit) => unit.pairs) ?? []
  return pairs.flatMap(({target, candidates}) =>
    [...(target ? [target] : []), ...candidates.map((candidate) => candidate.target)].map(signature)
  )
}

/**
 * Whether a file belongs to an OmegaT project whose translated files came back with it. Those count; the sources and
 * the memory may lack units.
 */
export function isBesideTarget(path: string, paths: ReadonlyArray<string>): boolean {
  const [isOfProject, root = ''] = /^(.*\/)?(?:source\/.*|omegat\/project_save\.tmx)$/.exec(path) ?? []
  return isOfProject !== undefined && paths.some((other) => other.startsWith(`${root}target/`))
}

/**
 * Who says what is in each of several files: the file itself, or its OmegaT project. So if the memory of a project
 * differs from its translated files, the memory, which is read later, is right.
 */
export function voicesOf(paths: ReadonlyArray<string>): (path: string) => string {
  const roots = paths.filter(isMemoryName).map((memory) => memory.slice(0, -MEMORY.length))
  return (path) => roots.find((root) => path.startsWith(root)) ?? path
}

const MEMORY = 'omegat/project_save.tmx'

const START: Place = {line: 1, column: 1, offset: 0}

/** Our documents as they would be handed off now, in the languages of a memory that came without its sources. */
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
