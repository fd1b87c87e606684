import {
  type Content,
  codesOf,
  dress,
  excerptOf,
  fingerprint,
  type InlineCode,
  isBalanced,
  signature,
  textOf,
  tidy
} from '@passerelle/model'
import type {Inline, InlineContext} from './inline-read.ts'
import {putBack} from './put-back.ts'
import {restoreTyped, unbrace} from './typed.ts'

/** What is known of the target that is repaired. */
export interface Returned {
  readonly source: Content
  /** Fingerprint of the target as exported. */
  readonly exported: string | undefined
  readonly offset: number
}

/**
 * Make the target of a segment what its translator meant.
 *
 * Codes whose attributes a tool dropped look like those of the source again. Unless the target is the exported one,
 * codes pasted as escaped text, or typed as what stands for them, are codes again, lost codes are put back as the policy
 * says, and white space at an edge where the source has none goes. What is put right is reported, and so is what cannot
 * be.
 */
export function repairTarget(
  target: Inline,
  {source, exported, offset}: Returned,
  context: InlineContext
): Content {
  const about = {offset, unit: context.unit}
  const dressed = target.bare.size === 0 ? target.content : dressBare(target, source)
  const restored = restoreCodes(dressed, source)
  const typed = context.repair === 'none' ? restored : retype(restored, source)
  const whole = putBack(typed.content, source, context.repair, context.key)
  const bare = trimEdges(whole.content, source)
  const isUnbalanced = !isBalanced(bare) && isBalanced(source)
  if (bare === dressed && !isUnbalanced) return bare
  if (exported !== undefined && fingerprint(signature(dressed)) === exported) return dressed
  const {count} = typed
  const text = excerptOf(bare)
  if (count > 0) context.report('code-restored', 'warning', {count, text}, about)
  if (whole.count > 0) context.report('code-put-back', 'warning', {count: whole.count, text}, about)
  if (bare !== whole.content) context.report('edge-space-trimmed', 'info', {text: textOf(bare)}, about)
  if (isUnbalanced) context.report('code-unbalanced', 'error', {text: textOf(bare)}, about)
  return bare
}

interface Restored {
  readonly content: Content
  readonly count: number
}

/** Make codes of what was typed for them, and take off what was typed around those that are there. */
function retype({content, count}: Restored, source: Content): Restored {
  const bare = unbrace(content, source)
  const typed = restoreTyped(bare.content, source)
  return {content: typed.content, count: count + bare.count + typed.count}
}

function dressBare(target: Inline, source: Content): Content {
  const looks = dress(target.content, source)
  return target.content.map((part, index) =>
    typeof part !== 'string' && target.bare.has(part) ? looks[index]! : part
  )
}

/** Take off edge white space that the source does not have; segments have none. */
function trimEdges(target: Content, source: Content): Content {
  const [first, last] = [target[0], target.at(-1)]
  const atStart = typeof first === 'string' && /^\s/u.test(first) && !edgeIsSpace(source[0], /^\s/u)
  const atEnd = typeof last === 'string' && /\s$/u.test(last) && !edgeIsSpace(source.at(-1), /\s$/u)
  if ((!atStart && !atEnd) || textOf(target).trim() === '') return target
  const trimmed = [...target]
  if (atStart) trimmed[0] = (trimmed[0] as string).trimStart()
  if (atEnd) trimmed[trimmed.length - 1] = (trimmed.at(-1) as string).trimEnd()
  return tidy(trimmed)
}

function edgeIsSpace(part: string | InlineCode | undefined, edge: RegExp): boolean {
  return typeof part === 'string' && edge.test(part)
}

/** A code spelled as text; machines that translate put blanks into tags and change their case. */
const PASTED =
  /<\s*(\/?)\s*(g|x|bx|ex|bpt|ept|ph|it|pc|sc|ec)(?=[\s/>])((?:[^<>"]|"[^"]{0,500}")*?)(\/?)\s*>/gi

const ID = /\b(?:id|startRef)\s*=\s*["'“”„‘’«»]?\s*([\w.:-]+)/i

/** Turn text that spells a code of the source, and that the target does not have yet, into that code. */
function restoreCodes(target: Content, source: Content): Restored {
  if (!target.some((part) => typeof part === 'string' && part.includes('<')))
    return {content: target, count: 0}
  const missing = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code]))
  for (const code of codesOf(target)) missing.delete(`${code.type} ${code.id}`)
  let count = 0
  const open: string[] = []
  const take = (closing: boolean, name: string, id: string | undefined): InlineCode | undefined => {
    const type = closing || name === 'ex' || name === 'ec' || name === 'ept' ? 'close' : undefined
    const known = closing ? open.at(-1) : id
    for (const candidate of type ? [type] : ['open', 'standalone']) {
      const code = missing.get(`${candidate} ${known}`)
      if (!code) continue
      missing.delete(`${candidate} ${known}`)
      if (code.type === 'open' && (name === 'g' || name === 'pc')) open.push(code.id)
      if (closing) open.pop()
      count++
      return code
    }
    return undefined
  }
  const meant = textOf(source)
  const content = target.flatMap((part) =>
    typeof part === 'string' ? splitPasted(part, meant, take) : [part]
  )
  return {content: count === 0 ? target : tidy(content), count}
}

function splitPasted(
  text: string,
  meant: string,
  take: (closing: boolean, name: string, id: string | undefined) => InlineCode | undefined
): (string | InlineCode)[] {
  if (!text.includes('<')) return [text]
  const parts: (string | InlineCode)[] = []
  let from = 0
  for (const match of text.matchAll(PASTED)) {
    // An author who writes about XLIFF means what stands there.
    if (meant.includes(match[0])) continue
    const code = take(match[1] === '/', match[2]!.toLowerCase(), ID.exec(match[3] ?? '')?.[1])
    if (!code) continue
    parts.push(text.slice(from, match.index), code)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}
