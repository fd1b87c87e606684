import {distance} from 'fastest-levenshtein'

/** What somebody probably meant by a folder that is named like a language. */
export type Meaning =
  /** The folder of a locale of the project, under another name. */
  | {readonly nearest: string}
  /** The folder of a language that the project does not have. */
  | {readonly tag: string}

/** What the name of a folder probably means; undefined where it is not like a language. */
export function meaningOf(folder: string, locales: ReadonlyArray<string>): Meaning | undefined {
  const tag = tagOf(folder) ?? namedExactly(folder)
  const primary = tag && primaryOf(tag)
  const same =
    locales.find((locale) => locale === tag) ?? locales.find((locale) => primaryOf(locale) === primary)
  if (same !== undefined) return {nearest: same}
  // Many words of three letters are tags, too: `src`, `doc`.
  if (tag !== undefined && !/^[a-z]{3}(?:[-_]|$)/i.test(folder)) return {tag}
  const near = locales.find((locale) => namesOf(locale).some((name) => isNear(folded(folder), name)))
  return near === undefined ? undefined : {nearest: near}
}

/** The usual spelling of a tag, as `fr-FR` for `FR_fr`; a tag of three letters only if the language has one of two. */
function tagOf(folder: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(folder)) return undefined
  try {
    const [tag] = Intl.getCanonicalLocales(folder.replaceAll('_', '-'))
    return tag !== undefined && primaryOf(tag).length === 2 && nameIn('en', primaryOf(tag)) ? tag : undefined
  } catch {
    return undefined
  }
}

function primaryOf(tag: string): string {
  return tag.split('-')[0]!
}

/** The language whose name a folder has: `francais`, `French`, `deutsch`. */
function namedExactly(folder: string): string | undefined {
  const name = folded(folder)
  return languages().find((language) => namesOf(language).includes(name))
}

/** All languages of two letters. */
function languages(): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((language) => nameIn('en', language) !== undefined)
}

/** Names of a language in English, in French and in itself. */
function namesOf(locale: string): string[] {
  const language = primaryOf(locale)
  return ['en', 'fr', language].flatMap((speaker) => {
    const name = nameIn(speaker, language)
    return name === undefined ? [] : [folded(name)]
  })
}

function nameIn(speaker: string, language: string): string | undefined {
  return new Intl.DisplayNames(speaker, {type: 'language', fallback: 'none'}).of(language)
}

/** Without accents and capitals. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether a word differs from a name by one or two letters, and is long enough for that. */
function isNear(word: string, name: string): boolean {
  return name.length >= 5 && distance(word, name) <= 2
}
