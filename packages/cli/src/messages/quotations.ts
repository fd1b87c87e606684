import type {Args} from './messages.ts'

/** Arguments that sentences put between quotation marks: excerpts of what people wrote. */
const EXCERPTS: ReadonlySet<string> = new Set(['text', 'previous', 'before', 'after', 'comment'])

/** Quotation marks of a text, as those of a quotation inside a quotation, by language of the sentence. */
const INNER: Readonly<Record<string, (text: string) => string>> = {
  en: (text) => text.replace(/“([^“”]*)”/g, '‘$1’'),
  fr: (text) => text.replace(/«[\s\u00A0\u202F]?([^«»]*?)[\s\u00A0\u202F]?»/g, '“$1”')
}

/** Excerpts with their own quotation marks one level down: `« Elle dit « oui » »` becomes `« Elle dit “oui” »`. */
export function quotedInside(args: Args, language: string): Args {
  const inner = INNER[language]
  if (!inner) return args
  return mapped(args, (name, value) => (EXCERPTS.has(name) ? inner(value) : value))
}

/** Diagnostics about spaces, whose excerpts show what a space is. */
const ABOUT_SPACES: ReadonlySet<string> = new Set(['spacing', 'whitespace-double'])

/** In a diagnostic about spaces, spaces that can be told apart: `␣` is an ordinary one, `⍽` one that does not break. */
export function visibleSpaces(id: string, args: Args): Args {
  if (!ABOUT_SPACES.has(id)) return args
  return mapped(args, (_, value) => value.replace(/ /g, '␣').replace(/[\u00A0\u202F]/g, '⍽'))
}

function mapped(args: Args, change: (name: string, value: string) => string): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? change(name, value) : value
    ])
  )
}
