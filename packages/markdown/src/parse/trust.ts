/**
 * What the fast parser is known to read otherwise than remark, or is likely to, by how it looks.
 *
 * Found by comparing the two on thousands of real documents, on every example of the specifications, and on random
 * texts. Each pattern takes in more than the differences seen: what it costs is time, for remark reads such a text. Most
 * texts do not hold the string that a pattern needs, which is far sooner seen.
 */
const doubtful: ReadonlyArray<readonly [needs: string, pattern: RegExp]> = [
  // A table in a quote that goes on in a line without its `>`.
  ['|', /(?:^|[\r\n])[ \t]*>[^\r\n]*\|[^\r\n]*(?:\r\n|\n|\r(?!\n))[ \t]*\|/],
  // An escaped delimiter of emphasis before another.
  ['\\', /\\[*_~][*_~]/],
  // A symbol outside the BMP next to a delimiter of emphasis is punctuation to one and a letter to the other.
  ['', /[*_~][\uD800-\uDBFF]|[\uDC00-\uDFFF][*_~]/],
  // Front matter that ends as YAML's own documents do.
  [
    '...',
    /^---[ \t]*(?:\r\n|\n|\r(?!\n))(?:(?!---[ \t]*[\r\n])[^\r\n]*(?:\r\n|\n|\r(?!\n)))*?\.\.\.[ \t]*(?:[\r\n]|$)/
  ],
  // The end tag of raw HTML is found in lower case alone.
  [
    '</',
    /<\/(?:(?!script>)[Ss][Cc][Rr][Ii][Pp][Tt]|(?!pre>)[Pp][Rr][Ee]|(?!style>)[Ss][Tt][Yy][Ll][Ee]|(?!textarea>)[Tt][Ee][Xx][Tt][Aa][Rr][Ee][Aa])>/
  ],
  // A task with nothing on its line, or before the second line of a table without pipes.
  ['[', /\[[ \txX]\](?:[ \t]*(?:[\r\n]|$)|[^\r\n]*(?:\r\n|[\r\n])[ \t>]*:?-+:?[ \t]*(?:[\r\n]|$))/],
  // A list item, or the underline of a heading, with nothing on its line; one that begins as the second line of a table does.
  ['', /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*(?:[\r\n]|$)|[-*+][ \t]+\|)/],
  // White space to JavaScript and not to Rust, or the other way round.
  ['\v', /\v/],
  ['\f', /\f/],
  ['\uFEFF', /\uFEFF/],
  ['\u0085', /\u0085/],
  // A line broken at the end of a label.
  ['\\', /\\(?:\r\n|[\r\n])[ \t>]*\]/],
  // A mail address without the first part of its domain.
  ['@', /[\w.+-]@[._-]/],
  // An end tag over lines; an escaped backslash or end of a title that begins a line.
  ['</', /<\/[A-Za-z][^<>\r\n]*[\r\n]/],
  ['\\', /[\r\n][ \t>]*\\[\\"')]/],
  // Ends of comments and of character data that overlap with their start, or with a bracket.
  ['<!-', /<!--?-?>/],
  [']]]', /\]\]\]>/]
]

/** A table whose second line stands further in than its first: a lazy line, or the first line of an item. */
const doubtfulTable =
  /(?:^|[\r\n])([ \t>]*)(?![ \t>])[^\r\n]+(?:\r\n|[\r\n])\1[ \t>]+(?=[^\r\n]*\|)(?=[^\r\n]*-)[|:-][-:| \t]*(?:[\r\n]|$)/
const indentedRow = /[\r\n][ \t>]+[|:-][-:| \t]*(?:[\r\n]|$)/

