/** Markdown as an organisation writes it: what else its pages mean besides CommonMark, GFM and front matter. */
export type Dialect = 'markdown'

/** How Markdown is read; every field has a default. */
export interface MarkdownOptions {
  /**
   * Front-matter keys whose values are prose, wherever they stand: `title`, or a path such as `hero.tagline`.
   *
   * @default title, description, summary, subtitle and their like; see {@link defaultKeys}
   */
  readonly frontMatter?: ReadonlyArray<string>
  /** Text that translators may move but not edit, besides addresses and template syntax. */
  readonly protect?: ReadonlyArray<RegExp>
  /** @default chosen by the ending of the path */
  readonly dialect?: Dialect
}

/** {@link MarkdownOptions} with every default filled in. */
export interface Settings {
  readonly frontMatter: ReadonlySet<string>
  readonly protect: ReadonlyArray<RegExp>
}

/** Front-matter keys that hold prose on the sites this was measured on. */
export const defaultKeys: ReadonlyArray<string> = [
  'title',
  'description',
  'summary',
  'subtitle',
  'excerpt',
  'lead',
  'tagline',
  'headline',
  'subheading',
  'abstract',
  'caption',
  'alt',
  'image-alt',
  'image_alt',
  'imageAlt',
  'linkTitle'
]

/** Fill in the defaults. */
export function resolve(options: MarkdownOptions = {}): Settings {
  return {
    frontMatter: new Set(options.frontMatter ?? defaultKeys),
    protect: options.protect ?? []
  }
}
