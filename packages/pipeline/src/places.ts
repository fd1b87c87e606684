import {
  codesOf,
  type Content,
  createLikest,
  features,
  type Likest,
  normalize,
  type Pair,
  type Unit
} from '@passerelle/model'

/** Least likeness of a returned source and one of today's for its translation to be shown as an earlier one. */
const ALIKE = 0.5

/** What an id has at its end where its unit was met before in a file. */
const TWIN = /\.\.\d+$/

/** Where a returned translation belongs. */
export interface Place {
  /** Key of the segment of today, `unit/pair`. */
  readonly key: string
  /** Whether its source is still the same. */
  readonly same: boolean
  /** Whether it has the id that came back, and is not found by its source. */
  readonly named: boolean
}

/**
 * A finder of the segment of today to which a returned translation belongs.
 *
 * It is the one with its id where the source is still the same, else one with the same source, else the one most alike.
 * Codes say little: tools drop what they stand for, in sources too, and write one kind of code for another.
 *
 * @param pairs
 *   Segments of today by `unit/pair`.
 */
export function placesIn(
  pairs: ReadonlyMap<string, Pair>
): (unit: Pick<Unit, 'id'>, pair: Pair) => Place | undefined {
  const bySource = indexed(pairs, normalize)
  const byShape = indexed(pairs, shapeOf)
  const keys = [...pairs.keys()]
  let likest: Likest | undefined
  return (unit, pair) => {
    const source = normalize(pair.source)
    const shape = shapeOf(pair.source)
    const own = [unit.id, unit.id.replace(TWIN, '')]
      .map((id) => `${id}/${pair.id}`)
      .filter((key) => pairs.has(key))
    const named =
      own.find((key) => normalize(pairs.get(key)!.source) === source) ??
      own.find((key) => shapeOf(pairs.get(key)!.source) === shape)
    const key = named ?? bySource(source) ?? byShape(shape)
    if (key !== undefined) return {key, same: true, named: named !== undefined}
    likest ??= createLikest(
      keys.map((known) => features(pairs.get(known)!.source)),
      ALIKE
    )
    const alike = likest.find(features(pair.source))
    return alike === undefined ? undefined : {key: keys[alike]!, same: false, named: false}
  }
}

/** Finds the first segment with a form of its source; the forms are made when one is first looked for. */
function indexed(
  pairs: ReadonlyMap<string, Pair>,
  formOf: (source: Content) => string
): (form: string) => string | undefined {
  let index: Map<string, string> | undefined
  return (form) => {
    index ??= new Map([...pairs].reverse().map(([key, {source}]) => [formOf(source), key]))
    return index.get(form)
  }
}

/** A content but for what its codes stand for, and the white space beside them, which tools add and take. */
function shapeOf(content: Content): string {
  const plain = normalize(content.map((part) => (typeof part === 'string' ? part : {...part, kind: 'other'})))
  return plain.replace(/\s*(\u0001[^\u0002]*\u0002)\s*/g, '$1')
}

/** Whether the codes of two sources, the same but for them, have other ids. */
export function areRenumbered(from: Content, to: Content): boolean {
  const fresh = headsOf(to)
  return headsOf(from).some((id, index) => id !== fresh[index])
}

/** Give the codes of a target the ids they have in today's source, where its own source, the same but for them, has others. */
export function renumber(target: Content, from: Content, to: Content): Content {
  const [old, fresh] = [headsOf(from), headsOf(to)]
  const ids = new Map(old.map((id, index) => [id, fresh[index]]))
  if (ids.size !== fresh.length || ids.size !== old.length) return target
  return target.map((part) => (typeof part === 'string' ? part : {...part, id: ids.get(part.id) ?? part.id}))
}

/** Ids of codes, each once, by where they begin. */
export function headsOf(content: Content): string[] {
  return codesOf(content)
    .filter(({type}) => type !== 'close')
    .map(({id}) => id)
}
