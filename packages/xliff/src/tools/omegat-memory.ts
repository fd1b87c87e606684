import {
  codesOf,
  type Content,
  type Diagnostic,
  excerptOf,
  type InlineCode,
  type Pair,
  type Place,
  placesOf,
  tidy
} from '@passerelle/model'
import {decode} from '../xml/decode.ts'
import type {ReadFile, ReadPair} from '../read/read-file.ts'
import type {SegmentContext} from '../returned/undoing.ts'
import {shortcuts} from './omegat-tags.ts'
import {childrenOf, type Element, parse, textIn} from '../xml/parse.ts'
import {isEmptySign} from '../words/profiles.ts'
import {type ReadOptions, type Way, wayOf} from '../read/read.ts'
import {repairTarget} from '../returned/repair.ts'
import {createReport} from '../xml/report.ts'
import {shapesOf} from '../inline/shapes.ts'

/** What a translator did in an OmegaT project, compiled or not: its `omegat/project_save.tmx`. */
export interface OmegatMemory {
  /** Primary languages, source first, as the memory writes them. */
  readonly languages: readonly [source: string, target: string]
  /**
   * A file of the project with the translations and notes that its translator gave it.
   *
   * @param name
   *   Path of the file below `source/`; a translation may be bound to it.
   * @param keyOf
   *   Key of a unit, where it has one.
   * @returns
   *   The file, with only the units that have translations or notes, and what was repaired in each; undefined where
   *   there are none.
   */
  readonly fill: (
    file: ReadFile,
    name: string,
    keyOf?: (unit: string) => string | undefined
  ) => FilledFile | undefined
  /** How many entries no file has taken so far. */
  readonly left: () => number
}

/** A file that was filled from a memory. */
export interface FilledFile {
  readonly file: ReadFile
  /** What was repaired in its pairs. */
  readonly repairs: ReadonlyMap<Pair, ReadonlyArray<Diagnostic>>
}

interface Entry {
  /** Undefined where there is no translation; empty where none is wanted. */
  readonly target: string | undefined
  readonly note: string
  readonly offset: number
}

/**
 * Read the memory of an OmegaT project.
 *
 * OmegaT writes translated files only when it is told to, and never writes notes into them; the memory has everything
 * at once. An entry is for a text wherever it stands, or bound to a file and id. Entries without an author came with
 * the hand-off and are not new.
 */
export function readOmegatMemory(
  input: Uint8Array | string,
  path: string,
  options: ReadOptions = {}
): {readonly memory: OmegatMemory | undefined; readonly diagnostics: ReadonlyArray<Diagnostic>} {
  let text = ''
  const {report, diagnostics} = createReport(path, (offset) => placesOf(text)(offset))
  text = decode(input, report)
  let root: Element | undefined
  const failure = parse(text, {open() {}, close() {}, leaf: (element) => void (root = element)})
  if (failure || root?.name !== 'tmx') {
    report('memory-unreadable', 'error', {reason: failure?.reason ?? ''}, {offset: failure?.offset ?? 0})
    return {memory: undefined, diagnostics}
  }
  return {memory: memoryOf(root, {path, way: wayOf(options), placeOf: placesOf(text)}), diagnostics}
}

interface Around {
  readonly path: string
  readonly way: Way
  readonly placeOf: (offset: number) => Place
}

function memoryOf(root: Element, around: Around): OmegatMemory {
  const source = childrenOf(root, 'header')[0]?.attributes['srclang'] ?? ''
  const {entries, target} = entriesIn(root, source)
  const taken = new Set<string>()
  return {
    languages: [source, target],
    left: () => entries.size - taken.size,
    fill: (file, name, keyOf = () => undefined) =>
      fill(file, {...around, start: root.start, entries, taken, name, keyOf, repairs: new Map(), count: 0})
  }
}

/** Entries of a memory by what they are bound to, and the language of the first that has a target. */
function entriesIn(
  root: Element,
  source: string
): {readonly entries: Map<string, Entry>; readonly target: string} {
  const entries = new Map<string, Entry>()
  let target = ''
  for (const tu of childrenOf(root, 'body').flatMap((body) => childrenOf(body, 'tu'))) {
    const [from, to] = sidesOf(childrenOf(tu, 'tuv'), source)
    const note = childrenOf(tu, 'note')
      .map((each) => textIn(each).trim())
      .join('\n')
    if (!from || !(note || (to && isOwn(to)))) continue
    target ||= (to && languageOf(to)) ?? ''
    entries.set(keyOf(tu, from), {target: targetIn(to, note), note, offset: tu.start})
  }
  return {entries, target}
}

/** A file that is being filled. */
interface Filling extends Around {
  /** Where the memory begins. */
  readonly start: number
  readonly entries: ReadonlyMap<string, Entry>
  /** Entries that some file has taken. */
  readonly taken: Set<string>
  /** Path of the file below `source/`. */
  readonly name: string
  readonly keyOf: (unit: string) => string | undefined
  readonly repairs: Map<Pair, ReadonlyArray<Diagnostic>>
  /** How many of its pairs an entry was found for. */
  count: number
}

function fill(file: ReadFile, filling: Filling): FilledFile | undefined {
  const {placeOf, start, repairs} = filling
  const pairs: ReadPair[] = []
  const units = file.bitext.units.map((unit) => {
    const filled = unit.pairs.map((pair) => fillPair(unit.id, pair, filling))
    const now = {...unit, pairs: filled.map(({pair}) => pair)}
    for (const each of filled) pairs.push({unit: now, unitOffset: start, ...each})
    return now
  })
  if (filling.count === 0) return undefined
  const {version} = file
  const bitext = {...file.bitext, units, removed: []}
  const translated = pairs.filter(({pair}) => pair.target).length
  const tally = {translated, news: translated, open: 0}
  return {file: {bitext, version, place: placeOf(start), pairs, placeOf, tally}, repairs}
}

