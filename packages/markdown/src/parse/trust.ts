/**
 * Texts that the fast parser reads otherwise than remark, or may, told by their look.
 *
 * Found by comparing the two on thousands of real documents, on every example of the specifications, and on random
 * texts. A pattern matches more than the differences seen; that costs only time, for remark reads such a text. The
 * string `needs` is looked for first, because most texts do not have it and that is quick to see.
 */
const doubtful: ReadonlyArray<readonly [needs: string, pattern: RegExp]> = [
  // A table in a quote that continues on a line without `>`.
  ['|', /(?:^|[\r\n])[ \t]*>[^\r\n]*\|[^\r\n]*(?:\r\n|\n|\r(?!\n))[ \t]*\|/],
  // An escaped delimiter of emphasis before another.
  ['\\', /\\[*_~][*_~]/],
  // A symbol outside the BMP next to a delimiter of emphasis: punctuation to one parser and a letter to the other.
  ['', /[*_~][\uD800-\uDBFF]|[\uDC00-\uDFFF][*_~]/],
  // Front matter that ends in `...`, as YAML documents may.
  [
    '...',
    /^---[ \t]*(?:\r\n|\n|\r(?!\n))(?:(?!---[ \t]*[\r\n])[^\r\n]*(?:\r\n|\n|\r(?!\n)))*?\.\.\.[ \t]*(?:[\r\n]|$)/
  ],
  // The end tag of raw HTML is found in lower case only.
  [
    '</',
    /<\/(?:(?!script>)[Ss][Cc][Rr][Ii][Pp][Tt]|(?!pre>)[Pp][Rr][Ee]|(?!style>)[Ss][Tt][Yy][Ll][Ee]|(?!textarea>)[Tt][Ee][Xx][Tt][Aa][Rr][Ee][Aa])>/
  ],
  // An empty task, or one before the second line of a table without pipes.
  ['[', /\[[ \txX]\](?:[ \t]*(?:[\r\n]|$)|[^\r\n]*(?:\r\n|[\r\n])[ \t>]*:?-+:?[ \t]*(?:[\r\n]|$))/],
  // An empty list item or underline of a heading; one that begins like the second line of a table.
  ['', /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*(?:[\r\n]|$)|[-*+][ \t]+\|)/],
  // White space in JavaScript but not in Rust, or the other way round.
  ['\v', /\v/],
  ['\f', /\f/],
  ['\uFEFF', /\uFEFF/],
  ['\u0085', /\u0085/],
  // A line break at the end of a label.
  ['\\', /\\(?:\r\n|[\r\n])[ \t>]*\]/],
  // A mail address whose domain begins with a dot.
  ['@', /[\w.+-]@[._-]/],
  // An end tag over lines; an escaped backslash or end of a title that begins a line.
  ['</', /<\/[A-Za-z][^<>\r\n]*[\r\n]/],
  ['\\', /[\r\n][ \t>]*\\[\\"')]/],
  // Ends of comments and of character data that overlap with their start, or with a bracket.
  ['<!-', /<!--?-?>/],
  [']]]', /\]\]\]>/]
]

/** A table whose second line is indented more than its first: a lazy line, or the first line of an item. */
const doubtfulTable =
  /(?:^|[\r\n])([ \t>]*)(?![ \t>])[^\r\n]+(?:\r\n|[\r\n])\1[ \t>]+(?=[^\r\n]*\|)(?=[^\r\n]*-)[|:-][-:| \t]*(?:[\r\n]|$)/
const indentedRow = /[\r\n][ \t>]+[|:-][-:| \t]*(?:[\r\n]|$)/

/**
 * A definition over several lines, or soon before a table, a list or HTML: the parsers differ on what continues and
 * what ends it.
 */
const doubtfulDefinition: ReadonlyArray<RegExp> = [
  // Its destination holds a space, so it is no definition.
  /\]:[ \t]*<[^<>\r\n]*[ \t]/,
  // Before a list that does not begin with a definition.
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

/**
 * Footnotes that begin like an image, that stand at the start of items and quotes or in another footnote; escapes and
 * spaces in their label.
 */
const doubtfulFootnote =
  /!\[\s*\^|\]:[\s>]*\[\^|[\r\n](?: {4}| *\t)[ \t]*\[\^[^[\]\r\n]*\]:|\]:[ \t]*(?:[-*+]|\d{1,9}[.)])(?!\S)|[-*+.)>][ \t]*\[\^[^[\]\r\n]*\]:|\[\^[^[\]]*[&\\\s]/

/** Two kinds of emphasis around the same words, or one, as people write them. */
const doubleEmphasis =
  /(?<![*_~\p{L}\p{N}])(\*{1,2}|_{1,2}|~~)(?!\1)(\*{1,2}|_{1,2}|~~)[^*_~\r\n]+\2\1(?![*_~\p{L}\p{N}])/gu
const emphasis = /(?<![*_~])(\*{1,3}|_{1,2}|~~)(?![*_~\s])[^*_~]*[^*_~\s]\1(?![*_~])/g
/** A character that is no delimiter of emphasis: inside a word, of a list item, in code or an address, or escaped. */
const noDelimiter =
  /(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|(?:^|[\r\n])[ \t>]*\*(?=[ \t])|`[^`\r\n]+`|\\[*_~]|\]\([^()\s]*\)/gu
const mixedDelimiters = /\*[_~]|_[*~]|~[*_]/

/** Whether delimiters of two kinds meet in any other way; which of them pair depends on every rule of emphasis. */
function hasMixedDelimiters(text: string): boolean {
  if (!mixedDelimiters.test(text)) return false
  return text.split(/(?:\r\n|\n|\r(?!\n))(?:[ \t>]*(?=[\r\n])|[ >]{0,3}(?=[-*+][ \t]))/).some((paragraph) => {
    if (!mixedDelimiters.test(paragraph)) return false
    const rest = paragraph.replace(noDelimiter, '').replace(doubleEmphasis, '').replace(emphasis, '')
    return /[*_~]/.test(rest)
  })
}

/** Whether the fast parser may read a text, given without its byte order mark; if not, remark reads it. */
export function isTrusted(text: string): boolean {
  return (
    // UTF-8 cannot hold a lone surrogate.
    text.isWellFormed() &&
    !hasMixedDelimiters(text) &&
    !doubtful.some(([needs, pattern]) => text.includes(needs) && pattern.test(text)) &&
    !(text.includes('|') && indentedRow.test(text) && doubtfulTable.test(text)) &&
    !(text.includes(']:') && doubtfulDefinition.some((pattern) => pattern.test(text))) &&
    !(text.includes('[^') && doubtfulFootnote.test(text))
  )
}
