import {
  codesOf,
  type Content,
  type InlineCode,
  isBalanced,
  mayBeLeftOut,
  textOf,
  tidy
} from '@passerelle/model'
import type {RepairPolicy} from '../words/repair-policy.ts'
import type {Around, Undone} from './undoing.ts'

/**
 * Put back codes that the target has lost, where the policy is sure of their place.
 *
 * A target without any text is not translated, and stays as it is. A code that may be left out is not lost; see
 * `mayBeLeftOut`.
 */
export function putBack(target: Content, {source, repair: policy, key}: Around): Undone {
  const isWhole = policy === 'none' || !source.some(lostFrom(target))
  if (isWhole || textOf(target).trim() === '') return {content: target, count: 0}
  // A placeholder that came back as `{time}` is damaged, not lost: putting it back would make two of it.
  const isSpelled = countBraces(target) > countBraces(source)
  const isMeant = (code: InlineCode): boolean =>
    !mayBeLeftOut(code, key) && !(isSpelled && code.kind === 'placeholder')
  const content = putAll(target, {source, policy, isMeant})
  return {content, count: codesOf(content).length - codesOf(target).length}
}

function countBraces(content: Content): number {
  return content.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.split(/[{}]/).length - 1 : 0),
    0
  )
}

/** How a target is made whole. */
interface Plan {
  readonly source: Content
  readonly policy: RepairPolicy
  /** Whether a lost code may be put back. */
  readonly isMeant: (code: InlineCode) => boolean
}

/**
 * Put codes back until no more can be: a code that was put back may be the neighbour that shows where the next belongs.
 */
function putAll(target: Content, plan: Plan): Content {
  const edged = putAtEdges(target, plan)
  const content = plan.policy === 'anchored' ? putBeside(putAround(edged, plan), plan) : edged
  return codesOf(content).length === codesOf(target).length ? target : putAll(content, plan)
}

type Test = (part: string | InlineCode) => part is InlineCode

/** A test for the codes that a target has lost, both halves of a pair included. */
export function lostFrom(target: Content, isMeant: Plan['isMeant'] = () => true): Test {
  let known: Set<string> | undefined
  return (part): part is InlineCode => {
    if (typeof part === 'string' || !isMeant(part)) return false
    known ??= new Set(codesOf(target).map(({id}) => id))
    return !known.has(part.id)
  }
}

function putAtEdges(target: Content, {source, isMeant}: Plan): Content {
  const isLost = lostFrom(target, isMeant)
  const alone: Test = (part): part is InlineCode => isLost(part) && part.type === 'standalone'
  // Pairs are put at the edges only if both ends belong there; if not, only codes that stand alone are.
  const edges = [isLost, alone].map((test) => edgesOf(source, test))
  const {before, after} = edges.find((edge) => isBalanced([...edge.before, ...edge.after])) ?? NO_EDGE
  const first = before.length > 0 ? spaceBetween(source[before.length], target[0], /^\s+/u) : ''
  const last = after.length > 0 ? spaceBetween(source.at(-after.length - 1), target.at(-1), /\s+$/u) : ''
  return tidy([...before, first, ...target, last, ...after])
}

interface Edges {
  readonly before: Content
  readonly after: Content
}

const NO_EDGE: Edges = {before: [], after: []}

/** The codes at both edges of a content that pass a test. A content without text has no edges. */
function edgesOf(content: Content, test: Test): Edges {
  const first = content.findIndex((part) => !test(part))
  const last = content.findLastIndex((part) => !test(part))
  return first < 0 ? NO_EDGE : {before: content.slice(0, first), after: content.slice(last + 1)}
}

/** The white space that the source has beside a code at its edge, unless the target has some there. */
function spaceBetween(
  source: string | InlineCode | undefined,
  target: string | InlineCode | undefined,
  edge: RegExp
): string {
  if (typeof source !== 'string' || (typeof target === 'string' && edge.test(target))) return ''
  return edge.exec(source)?.[0] ?? ''
}

/** Put pairs back around words that source and target have once each, and alike. */
function putAround(target: Content, {source, isMeant}: Plan): Content {
  const isLost = lostFrom(target, isMeant)
  let content = target
  for (const [index, open] of source.entries()) {
    const [words, close] = source.slice(index + 1, index + 3)
    if (typeof words !== 'string' || !isLost(open) || open.type !== 'open') continue
    if (typeof close !== 'object' || close.type !== 'close' || close.id !== open.id) continue
    if (/[\p{L}\p{N}]/u.test(words) && placesIn(source, words).length === 1)
      content = encloseOnly(content, words, open, close)
  }
  return content
}

function encloseOnly(content: Content, words: string, open: InlineCode, close: InlineCode): Content {
  const [place, ...others] = placesIn(content, words)
  if (!place || others.length > 0) return content
  const text = content[place.part] as string
  const pieces = [text.slice(0, place.offset), open, words, close, text.slice(place.offset + words.length)]
  return tidy(content.flatMap((part, index) => (index === place.part ? pieces : [part])))
}

/** Where a text stands in a content as whole words; offsets are UTF-16 code units in the part. */
export function placesIn(content: Content, words: string): {part: number; offset: number}[] {
  const goesOn = (before: string | undefined, after: string | undefined): boolean =>
    [before, after].every((character) => /[\p{L}\p{N}]/u.test(character ?? ''))
  return content.flatMap((text, part) => {
    const places: {part: number; offset: number}[] = []
    if (typeof text !== 'string') return places
    for (let offset = text.indexOf(words); offset >= 0; offset = text.indexOf(words, offset + 1))
      if (!goesOn(text[offset - 1], words[0]) && !goesOn(words.at(-1), text[offset + words.length]))
        places.push({part, offset})
    return places
  })
}

/** Put a code back right beside the code that is its neighbour in the source. */
function putBeside(target: Content, {source, isMeant}: Plan): Content {
  const put = (content: Content, index: number, step: -1 | 1): Content => {
    const code = source[index]!
    const neighbour = source[index + step]
    if (typeof code === 'string' || code.type !== 'standalone' || typeof neighbour !== 'object')
      return content
    if (!lostFrom(content, isMeant)(code)) return content
    const at = content.findIndex(
      (part) => typeof part !== 'string' && part.id === neighbour.id && part.type === neighbour.type
    )
    return at < 0 ? content : content.toSpliced(step < 0 ? at + 1 : at, 0, code)
  }
  const rightwards = source.reduce<Content>((content, _, index) => put(content, index, -1), target)
  return source.reduceRight<Content>((content, _, index) => put(content, index, 1), rightwards)
}
