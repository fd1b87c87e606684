import {type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import {lostFrom, placesIn} from './put-back.ts'

/** Lost codes above which nobody has typed them: a target is searched for each. */
const MOST = 100

/**
 * Turn what stands for a code, typed by hand, into that code.
 *
 * Tools show `equiv`, some with brackets of their own around it, and translators type what they see. It is a code where
 * the target has lost the code, has that text once, and the source has it nowhere.
 */
export function restoreTyped(target: Content, source: Content): {content: Content; count: number} {
  // Nearly all targets have as many codes as their source: no need to look which.
  if (countCodes(target) >= countCodes(source)) return {content: target, count: 0}
  const lost = source.filter(lostFrom(target)).filter(({type}) => type === 'standalone')
  if (lost.length === 0 || lost.length > MOST) return {content: target, count: 0}
  const meant = textOf(source)
  let content = target
  let count = 0
  for (const code of lost) {
    const isTwin = lost.some((other) => other !== code && other.equiv === code.equiv)
    const form = isTwin ? undefined : formsOf(code).find((each) => isMeant(each, content, meant))
    if (form === undefined) continue
    content = putInPlace(content, form, code)
    count++
  }
  return {content, count}
}

function countCodes(content: Content): number {
  let count = 0
  for (const part of content) if (typeof part !== 'string') count++
  return count
}

/** What a code is typed as, the longest first; a word that may be one of the language is none. */
function formsOf({kind, equiv = ''}: InlineCode): string[] {
  if (equiv === '' || /\s{2}|^\s|\s$/.test(equiv)) return []
  const isOwn = kind === 'code' ? /[^\p{L}]/u.test(equiv) : /[^\p{L}\p{N}\s]/u.test(equiv)
  return [`{{${equiv}}}`, `{${equiv}}`, ...(isOwn ? [equiv] : [])]
}

function isMeant(form: string, content: Content, meant: string): boolean {
  return !meant.includes(form) && placesIn(content, form).length === 1
}

function putInPlace(content: Content, form: string, code: InlineCode): Content {
  const [{part, offset}] = placesIn(content, form) as [{part: number; offset: number}]
  const text = content[part] as string
  return tidy(content.toSpliced(part, 1, text.slice(0, offset), code, text.slice(offset + form.length)))
}
