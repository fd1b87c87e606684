import type {Level} from '@passerelle/model'

/** What `pipeline.config.ts` holds; everything has a default. */
export interface WrittenConfig {
  /**
   * Locales of the project, BCP 47.
   *
   * @default the folders below the content's `{locale}` that are BCP 47 tags
   */
  readonly locales?: ReadonlyArray<string>
  /**
   * Globs of the content, each with one `{locale}` folder.
   *
   * @default ['locales/{locale}/**\/*.{md,mdx,json}']
   */
  readonly content?: ReadonlyArray<string>
  /**
   * Folder of the bilingual files.
   *
   * @default 'locales/xliff'
   */
  readonly bilingual?: string
  /** Folder where hand-offs for translators are put. @default 'outbox' */
  readonly outbox?: string
  /** Folder where their hand-backs are laid. @default 'inbox' */
  readonly inbox?: string
  /** Format and profile of hand-offs. @default {format: 'xliff-1.2', profile: 'generic'} */
  readonly handoff?: {readonly format?: HandoffFormat; readonly profile?: Profile}
  /** Front-matter keys that are translated. @default title, description, summary… */
  readonly frontMatter?: ReadonlyArray<string>
  /** What must be left as it is, besides code, addresses and placeholders. @default [] */
  readonly protect?: ReadonlyArray<RegExp>
  /** Whether a hard line break ends a segment. @default false */
  readonly hardBreaks?: boolean
  /** What a block whose source changed shows until it is translated anew. @default 'previous' */
  readonly onChanged?: 'previous' | 'source'
  /** Levels of checks by id. @default {} */
  readonly checks?: Readonly<Record<string, Level | 'off'>>
  /** Documents worked on side by side. @default the number of processors */
  readonly concurrency?: number
}

export type HandoffFormat = 'xliff-1.2' | 'xliff-2.0' | 'i18next-xliff'
export type Profile = 'generic' | 'omegat'

/** A configuration with every default filled in. */
export type Config = Required<WrittenConfig> & {
  readonly handoff: {readonly format: HandoffFormat; readonly profile: Profile}
}

/** Give a configuration its type in an editor. */
export function defineConfig(config: WrittenConfig): WrittenConfig {
  return config
}
