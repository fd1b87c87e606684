import {describe, expect, it} from 'vitest'
import {analyse} from '../src/analyse.ts'
import {parseFast} from '../src/fast.ts'
import {resolve} from '../src/options.ts'
import {type Sample, hasShared, samplesIn, specExamples} from './shared.ts'

/** Everything read of a text, by one parser. */
function read({text}: Sample, engine: 'fast' | 'remark'): string {
  const {slots, shape} = analyse(text, 'a.md', {...resolve(), engine})
  return JSON.stringify([slots, shape])
}

describe.skipIf(!hasShared || !parseFast(''))(
  'the fast parser reads what remark reads, known differences aside',
  () => {
    const sets: [string, () => Sample[]][] = [
      ['the specifications', specExamples],
      ['government announcements', () => samplesIn('markdown/pairs/cds-digital-canada')],
      ['torture files', () => samplesIn('markdown/mono/markdownlint-tests')]
    ]
    it.each(sets)('in %s', {timeout: 120_000}, (_, samples) => {
      const differing = samples().filter((sample) => read(sample, 'fast') !== read(sample, 'remark'))
      expect(differing.map(({name}) => name).filter((name) => !known.has(name))).toEqual([])
    })
  }
)

/**
 * Where they are known to differ: NUL and lone surrogates, labels and footnotes in constructs, addresses next to
 * escapes, and ends of text in a few lists.
 */
const known: ReadonlySet<string> = new Set([
  'commonmark-0.31.2.json 606: Autolinks',
  'gfm-0.29.json 614: Autolinks',
  'goldmark.json extra/68: 68: HTML comments in list items',
  'kramdown.json block/09_html/parse_as_raw',
  'markdown-it.json commonmark_extras/61: Issue #1071. Recognize non-BMP punctuations and symbols',
  'markdown-it.json linkify/11: escapes not allowed at comma',
  'markdown-it.json normalize/11',
  'mdast-from-markdown.json link-reference-with-phrasing',
  'mdit-plugins.json footnote/13: Should allow links in inline footnotes',
  'mdit-plugins.json footnote/14: Nested blocks:',
  'mdit-plugins.json front_matter/3: should parse until triple dots:',
  'mdit-plugins.json gfm_autolink/19: GFM autolink: non-match cases',
  'micromark-core.json url > should support a lone high surrogate (lowest)',
  'micromark-core.json url > should support a lone low surrogate at the start (lowest)',
  'micromark-core.json url > should support a lone low surrogate at the start (highest)',
  'micromark-core.json url > should support a lone low surrogate at the end (highest)',
  'micromark-core.json nul > should replace `\\0` w/ a replacement characters (`�`)',
  'micromark-core.json hard-break > should support a line suffix after a replacement character',
  'micromark-core.json link (reference) > should properly handle labels w/ character references and -escapes, and phrasing',
  'micromark-core.json link (reference) > should not support 1000 characters in reference',
  'micromark-core.json link (resource) > should support a single NUL character as a link resource',
  'micromark-gfm-fixtures.json gfm-footnote/footnotes-in-constructs',
  'micromark-gfm-fixtures.json gfm-footnote/nest',
  'micromark-gfm-footnote.json micromark-extension-gfm-footnote > should support a useful character reference in a call / definition',
  'fr/blog/posts/striving-for-diversity.md',
  'lists-in-blockquote.md',
  'lists-inside-footnote.md',
  'reversed_link.md',
  'spaces_inside_emphasis_markers.md'
])
