import {codesOf, type Content, type InlineCode} from '@passerelle/model'
import {type Span, spansOf} from './codes.ts'
import {living, type Plan} from './plan.ts'
import type {Values} from './print.ts'

/** Why a target cannot be written. */
export interface Refusal {
  readonly reason: 'code-invented' | 'code-typed' | 'code-broken' | 'target-empty' | 'not-json'
  /** The text at fault. */
  readonly text: string
}

export type Proof = {readonly value: string} | Refusal

/**
 * The value that shows a target: its text, and the codes as its source writes them.
 *
 * i18next has no escape for its own syntax, so text that it would take for a code cannot be written at all.
 * Found by looking at the value as i18next will: every code there must be one of the target's, at its place,
 * and every code of the target must be there. What `protect` names is text to i18next and may come and go.
 * For an empty value i18next shows its key, so an empty target is refused.
 */
export function valueOf(target: Content, source: Content): Proof {
  const written = withSourceCodes(target, source)
  if ('reason' in written) return written
  const {value, spans} = written
  if (value === '') return {reason: 'target-empty', text: ''}
  const builtIn = new Set(
    codesOf(source)
      .map(({raw}) => raw)
      .filter(isBuiltIn)
  )

  const seen = new Map(spansOf(value).map((span) => [span.start, span]))
  for (const span of seen.values()) {
    const known = spans.some(({start, end}) => start <= span.start && span.end <= end)
    if (!known) return {reason: 'code-typed', text: span.raw}
  }
  for (const {start, end, code} of spans) {
    if (!builtIn.has(code.raw)) continue
    const span = seen.get(start)
    if (span?.end !== end || !isSameRole(code, span)) return {reason: 'code-broken', text: code.raw}
  }
  return {value}
}

/** What the target's file means, as JSON of the plainest form. */
export function meaningOf(text: string, plan: Plan, values: Values): string {
  if (plan.type === 'atom') return text.slice(plan.start, plan.end)
  if (plan.type === 'string') return JSON.stringify(values.get(plan) ?? plan.node.value)
  if (plan.type === 'array') return `[${plan.items.map((item) => meaningOf(text, item, values)).join()}]`
  const members = living(plan).map(
    ({key, value}) => `${JSON.stringify(key)}:${meaningOf(text, value, values)}`
  )
  return `{${members.join()}}`
}

/** Whether two files say the same to whoever parses them, the order of their keys included. */
export function sameMeaning(file: string, meaning: string): boolean {
  try {
    const parsed = JSON.stringify(JSON.parse(file.replace(/^\uFEFF/, '')))
    return parsed === JSON.stringify(JSON.parse(meaning))
  } catch {
    return false
  }
}

/** A value as it is written to a file, and where its codes stand in it. */
interface WrittenValue {
  readonly value: string
  readonly spans: ReadonlyArray<{readonly start: number; readonly end: number; readonly code: InlineCode}>
}

/**
 * Print a target with the codes of its source; a code that the source does not have is refused.
 *
 * A pair that spans sentences comes back in pieces, `2` and `2~1`, where its translation could not be joined.
 */
function withSourceCodes(target: Content, source: Content): WrittenValue | Refusal {
  const codes = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code]))
  const spans: {start: number; end: number; code: InlineCode}[] = []
  let value = ''
  for (const part of target) {
    if (typeof part === 'string') {
      value += part
      continue
    }
    const code = codes.get(`${part.type} ${part.id.replace(/~\d+$/, '')}`)
    if (!code) return {reason: 'code-invented', text: part.raw || part.equiv || part.id}
    spans.push({start: value.length, end: value.length + code.raw.length, code})
    value += code.raw
  }
  return {value, spans}
}

/** Whether i18next or its Trans component takes a text for one code. */
function isBuiltIn(raw: string): boolean {
  const [span] = spansOf(raw)
  return span?.start === 0 && span.end === raw.length
}

/** A tag that stood alone in the source may find a partner; one of a pair must not lose it. */
function isSameRole(code: InlineCode, span: Span): boolean {
  return code.type === 'standalone' || code.type === span.type
}
