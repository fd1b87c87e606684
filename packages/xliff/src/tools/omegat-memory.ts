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
import {NO_FACTS, type ReadFile} from '../read/draft.ts'
import type {RepairId, SegmentContext} from '../returned/undoing.ts'
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
   *   Path of the file below `source/`, by which translations may be bound to it.
   * @param keyOf
   *   Key of a unit, where it has one.
   * @returns
   *   The file with those of its units for which there are any, and what was repaired in each, by `unit/pair`; undefined
   *   where there are none.
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
  readonly repairs: ReadonlyMap<string, ReadonlyArray<Diagnostic>>
}

interface Entry {
  /** Undefined where there is none; empty where none is wanted. */
  readonly target: string | undefined
  readonly note: string
  readonly offset: number
}

/**
 * Read the memory of an OmegaT project.
 *
 * OmegaT writes translated files only when it is told to, and notes never into them; all is in its memory at once. Its
 * entries are for a text wherever it stands, or bound to a file and id. Those without an author are of the hand-off and no
 * news.
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

function memoryOf(root: Element, {path, way, placeOf}: Around): OmegatMemory {
  const source = childrenOf(root, 'header')[0]?.attributes['srclang'] ?? ''
  const entries = new Map<string, Entry>()
  let target = ''
  for (const body of childrenOf(root, 'body')) {
    for (const tu of childrenOf(body, 'tu')) {
      const tuvs = childrenOf(tu, 'tuv')
      const [from, to] = sidesOf(tuvs, source)
      const note = childrenOf(tu, 'note')
        .map((each) => textIn(each).trim())
        .join('\n')
      if (!from || !(note || (to && isOwn(to)))) continue
      target ||= (to && languageOf(to)) ?? ''
      entries.set(keyOf(tu, from), {target: targetIn(to, note), note, offset: tu.start})
    }
  }
  const taken = new Set<string>()
  return {
    languages: [source, target],
    left: () => entries.size - taken.size,
    fill(file, name, keyOf = () => undefined) {
      const places = new Map<string, Place>()
      const repairs = new Map<string, ReadonlyArray<Diagnostic>>()
      const guessed = new Map<string, RepairId>()
      /** What a translator wrote, made what is meant, as where a file comes back. */
      const targetOf = (target: string, {offset}: Entry, unit: string, {id: pair, source}: Pair): Content => {
        const {report, diagnostics} = createReport(path, placeOf)
        if (target === '' || isEmptySign([target])) {
          report('target-emptied', 'info', {text: excerptOf(source)}, {offset, unit})
          repairs.set(`${unit}/${pair}`, diagnostics)
          return []
        }
        const content = contentOf(target, source)
        const inline: SegmentContext = {
          report,
          unit,
          key: keyOf(unit),
          pair,
          data: NO_DATA,
          spelled: false,
          ...way
        }
        const repaired = repairTarget({content, bare: NONE}, {source, exported: undefined, offset}, inline)
        if (diagnostics.length > 0) repairs.set(`${unit}/${pair}`, diagnostics)
        if (inline.guess) guessed.set(`${unit}/${pair}`, inline.guess)
        return repaired
      }
      const fillPair = (unit: string, pair: Pair): Pair => {
        const keys = [`${name}\u0000${unit}.${pair.id}`, shortcuts(pair.source, pair.source)]
        const key = keys.find((each) => entries.has(each))
        const {target: _, subState: __, comments: ___, ...bare} = pair
        if (key === undefined) return {...bare, state: 'initial', candidates: []}
        const entry = entries.get(key)!
        taken.add(key)
        places.set(`${unit}/${pair.id}`, placeOf(entry.offset))
        return {
          ...bare,
          candidates: [],
          ...(entry.target === undefined
            ? {state: 'initial'}
            : {target: targetOf(entry.target, entry, unit, pair), state: 'translated'}),
          ...(entry.note && {comments: [{text: entry.note}]})
        }
      }
      const units = file.bitext.units.map((unit) => ({
        ...unit,
        pairs: unit.pairs.map((pair) => fillPair(unit.id, pair))
      }))
      if (places.size === 0) return undefined
      const {version} = file
      const bitext = {...file.bitext, units, removed: []}
      const place = placeOf(root.start)
      const filledKeys = units.flatMap(({id, pairs}) =>
        pairs.flatMap((pair) => (pair.target ? [`${id}/${pair.id}`] : []))
      )
      const course = {translated: filledKeys.length, news: filledKeys.length, open: 0}
      // Who writes an entry means it, a copy of the source too.
      const said = new Map(filledKeys.map((filledKey) => [filledKey, 'translated' as const]))
      return {file: {bitext, version, place, places, ...NO_FACTS, said, guessed, course}, repairs}
    }
  }
}

const NO_DATA: ReadonlyMap<string, string> = new Map()

const NONE: ReadonlySet<InlineCode> = new Set()

/** An entry that is bound has a file and an id; others are found by their source. */
function keyOf(tu: Element, source: Element): string {
  const props = new Map(childrenOf(tu, 'prop').map((prop) => [prop.attributes['type'], textIn(prop)]))
  const [file, id] = [props.get('file'), props.get('id')]
  return file !== undefined && id !== undefined
    ? `${file.replaceAll('\\', '/')}\u0000${id.replace(/^f\d+\./, '')}`
    : segmentOf(source)
}

/** Source and target, by the language that the memory is from, else by their order. */
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
 * What a translator wrote. OmegaT writes an empty one where none is wanted, and none where there is none; versions that
 * wrote an empty one beside a note are not told apart from that.
 */
function targetIn(tuv: Element | undefined, note: string): string | undefined {
  const target = tuv && isOwn(tuv) ? segmentOf(tuv) : undefined
  return target === '' && note !== '' ? undefined : target
}

/** OmegaT says who wrote a translation and when; ours have come along unsaid. */
function isOwn({attributes}: Element): boolean {
  return ['changeid', 'changedate', 'creationid', 'creationdate'].some((name) => name in attributes)
}

/** What a translator wrote, its tags the codes of the source; a tag of no code is text. */
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

/** A content without the codes whose other half was not typed: they count as lost. */
function withoutHalves(parts: Content): Content {
  const shapes = shapesOf(parts)
  return tidy(parts.filter((_, index) => shapes[index]?.as !== 'lone'))
}
