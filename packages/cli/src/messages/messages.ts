import {readFileSync} from 'node:fs'
import i18next, {type InitOptions} from 'i18next'
import type {MessageKey} from './keys.ts'

/** Languages the messages exist in; the first is the one they are written in, and the last resort. */
export const LANGUAGES: ReadonlyArray<string> = ['en', 'fr']

export type Args = Readonly<Record<string, string | number>>

/** What Passerelle says, in one language. */
export interface Messages {
  readonly language: string
  /**
   * The message of a key.
   *
   * A value the message asks for and `args` lacks is shown as `…`; a key without message, as where the catalog cannot
   * be read, is shown as it is.
   */
  readonly say: (key: MessageKey, args?: Args) => string
  /** Whether there is a message of a key that is put together from what others say. */
  readonly has: (key: string, args?: Args) => key is MessageKey
  readonly number: (value: number) => string
  /** A share of a whole; rounded down, so that 100 % is all of it. */
  readonly percent: (part: number, whole: number) => string
  /** Things in a row, the last two joined by “and”. */
  readonly list: (items: ReadonlyArray<string>) => string
  /** Name of a language, with a capital. */
  readonly languageName: (locale: string) => string
}

/**
 * The language to speak.
 *
 * @param asked
 *   What `--lang` says; it goes before the environment.
 */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>
): string {
  // An empty variable counts as absent; the first that says something decides (POSIX, "Environment Variables").
  const locale = asked || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || env['LANGUAGE'] || ''
  return bestLanguage(locale)
}

/** The language nearest to a locale, `fr_CA.UTF-8` or `fr-CA`. */
export function bestLanguage(locale: string): string {
  const primary = locale.toLowerCase().split(/[-_.@:]/)[0]
  return LANGUAGES.find((language) => language === primary) ?? LANGUAGES[0]!
}

/** The messages of a language; where a message is missing in it, that of the first language. */
export function loadMessages(language: string): Messages {
  const fallback = LANGUAGES[0]!
  const instance = i18next.createInstance()
  const resources = Object.fromEntries(
    [...new Set([fallback, language])].map((name) => [name, {translation: readCatalog(name)}])
  )
  void instance.init({
    lng: language,
    fallbackLng: fallback,
    resources,
    initAsync: false,
    showSupportNotice: false,
    nsSeparator: false,
    returnEmptyString: false,
    interpolation: {escapeValue: false},
    missingInterpolationHandler: () => '…'
  } as InitOptions)
  const numbers = new Intl.NumberFormat(language)
  const percents = new Intl.NumberFormat(language, {style: 'percent'})
  const lists = new Intl.ListFormat(language, {type: 'conjunction'})
  const names = new Intl.DisplayNames(language, {type: 'language'})
  return {
    language,
    say: (key, args = {}) => instance.t(key, {...args}),
    has: (key, args): key is MessageKey => instance.exists(key, {...args}),
    number: (value) => numbers.format(value),
    percent: (part, whole) => percents.format(whole === 0 ? 1 : Math.floor((part / whole) * 100) / 100),
    list: (items) => lists.format(items),
    languageName: (locale) => capital(names.of(locale.replaceAll('_', '-')) ?? locale, language)
  }
}

/**
 * Read the catalog of a language: beside the published files, else in the repository.
 *
 * One that cannot be read counts as empty. This very tool reports what is wrong with it, so it has to run.
 */
function readCatalog(language: string): Record<string, unknown> {
  for (const place of [`./${language}.json`, `../../../../locales/${language}/cli.json`]) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as Record<string, unknown>
    } catch {
      // Look in the next place.
    }
  }
  return {}
}

function capital(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}
