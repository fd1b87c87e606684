import {type Extension, allExtensions} from './extensions.ts'
import {type Protection, protectionOf} from './protect.ts'

/** The two kinds of Markdown files. */
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
  /** Patterns of text that translators may move but not edit, besides addresses and template syntax. */
  readonly protect?: ReadonlyArray<RegExp>
  /** The extensions that are read; those of others stay text. @default all of them */
  readonly extensions?: ReadonlyArray<Extension>
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
  readonly extensions: ReadonlySet<Extension>
  readonly protect: Protection
  /** What has to be escaped where a translator typed it: protected text, and what the dialect would read. */
  readonly unsafe: Protection
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

/** What MDX reads where Markdown has text: expressions, tags, module statements at the start of a block. */
const component: ReadonlyArray<RegExp> = [/[{}<]+/g, /^(?:i(?=mport\b)|e(?=xport\b))/g]

/** Fill in the defaults; the ending of the path decides the dialect. */
export function resolve(options: MarkdownOptions = {}, path = ''): Settings {
  const on = new Set(options.extensions ?? allExtensions)
  const protect = protectionOf(options.protect ?? [], on)
  const dialect = options.dialect ?? (path.endsWith('.mdx') ? 'mdx' : 'markdown')
  return {
    frontMatter: new Set(options.frontMatter ?? defaultKeys),
    extensions: on,
    protect,
    unsafe: dialect === 'mdx' ? {...protect, patterns: [...protect.patterns, ...component]} : protect,
    dialect,
    codeComments: options.codeComments ?? false,
    engine: options.engine ?? 'fast'
  }
}
