import {availableParallelism} from 'node:os'
import {type Extension, allExtensions} from '@passerelle/markdown'
import type {Level} from '@passerelle/model'
import {type ProfileName, PROFILES, type RepairPolicy} from '@passerelle/xliff'
import {UsageError} from './errors.ts'

/** What `pipeline.config.ts` holds; everything has a default. */
export interface WrittenConfig {
  /**
   * Locales of the project, BCP 47.
   *
   * @default the folders at the place of `{locale}` that are named like a language
   */
  readonly locales?: ReadonlyArray<string>
  /**
   * Globs of the content, each with one `{locale}` folder.
   *
   * @default ['locales/{locale}/**\/*.{md,mdx,json}']
   */
  readonly content?: ReadonlyArray<string>
  /** Folder of the bilingual files. @default 'locales/xliff' */
  readonly bilingual?: string
  /** Folder where hand-offs for translators are put. @default 'outbox' */
  readonly outbox?: string
  /** Folder where their hand-backs are laid. @default 'inbox' */
  readonly inbox?: string
  /** How hand-offs are written; the profile says in which format where none is given. @default {profile: 'generic'} */
  readonly handoff?: {readonly format?: HandoffFormat; readonly profile?: Profile}
  /** Front-matter keys that are translated. @default title, description, summary… */
  readonly frontMatter?: ReadonlyArray<string>
  /** What must be left as it is, besides code, addresses and placeholders. @default [] */
  readonly protect?: ReadonlyArray<RegExp>
  /** Whether comments in blocks of code are translated. @default false */
  readonly codeComments?: boolean
  /** What `.md` files are read as; sites made with Docusaurus read them as MDX. @default 'markdown' */
  readonly markdown?: 'markdown' | 'mdx'
  /**
   * What a site makes of its Markdown besides CommonMark, GFM and front matter; the marks of what is not named are text.
   *
   * @default ['templates', 'attributes', 'math', 'directives', 'definitions', 'admonitions']
   */
  readonly extensions?: ReadonlyArray<Extension>
  /** SRX files with the segmentation rules of a locale, as translators use in their tool. @default our own rules */
  readonly segmentation?: Readonly<Record<string, string>>
  /** Whether a hard line break ends a segment. @default false */
  readonly hardBreaks?: boolean
  /** What a segment whose source changed shows until it is translated anew. @default 'previous' */
  readonly onChanged?: 'previous' | 'source'
  /**
   * Which marks that a translator lost are put back on import: none, those at the edges of a sentence, or also those
   * around words that were left as they are and those right beside another mark. Of others the translator is told.
   *
   * @default 'edge'
   */
  readonly repair?: RepairPolicy
  /**
   * What becomes of words corrected in a built page: they are taken as translations where they prove as such, or
   * left there until somebody imports the page.
   *
   * @default 'take'
   */
  readonly edits?: 'take' | 'ask'
  /**
   * Whether built pages are kept in the repository, or built anew for each publication; `check` builds the latter
   * in memory.
   *
   * @default 'kept'
   */
  readonly pages?: 'kept' | 'built'
  /**
   * How far a document must be translated, in percent, before its page is first written; one number, or one for each
   * pattern of paths below the folder of the locale, of which the first that fits counts.
   *
   * @default 0
   */
  readonly buildFrom?: BuildFrom
  /** Levels of checks by id. @default {} */
  readonly checks?: Readonly<Record<string, Level | 'off'>>
  /** Files read and written side by side. @default the number of processors */
  readonly concurrency?: number
}

const HANDOFF_FORMATS = ['xliff-1.2', 'xliff-2.0', 'i18next-xliff'] as const
export type HandoffFormat = (typeof HANDOFF_FORMATS)[number]
export type Profile = ProfileName

/** Percent translated, for all documents or by pattern. */
type BuildFrom = number | Readonly<Record<string, number>>

/** A configuration with its defaults filled in. `locales` and `frontMatter` stay open where nothing is written. */
export interface Config {
  readonly locales?: ReadonlyArray<string>
  readonly content: ReadonlyArray<string>
  readonly bilingual: string
  readonly outbox: string
  readonly inbox: string
  readonly handoff: {readonly format?: HandoffFormat; readonly profile: Profile}
  readonly frontMatter?: ReadonlyArray<string>
  readonly protect: ReadonlyArray<RegExp>
  readonly codeComments: boolean
  readonly markdown: 'markdown' | 'mdx'
  readonly extensions: ReadonlyArray<Extension>
  readonly segmentation: Readonly<Record<string, string>>
  readonly hardBreaks: boolean
  readonly onChanged: 'previous' | 'source'
  readonly repair: RepairPolicy
  readonly edits: 'take' | 'ask'
  readonly pages: 'kept' | 'built'
  readonly buildFrom: BuildFrom
  readonly checks: Readonly<Record<string, Level | 'off'>>
  readonly concurrency: number
}

/** Give a configuration its type in an editor. */
export function defineConfig(config: WrittenConfig): WrittenConfig {
  return config
}

/** What each key may hold: a test, and the words a message uses for what it expected. */
const SHAPES: Readonly<
  Record<keyof WrittenConfig, readonly [test: (value: unknown) => boolean, expected: string]>
