import {distance} from 'fastest-levenshtein'

/** What a folder that is named like a language was likely meant to be. */
export type Meaning =
  /** The folder of this locale of the project, under another name. */
  | {readonly nearest: string}
  /** That of a language that the project does not have. */
  | {readonly tag: string}

/** What the name of a folder likely means; undefined where it is not like a language. */
export function meaningOf(folder: string, locales: ReadonlyArray<string>): Meaning | undefined {
  const tag = tagOf(folder) ?? namedExactly(folder)
  const primary = tag && primaryOf(tag)
  const same =
    locales.find((locale) => locale === tag) ?? locales.find((locale) => primaryOf(locale) === primary)
  if (same !== undefined) return {nearest: same}
  // Of three letters many a word is a tag: `src`, `doc`.
  if (tag !== undefined && !/^[a-z]{3}(?:[-_]|$)/i.test(folder)) return {tag}
  const near = locales.find((locale) => namesOf(locale).some((name) => isNear(folded(folder), name)))
  return near === undefined ? undefined : {nearest: near}
}

/** The usual spelling of a tag, `fr-FR` of `FR_fr`; of three letters only where there are two for the same language. */
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

/** The language that a folder is named after: `francais`, `French`, `deutsch`. */
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

/** A slip of the pen or two in a word that is long enough for that. */
function isNear(word: string, name: string): boolean {
  return name.length >= 5 && distance(word, name) <= 2
}
