import type {Candidate, Content} from '@passerelle/model'
import {type InlineContext, readInline} from '../inline/read-inline.ts'
import {candidateOf} from '../words/kinds.ts'
import {isDeletion} from '../words/tool-formats.ts'
import {unspell} from '../xml/escape.ts'
import {childOf, childrenOf, type Element, textIn} from '../xml/parse.ts'

/**
 * Memories write matches, and tools write what stands between segments. Neither is a translator's work, so their flaws
 * are not reported.
 */
const QUIET: InlineContext = {
  report: () => {},
  unit: '',
  pair: '',
  data: new Map(),
  spelled: false,
  isDropped: isDeletion
}

/** Text of an ignorable. Tools put codes there, too; our gaps have none. */
export function gapOf(element: Element): string {
  const source = childOf(element, 'source')
  const content = source ? readInline(source.children, {...QUIET}).content : []
  return content.map((part) => (typeof part === 'string' ? part : '')).join('')
}

/** Original data of a unit or a match, by id. */
export function originalData(element: Element): ReadonlyMap<string, string> {
  const original = childOf(element, 'originalData')
  const entries = original ? childrenOf(original, 'data') : []
  return new Map(entries.map((data) => [data.attributes['id'] ?? '', textIn(data)]))
}

/** Matches of a unit, by the segment they refer to. */
export function matchesOf(element: Element): ReadonlyMap<string, Element[]> {
  const all = childrenOf(childOf(element, 'matches') ?? element, 'match')
  return Map.groupBy(all, ({attributes}) => (attributes['ref'] ?? '').replace(/^.*#/, ''))
}

/** A candidate, as the translation candidates module of XLIFF 2 has it. */
export function readMatch(element: Element): Candidate {
  const {similarity, matchQuality, type, subType, origin} = element.attributes
  const score = Number.parseFloat(similarity ?? matchQuality ?? '')
  const quiet: InlineContext = {...QUIET, data: originalData(element)}
  const side = (name: string): Content => readInline(childOf(element, name)?.children ?? [], quiet).content
  return {
    kind: candidateOf({ours: subType, type}, score),
    source: side('source'),
    target: side('target'),
    ...(score >= 0 && {score}),
    ...(origin !== undefined && {origin: unspell(origin)})
  }
}
