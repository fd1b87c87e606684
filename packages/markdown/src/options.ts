/** Markdown as an organisation writes it: what else its pages mean besides CommonMark, GFM and front matter. */
export type Dialect =
  | 'markdown'
  /** Markdown with components and expressions: `.mdx`. */
  | 'mdx'

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
  /** Whether comments in blocks of code are prose. @default false */
  readonly codeComments?: boolean
  /**
   * Which parser reads Markdown: `fast` is satteri where its tree can be trusted, and remark everywhere else.
   *
   * @default fast
   */
  readonly engine?: 'fast' | 'remark'
}

/** {@link MarkdownOptions} with every default filled in. */
export interface Settings {
  readonly frontMatter: ReadonlySet<string>
  readonly protect: ReadonlyArray<RegExp>
  /** What is escaped where a translator typed it: what is protected, and what the dialect would read. */
  readonly unsafe: ReadonlyArray<RegExp>
  readonly dialect: Dialect
  readonly codeComments: boolean
  readonly engine: 'fast' | 'remark'
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

/** What MDX reads where Markdown has text: expressions, tags, and module statements at the start of a block. */
const component: ReadonlyArray<RegExp> = [/[{}<]+/g, /^(?:i(?=mport\b)|e(?=xport\b))/g]

/** Fill in the defaults; the ending of the path decides the dialect. */
export function resolve(options: MarkdownOptions = {}, path = ''): Settings {
  const protect = options.protect ?? []
  const dialect = options.dialect ?? (path.endsWith('.mdx') ? 'mdx' : 'markdown')
  return {
    frontMatter: new Set(options.frontMatter ?? defaultKeys),
    protect,
    unsafe: dialect === 'mdx' ? [...protect, ...component] : protect,
    dialect,
    codeComments: options.codeComments ?? false,
    engine: options.engine ?? 'fast'
  }
}
