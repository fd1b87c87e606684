/**
 * What sites add to CommonMark, GFM and front matter.
 *
 * - `templates`: tags and values of Hugo, Jekyll, Liquid, Nunjucks, Vue and ERB, `${…}`, `[[toc]]`;
 * - `attributes`: lists of attributes, `{#id}`, `{.class}`, `{: .note}` (kramdown, Pandoc, heading ids);
 * - `math`: formulas between dollars;
 * - `directives`: `:::note[Label]`, `::video[Label]`, `:abbr[HTML]` (the generic directives proposal, VitePress);
 * - `definitions`: `: Definition`, `*[HTML]: Abbreviation` (kramdown, Markdown Extra, Goldmark);
 * - `admonitions`: `!!! note "Title"` (MkDocs), `> [!NOTE]` (GitHub).
 */
export type Extension = (typeof allExtensions)[number]

export const allExtensions = [
  'templates',
  'attributes',
  'math',
  'directives',
  'definitions',
  'admonitions'
] as const
