import {codesOf, type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import type {Around, Undone} from './undoing.ts'

/** Tags of codes, pasted as text. */
export function pasted(target: Content, {source}: Around): Undone {
  return restoreCodes(target, source)
}

/** A code spelled as text. Machine translation puts blanks into tags and changes their case. */
const PASTED =
  /<\s*(\/?)\s*(g|x|bx|ex|bpt|ept|ph|it|pc|sc|ec)(?=[\s/>])((?:[^<>"]|"[^"]{0,500}")*?)(\/?)\s*>/gi

/** The same as tools show it: `<g1>`, `<1/>`. */
const SHOWN = /<(\/?)[a-z]{0,2}(\d{1,3})(\/?)>/gi

const ID = /\b(?:id|startRef)\s*=\s*["'“”„‘’«»]?\s*([\w.:-]+)/i

/** Turn text that spells a code of the source into that code, unless the target has it already. */
function restoreCodes(target: Content, source: Content): Undone {
  if (!target.some((part) => typeof part === 'string' && part.includes('<')))
    return {content: target, count: 0}
  const missing = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code]))
  for (const code of codesOf(target)) missing.delete(`${code.type} ${code.id}`)
  let count = 0
  const open: string[] = []
  const take: Take = ({closing, name, id}) => {
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
  const split = (parts: Content, form: Form): Content =>
    parts.flatMap((part) => (typeof part === 'string' ? splitPasted(part, form, meant, take) : [part]))
  const content = FORMS.reduce(split, target)
  return {content: count === 0 ? target : tidy(content), count}
}

/** What a pasted tag says. */
interface PastedTag {
  readonly closing: boolean
  readonly name: string
  readonly id: string | undefined
}

/** A form in which tags are pasted, and what one of them says. */
interface Form {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => PastedTag
}

const FORMS: ReadonlyArray<Form> = [
  {
    pattern: PASTED,
    read: ([, slash, name = '', attributes = '']) => ({
      closing: slash === '/',
      name: name.toLowerCase(),
      id: ID.exec(attributes)?.[1]
    })
  },
  {pattern: SHOWN, read: ([, slash, id]) => ({closing: slash === '/', name: 'g', id})}
]

/** Gives the code of the source that a tag spells, each once. */
type Take = (tag: PastedTag) => InlineCode | undefined

function splitPasted(
  text: string,
  {pattern, read}: Form,
  meant: string,
  take: Take
): (string | InlineCode)[] {
  if (!text.includes('<')) return [text]
  const parts: (string | InlineCode)[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    // An author who writes about XLIFF means such text.
    if (meant.includes(match[0])) continue
    const code = take(read(match))
    if (!code) continue
    parts.push(text.slice(from, match.index), code)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}
