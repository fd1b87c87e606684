import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {isFaithful, withoutCode} from './faithful.ts'
import {type Parts, type Tree, readInParts} from './tree.ts'
import {isTrusted} from './trust.ts'

/** What is used of satteri. */
interface Satteri extends Parts {
  markdownToMdast(text: string, options: {readonly features: typeof features}): Root
}

/** What remark is set up to read, and nothing else. */
const features = {gfm: true, frontmatter: true, math: false, directive: false, smartPunctuation: false}

let loaded: Satteri | false | undefined

/**
 * Parse with satteri, a native parser that gives the same tree some thirty times faster.
 *
 * @returns
 *   `undefined` where it is not installed or has no binary for the platform, and where its tree is not to be trusted.
 */
export function parseFast(source: string): Tree | undefined {
  loaded ??= load()
  const satteri = loaded
  if (!satteri) return undefined
  // It drops a byte order mark without counting it, as remark does; NUL is U+FFFD to CommonMark (2.3).
  const text = (source.startsWith('\uFEFF') ? source.slice(1) : source).replaceAll('\0', '\uFFFD')
  if (text.length > longest) return readInParts(satteri, text.toWellFormed(), features)
  const root = satteri.markdownToMdast(text.toWellFormed(), {features})
  // What is doubtful may stand in code, where it means nothing.
  const trusted = isTrusted(text) || isTrusted(withoutCode(text, root))
  return (trusted && isFaithful(text, root)) || isTooMuch(text) ? root : undefined
}

/** Longest text that remark is given, most lines of it, and most delimiters and lines of one paragraph: its time grows with the square. */
const longest = 250_000
const mostLines = 5000
const mostDelimiters = 1500

/** Whether remark would take so long that the fast parser's tree is the better one, even where the two may differ. */
function isTooMuch(text: string): boolean {
  let delimiters = 0
  let lines = 0
  for (const {0: found, 1: blank} of text.matchAll(delimiterOrLine)) {
    if (/^[\r\n]/.test(found)) lines++
    delimiters = blank === undefined ? delimiters + 1 : 0
    if (delimiters > mostDelimiters || lines > mostLines) return true
  }
  return false
}

/** A run of delimiters or a line ending; in the group, what a blank line after that begins with. */
const delimiterOrLine = /[*_~`[\]<&]+|(?:\r\n|\n|\r(?!\n))([ \t>]*(?=[\r\n]))?/g

/** Loaded when first asked for: who does not ask does not pay. */
function load(): Satteri | false {
  try {
    return createRequire(import.meta.url)('satteri') as Satteri
  } catch {
    return false
  }
}
