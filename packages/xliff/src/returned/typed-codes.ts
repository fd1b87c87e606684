import {codesOf, type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import {lostFrom, placesIn} from './put-back.ts'
import {type Around, mapTexts, type Undone} from './undoing.ts'

/** If more codes than this are lost, nobody typed them; the target is searched once for each. */
const MOST = 100

/**
 * Turn the text of a code that somebody typed by hand into that code.
 *
 * Tools show `equiv`, some in brackets of their own, and translators type what they see. It is taken for the code if
 * the target has lost the code and has its text once, and the source does not have that text.
 */
export function restoreTyped(target: Content, {source, repair}: Around): Undone {
  if (repair === 'none') return {content: target, count: 0}
  // Nearly all targets have as many codes as their source, and need no search.
  if (countCodes(target) >= countCodes(source)) return {content: target, count: 0}
  const lost = source.filter(lostFrom(target)).filter(({type}) => type === 'standalone')
  if (lost.length === 0 || lost.length > MOST) return {content: target, count: 0}
  const meant = textOf(source)
  let content = target
  let count = 0
  for (const code of lost) {
    const isTwin = lost.some((other) => other !== code && other.equiv === code.equiv)
    const form = isTwin ? undefined : formsOf(code, content).find((each) => isMeant(each, content, meant))
    if (form === undefined) continue
    content = putInPlace(content, form, code)
    count++
  }
  return {content, count}
}

/**
 * Remove braces that somebody typed around a placeholder: a tool made only the text between them a code, as in
 * `{<x/>}`.
 */
export function unbrace(target: Content, {source, repair}: Around): Undone {
  if (repair === 'none') return {content: target, count: 0}
  const isAny = target.some((part) => typeof part === 'string' && part.includes('{'))
  if (!isAny || /[{}]/.test(textOf(source))) return {content: target, count: 0}
  const isBraced = (at: number): boolean => {
    const [before, code, after] = target.slice(Math.max(at - 1, 0), at + 2)
    if (at === 0 || typeof code !== 'object' || code.kind !== 'placeholder') return false
    return (
      typeof before === 'string' && before.endsWith('{') && typeof after === 'string' && after.startsWith('}')
    )
  }
  let count = 0
  const content = target.map((part, at) => {
    if (typeof part !== 'string') return part
    const [opens, closes] = [isBraced(at + 1), isBraced(at - 1)]
    if (opens) count++
    return part
      .slice(closes ? (/^\}{1,2}/.exec(part)?.[0].length ?? 0) : 0)
      .replace(opens ? /\{{1,2}$/ : /(?!)/, '')
  })
  return {content: count === 0 ? target : tidy(content), count}
}

/** Remove marks of Markdown that somebody typed around a pair that is there: `**<g>words</g>**`. */
export function unmarked(target: Content, {source, repair}: Around): Undone {
  if (repair === 'none') return {content: target, count: 0}
  const isAny = target.some((part) => typeof part === 'string' && /[*_~]$/.test(part))
  if (!isAny || /[*_~]/.test(textOf(source))) return {content: target, count: 0}
  const content = [...target]
  let count = 0
  for (const [at, code] of target.entries()) {
    if (typeof code === 'string' || code.type !== 'open' || !EMPHASIS.has(code.kind)) continue
    const end = target.findIndex(
      (part) => typeof part !== 'string' && part.type === 'close' && part.id === code.id
    )
    const [before, after] = [content[at - 1], content[end + 1]]
    if (end < 0 || typeof before !== 'string' || typeof after !== 'string') continue
    const marks = /(?:\*{1,2}|_{1,2}|~~)$/.exec(before)?.[0]
    if (marks === undefined || !after.startsWith(marks)) continue
    content[at - 1] = before.slice(0, -marks.length)
    content[end + 1] = after.slice(marks.length)
    count++
  }
  return {content: count === 0 ? target : tidy(content), count}
}

const EMPHASIS: ReadonlySet<InlineCode['kind']> = new Set(['bold', 'italic', 'strike'])

/** Remove the text of a code that somebody typed right beside the code: `npm i <x/>`. */
export function untwin(target: Content, {source, repair}: Around): Undone {
  if (repair === 'none') return {content: target, count: 0}
  const meant = textOf(source)
  const content = [...target]
  let count = 0
  for (const [at, code] of target.entries()) {
    if (typeof code === 'string' || code.type !== 'standalone') continue
    const form = plainFormsOf(code, target).find((each) => isMeant(each, target, meant))
    if (form === undefined) continue
    for (const [beside, edge] of [
      [at - 1, source[0]],
      [at + 1, source.at(-1)]
    ] as const) {
      const left = withoutTwin(content[beside], form, beside < at ? 'end' : 'start')
      // If it is the only text there, somebody means it, unless the source has no text there either.
      const isEdge = typeof edge === 'object' && edge.id === code.id
      if (left === undefined || (left.trim() === '' && !isEdge)) continue
      content[beside] = left
      count++
      break
    }
  }
  return {content: count === 0 ? target : tidy(content), count}
}

/** A text without a form at its start or end; undefined where the form does not stand there. */
function withoutTwin(
  text: Content[number] | undefined,
  form: string,
  where: 'start' | 'end'
): string | undefined {
  if (typeof text !== 'string') return undefined
  if (where === 'end') {
    const trimmed = text.trimEnd()
    return trimmed.endsWith(form) ? trimmed.slice(0, -form.length) : undefined
  }
  const trimmed = text.trimStart()
  return trimmed.startsWith(form) ? trimmed.slice(form.length) : undefined
}

function countCodes(content: Content): number {
  let count = 0
  for (const part of content) if (typeof part !== 'string') count++
  return count
}

/**
 * Remove backticks that somebody typed around a code without a text of its own, or the code's text in backticks beside
 * it.
 */
export function untick(target: Content, {source, repair}: Around): Undone {
  if (repair === 'none') return {content: target, count: 0}
  const hasTicks = target.some((part) => typeof part === 'string' && part.includes('`'))
  if (!hasTicks || textOf(source).includes('`')) return {content: target, count: 0}
  const bare = withoutTicks(target)
  return codesOf(source)
    .filter(({kind, type}) => kind === 'code' && type === 'standalone')
    .reduce<Undone>(({content, count}, code) => {
      const at = content.findIndex((part) => typeof part !== 'string' && part.id === code.id)
      const form =
        at < 0 ? undefined : tickedFormsOf(code, content).find((each) => isMeant(each, content, ''))
      if (form === undefined) return {content, count}
      const others = tidy(content.toSpliced(at, 1)).map((part) =>
        typeof part === 'string' ? part.replace(/ {2,}/g, ' ') : part
      )
      return {content: putInPlace(others, form, code), count: count + 1}
    }, bare)
}

/** Backticks on both sides of a code. */
function withoutTicks(target: Content): Undone {
  const isTicked = (at: number): boolean => {
    const [before, code, after] = [target[at - 1], target[at], target[at + 1]]
    if (typeof code !== 'object' || code.kind !== 'code') return false
    return (
      typeof before === 'string' && before.endsWith('`') && typeof after === 'string' && after.startsWith('`')
    )
  }
  const {content, count} = mapTexts(target, (text, at) => {
    const head = isTicked(at - 1) ? text.replace(/^`+/, '') : text
    return isTicked(at + 1) ? head.replace(/`+$/, '') : head
  })
  return {content: count === 0 ? target : tidy(content), count: Math.ceil(count / 2)}
}

/** How a code span is typed; of one that tools show shortened, how it begins. */
function tickedFormsOf({kind, equiv = ''}: InlineCode, content: Content): string[] {
  if (kind !== 'code' || equiv === '') return []
  const spans = textOf(content).match(/`+[^`]+`+/g) ?? []
  return spans.filter((span) => {
    const code = span.replace(/^`+ ?| ?`+$/g, '')
    return equiv.endsWith('…') ? code.startsWith(equiv.slice(0, -1)) : code === equiv
  })
}

/** A placeholder in braces of any kind. */
const BRACED = /\{\{[^{}]+\}\}|\{[^{}]+\}|｛｛?[^｛｝{}]+｝｝?|\[\[[^[\]]+\]\]|%\w+%/g

/**
 * Put back a placeholder whose name was translated, such as `{{nom}}`, or which has other braces: if one is lost, and
 * one is typed that the source does not have, they are the same.
 */
export function restoreRenamed(target: Content, {source, repair}: Around): Undone {
  const none = {content: target, count: 0}
  if (repair === 'none') return none
  const lost = source
    .filter(lostFrom(target))
    .filter(({type, kind}) => type === 'standalone' && kind === 'placeholder')
  if (lost.length !== 1) return none
  const meant = textOf(source)
  const typed = (textOf(target).match(BRACED) ?? []).filter((each) => !meant.includes(each))
  const [form = ''] = typed
  if (typed.length !== 1 || placesIn(target, form).length !== 1) return none
  return {content: putInPlace(target, form, lost[0]!), count: 1}
}

/** What people type for a code, the longest first. A word that may be one of the language does not count. */
function formsOf(code: InlineCode, content: Content): string[] {
  return [...tickedFormsOf(code, content), ...plainFormsOf(code, content)]
}

function plainFormsOf({kind, equiv = ''}: InlineCode, content: Content): string[] {
  if (equiv === '' || /\s{2}|^\s|\s$/.test(equiv)) return []
  const isOwn = kind === 'code' ? /[^\p{L}]/u.test(equiv) : /[^\p{L}\p{N}\s]/u.test(equiv)
  // With blanks, and with its format, which hand-offs do not show: `{ date }`, `{{count, number}}`.
  const braced = textOf(content)
    .match(/\{\{[^{}]+\}\}|\{[^{}]+\}/g)
    ?.find(
      (each) =>
        each
          .replace(/^\{+|\}+$/g, '')
          .split(',')[0]!
          .trim() === equiv
    )
  const written = kind === 'footnote' ? [equiv.replace('[', '[^')] : kind === 'url' ? [`<${equiv}>`] : []
  return [...(braced ? [braced] : []), ...written, ...(isOwn ? [equiv] : [])]
}

function isMeant(form: string, content: Content, meant: string): boolean {
  return !meant.includes(form) && placesIn(content, form).length === 1
}

function putInPlace(content: Content, form: string, code: InlineCode): Content {
  const [{part, offset}] = placesIn(content, form) as [{part: number; offset: number}]
  const text = content[part] as string
  return tidy(content.toSpliced(part, 1, text.slice(0, offset), code, text.slice(offset + form.length)))
}