/** A definition over lines, or soon before a table, a list or HTML: what goes on in it, and what ends it. */
const doubtfulDefinition: ReadonlyArray<RegExp> = [
  // Whose destination holds a space, so that it is none.
  /\]:[ \t]*<[^<>\r\n]*[ \t]/,
  // Before a list that does not begin with one.
  /(?:^|[\r\n])[ \t>]*\[(?!\^)[^\]\r\n]+\]:[^\r\n]*(?:(?:\r\n|\n|\r(?!\n))[^\r\n]*){0,4}(?:\r\n|\n|\r(?!\n))[ \t>]*(?!1[.)])\d{1,9}[.)]/,
  // Before a quote in the next line.
  /(?:^|[\r\n])[ \t>]*\[(?!\^)[^\]\r\n]+\]:[^\r\n]*(?:\r\n|\n|\r(?!\n))[ \t]*>/,
  // Right after indented code.
  /(?:^|[\r\n])(?: {4}| {0,3}\t)[^\r\n]*(?:\r\n|\n|\r(?!\n))[ \t>]*\[(?!\^)[^\]\r\n]+\]:/,
  /(?:^|[\r\n])[ \t>]*\[(?:[^\]\\\r\n]|\\[^[\]\r\n])*\\[[\]]/,
  /\[[^[\]]*[\r\n][^[\]]*\]:/,
  /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[(?!\^)[^\]\r\n]+\]:(?:[ \t]*["'(]|[^\r\n]*(?:\r\n|[\r\n])[ \t>]*<)/,
  /(?:^|[\r\n])(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])+\[(?!\^)[^\]\r\n]+\]:[ \t]*(?:[\r\n]|$)/,
  /(?:^|[\r\n])\[(?!\^)[^\]\r\n]+\]:[ \t]*(?:$|(?:\r\n|\n|\r(?!\n))(?! {0,3}[\w/.#]))/,
  /(?:^|[\r\n])[ \t>]*\[(?!\^)[^\]\r\n]+\]:[^\r\n]*(?:(?:\r\n|\n|\r(?!\n))[ \t>]*[^\s>][^\r\n]*){0,3}(?:\r\n|\n|\r(?!\n))[ \t>]*(?:(?:\d{1,9}[.)]|[-*+])[ \t]|[|:-][-:| \t]*(?:[\r\n]|$))/
]

/** Footnotes that an image may begin with, at the start of items and quotes, in another; escapes and space in their label. */
const doubtfulFootnote =
  /!\[\s*\^|\]:[\s>]*\[\^|[\r\n](?: {4}| *\t)[ \t]*\[\^[^[\]\r\n]*\]:|\]:[ \t]*(?:[-*+]|\d{1,9}[.)])(?!\S)|[-*+.)>][ \t]*\[\^[^[\]\r\n]*\]:|\[\^[^[\]]*[&\\\s]/

/** Two kinds of emphasis around the same words, and one, as people write them. */
const doubleEmphasis =
  /(?<![*_~\p{L}\p{N}])(\*{1,2}|_{1,2}|~~)(?!\1)(\*{1,2}|_{1,2}|~~)[^*_~\r\n]+\2\1(?![*_~\p{L}\p{N}])/gu
const emphasis = /(?<![*_~])(\*{1,3}|_{1,2}|~~)(?![*_~\s])[^*_~]*[^*_~\s]\1(?![*_~])/g
/** What is no delimiter of emphasis: within a word, that of an item, in code or in an address, or escaped. */
const noDelimiter =
  /(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|(?:^|[\r\n])[ \t>]*\*(?=[ \t])|`[^`\r\n]+`|\\[*_~]|\]\([^()\s]*\)/gu
const mixedDelimiters = /\*[_~]|_[*~]|~[*_]/

/** Whether delimiters of two kinds meet in another way: which of them pair is then a matter of every rule of emphasis. */
function hasMixedDelimiters(text: string): boolean {
  if (!mixedDelimiters.test(text)) return false
  return text.split(/(?:\r\n|\n|\r(?!\n))(?:[ \t>]*(?=[\r\n])|[ >]{0,3}(?=[-*+][ \t]))/).some((paragraph) => {
    if (!mixedDelimiters.test(paragraph)) return false
    const rest = paragraph.replace(noDelimiter, '').replace(doubleEmphasis, '').replace(emphasis, '')
    return /[*_~]/.test(rest)
  })
}

/** Whether the fast parser may read a text, its byte order mark taken off; where this says no, remark does. */
export function isTrusted(text: string): boolean {
  return (
    // A lone surrogate has no UTF-8.
    text.isWellFormed() &&
    !hasMixedDelimiters(text) &&
    !doubtful.some(([needs, pattern]) => text.includes(needs) && pattern.test(text)) &&
    !(text.includes('|') && indentedRow.test(text) && doubtfulTable.test(text)) &&
    !(text.includes(']:') && doubtfulDefinition.some((pattern) => pattern.test(text))) &&
    !(text.includes('[^') && doubtfulFootnote.test(text))
  )
}
