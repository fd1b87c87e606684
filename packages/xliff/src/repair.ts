import {type Content, codesOf, dress, type InlineCode, isBalanced, textOf, tidy} from '@passerelle/model'
import type {Inline, InlineContext} from './inline-read.ts'

/**
 * Make the target of a segment what its translator meant.
 *
 * Codes whose attributes a tool dropped look like those of the source again; codes pasted as escaped text are codes
 * again. What is put right is reported, and so is what cannot be.
 */
export function repairTarget(
  target: Inline,
  source: Content,
  context: InlineContext,
  offset: number
): Content {
  const about = {offset, unit: context.unit}
  const dressed = target.content.map((part) =>
    typeof part !== 'string' && target.bare.has(part) ? dress([part], source)[0]! : part
  )
  const restored = restoreCodes(dressed, source)
  if (restored.count > 0) context.report('code-restored', 'warning', {count: restored.count}, about)
  if (!isBalanced(restored.content) && isBalanced(source)) {
    context.report('code-unbalanced', 'error', {text: textOf(restored.content)}, about)
  }
  return restored.content
}

const PASTED = /<(\/?)(g|x|bx|ex|bpt|ept|ph|it|pc|sc|ec)(?=[\s/>])([^<>]*?)(\/?)>/g

const ID = /\b(?:id|startRef)\s*=\s*["'“”„‘’«»]?\s*([\w.:-]+)/

/** Turn text that spells a code of the source, and that the target does not have yet, into that code. */
function restoreCodes(target: Content, source: Content): {content: Content; count: number} {
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
  return {content: tidy(content), count}
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
    const code = take(match[1] === '/', match[2]!, ID.exec(match[3] ?? '')?.[1])
    if (!code) continue
    parts.push(text.slice(from, match.index), code)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}