type FilledPair = Omit<ReadPair, 'unit' | 'unitOffset'>

/** A pair with the translation of its entry; without an entry, untouched. */
function fillPair(unit: string, pair: Pair, filling: Filling): FilledPair {
  const {entries, taken, name, start, repairs} = filling
  const keys = [`${name}\u0000${unit}.${pair.id}`, shortcuts(pair.source, pair.source)]
  const key = keys.find((each) => entries.has(each))
  const {target: _, subState: __, comments: ___, ...bare} = pair
  if (key === undefined) return {pair: {...bare, state: 'initial', candidates: []}, offset: start}
  const entry = entries.get(key)!
  taken.add(key)
  filling.count++
  const comments = entry.note && {comments: [{text: entry.note}]}
  if (entry.target === undefined)
    return {pair: {...bare, candidates: [], state: 'initial', ...comments}, offset: entry.offset}
  const {target, guess, diagnostics} = targetOf(entry.target, {unit, pair, offset: entry.offset}, filling)
  const filled: Pair = {...bare, candidates: [], target, state: 'translated', ...comments}
  if (diagnostics.length > 0) repairs.set(filled, diagnostics)
  // Somebody wrote this entry, so even a copy of the source is meant.
  return {pair: filled, offset: entry.offset, said: 'translated', guess}
}

/** What a translator wrote, put right as where a file comes back. */
function targetOf(
  written: string,
  {unit, pair: {id, source}, offset}: {readonly unit: string; readonly pair: Pair; readonly offset: number},
  {path, placeOf, keyOf, way}: Filling
): {
  readonly target: Content
  readonly guess: ReadPair['guess']
  readonly diagnostics: ReadonlyArray<Diagnostic>
} {
  const {report, diagnostics} = createReport(path, placeOf)
  if (written === '' || isEmptySign([written])) {
    report('target-emptied', 'info', {text: excerptOf(source)}, {offset, unit})
    return {target: [], guess: undefined, diagnostics}
  }
  const content = contentOf(written, source)
  const key = keyOf(unit)
  const context: SegmentContext = {report, unit, key, pair: id, data: NO_DATA, spelled: false, ...way}
  const target = repairTarget({content, bare: NONE}, {source, exported: undefined, offset}, context)
  return {target, guess: context.guess, diagnostics}
}

const NO_DATA: ReadonlyMap<string, string> = new Map()

const NONE: ReadonlySet<InlineCode> = new Set()

/** A bound entry has a file and an id; others are found by their source. */
function keyOf(tu: Element, source: Element): string {
  const props = new Map(childrenOf(tu, 'prop').map((prop) => [prop.attributes['type'], textIn(prop)]))
  const [file, id] = [props.get('file'), props.get('id')]
  return file !== undefined && id !== undefined
    ? `${file.replaceAll('\\', '/')}\u0000${id.replace(/^f\d+\./, '')}`
    : segmentOf(source)
}

/** Source and target, told apart by language, else by their order. */
function sidesOf(tuvs: ReadonlyArray<Element>, source: string): [Element | undefined, Element | undefined] {
  const at = tuvs.findIndex((tuv) => languageOf(tuv).toLowerCase() === source.toLowerCase())
  const from = tuvs[Math.max(at, 0)]
  return [from, tuvs.find((tuv) => tuv !== from)]
}

function languageOf({attributes}: Element): string {
  return attributes['xml:lang'] ?? attributes['lang'] ?? ''
}

function segmentOf(tuv: Element): string {
  return childrenOf(tuv, 'seg').map(textIn).join('')
}

/**
 * What a translator wrote: an empty text where none is wanted, undefined where there is none. Some versions of OmegaT
 * write an empty text beside a note; it cannot be told from the first.
 */
function targetIn(tuv: Element | undefined, note: string): string | undefined {
  const target = tuv && isOwn(tuv) ? segmentOf(tuv) : undefined
  return target === '' && note !== '' ? undefined : target
}

/** Whether somebody wrote this entry in OmegaT, which says who and when; our own entries say neither. */
function isOwn({attributes}: Element): boolean {
  return ['changeid', 'changedate', 'creationid', 'creationdate'].some((name) => name in attributes)
}

/** What a translator wrote as content: tags become codes of the source; a tag without a code stays text. */
function contentOf(text: string, source: Content): Content {
  const ids = [...new Set(codesOf(source).map(({id}) => id))]
  const codes = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code]))
  const parts: (string | InlineCode)[] = []
  let from = 0
  for (const match of text.matchAll(/<(\/?)[a-z](\d+)(\/?)>/g)) {
    const [tag, slash, number, end] = match
    const type = end ? 'standalone' : slash ? 'close' : 'open'
    const code = codes.get(`${type} ${ids[Number(number)]}`)
    if (!code) continue
    parts.push(text.slice(from, match.index), code)
    from = match.index + tag.length
  }
  return withoutHalves([...parts, text.slice(from)])
}

/** A content without codes that have lost their other half: they count as lost. */
function withoutHalves(parts: Content): Content {
  const shapes = shapesOf(parts)
  return tidy(parts.filter((_, index) => shapes[index]?.as !== 'lone'))
}
