import {type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import {lostFrom, placesIn} from './put-back.ts'

/** Lost codes above which nobody has typed them: a target is searched for each. */
const MOST = 100

/** A target, and how many of its codes are other than before. */
interface Typed {
  readonly content: Content
  readonly count: number
}

/**
 * Turn what stands for a code, typed by hand, into that code.
 *
 * Tools show `equiv`, some with brackets of their own around it, and translators type what they see. It is a code where
 * the target has lost the code, has that text once, and the source has it nowhere.
 */
export function restoreTyped(target: Content, source: Content): Typed {
  // Nearly all targets have as many codes as their source: no need to look which.
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
 * Take off the braces around a placeholder that are its own, typed by hand: a tool made a code of what was between them.
 */
export function unbrace(target: Content, source: Content): Typed {
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

function countCodes(content: Content): number {
  let count = 0
  for (const part of content) if (typeof part !== 'string') count++
  return count
}

/** What a code is typed as, the longest first; a word that may be one of the language is none. */
function formsOf({kind, equiv = ''}: InlineCode, content: Content): string[] {
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
  return [...(braced ? [braced] : []), ...(isOwn ? [equiv] : [])]
}

function isMeant(form: string, content: Content, meant: string): boolean {
  return !meant.includes(form) && placesIn(content, form).length === 1
}

function putInPlace(content: Content, form: string, code: InlineCode): Content {
  const [{part, offset}] = placesIn(content, form) as [{part: number; offset: number}]
  const text = content[part] as string
  return tidy(content.toSpliced(part, 1, text.slice(0, offset), code, text.slice(offset + form.length)))
}