> = {
  locales: [(value) => isList(value, isLocale), "['en', 'fr']"],
  content: [(value) => isList(value, isPattern), "['locales/{locale}/**/*.md']"],
  bilingual: [isFolder, "'locales/xliff'"],
  outbox: [isFolder, "'outbox'"],
  inbox: [isFolder, "'inbox'"],
  handoff: [isHandoff, "{profile: 'generic'}"],
  frontMatter: [(value) => isList(value, isText, true), "['title', 'description']"],
  protect: [(value) => isList(value, (item) => item instanceof RegExp, true), '[/ACME-\\d+/]'],
  codeComments: [(value) => typeof value === 'boolean', 'true | false'],
  markdown: [(value) => value === 'markdown' || value === 'mdx', "'markdown' | 'mdx'"],
  extensions: [
    (value) => isList(value, isExtension, true),
    `[${allExtensions.map((name) => `'${name}'`).join(', ')}]`
  ],
  segmentation: [isSegmentation, "{fr: 'rules.srx'}"],
  hardBreaks: [(value) => typeof value === 'boolean', 'true | false'],
  onChanged: [(value) => value === 'previous' || value === 'source', "'previous' | 'source'"],
  repair: [
    (value) => value === 'none' || value === 'edge' || value === 'anchored',
    "'none' | 'edge' | 'anchored'"
  ],
  edits: [(value) => value === 'take' || value === 'ask', "'take' | 'ask'"],
  pages: [(value) => value === 'kept' || value === 'built', "'kept' | 'built'"],
  buildFrom: [isBuildFrom, "100 | {'releases/**': 100}"],
  checks: [isLevels, "{'number-differs': 'error'}"],
  concurrency: [(value) => Number.isInteger(value) && Number(value) > 0, '4']
}

/**
 * Fill in the defaults of a configuration.
 *
 * @param written
 *   What the configuration file exports.
 * @param path
 *   The file, for messages.
 * @throws {UsageError}
 *   `config-unknown-key` or `config-invalid-value`.
 */
export function resolveConfig(written: unknown, path: string): Config {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw new UsageError('config-invalid-value', {
      path,
      key: 'default',
      found: show(written),
      expected: '{…}'
    })
  }
  for (const [key, value] of Object.entries(written)) {
    if (!Object.hasOwn(SHAPES, key)) {
      throw new UsageError('config-unknown-key', {path, key, known: Object.keys(SHAPES).join(', ')})
    }
    const [test, expected] = SHAPES[key as keyof WrittenConfig]
    if (value !== undefined && !test(value)) {
      throw new UsageError('config-invalid-value', {path, key, found: show(value), expected})
    }
  }
  return withDefaults(written)
}

function withDefaults({locales, frontMatter, handoff, ...rest}: WrittenConfig): Config {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    content: ['locales/{locale}/**/*.{md,mdx,json}'],
    bilingual: 'locales/xliff',
    outbox: 'outbox',
    inbox: 'inbox',
    protect: [],
    codeComments: false,
    markdown: 'markdown',
    extensions: allExtensions,
    segmentation: {},
    hardBreaks: false,
    onChanged: 'previous',
    repair: 'edge',
    edits: 'take',
    pages: 'kept',
    buildFrom: 0,
    checks: {},
    concurrency: availableParallelism(),
    ...given,
    handoff: {profile: handoff?.profile ?? 'generic', ...(handoff?.format && {format: handoff.format})},
    ...(locales && {locales: locales.map((locale) => Intl.getCanonicalLocales(locale)[0] ?? locale)}),
    ...(frontMatter && {frontMatter})
  }
}

function isList(value: unknown, test: (item: unknown) => boolean, mayBeEmpty = false): boolean {
  return Array.isArray(value) && (mayBeEmpty || value.length > 0) && value.every(test)
}

function isExtension(value: unknown): boolean {
  return allExtensions.some((name) => name === value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isFolder(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value !== '' &&
    !value.startsWith('/') &&
    !value.split(/[/\\]/).includes('..')
  )
}

function isPattern(value: unknown): boolean {
  return typeof value === 'string' && value.split('{locale}').length === 2 && isFolder(value)
}

function isLocale(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isHandoff(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const {format, profile, ...rest} = value as {format?: HandoffFormat; profile?: Profile}
  return (
    Object.keys(rest).length === 0 &&
    (format === undefined || HANDOFF_FORMATS.includes(format)) &&
    (profile === undefined || Object.hasOwn(PROFILES, profile))
  )
}

function isSegmentation(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([locale, path]) => isLocale(locale) && isFolder(path))
  )
}

function isBuildFrom(value: unknown): boolean {
  const isPercent = (item: unknown): boolean => typeof item === 'number' && item >= 0 && item <= 100
  return (
    isPercent(value) || (typeof value === 'object' && value !== null && Object.values(value).every(isPercent))
  )
}

function isLevels(value: unknown): boolean {
  const levels = new Set<unknown>(['error', 'warning', 'info', 'off'])
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((level) => levels.has(level))
  )
}

function show(value: unknown): string {
  return value instanceof RegExp || typeof value === 'function'
    ? String(value)
    : (JSON.stringify(value) ?? String(value))
}
