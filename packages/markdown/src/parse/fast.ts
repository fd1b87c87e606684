import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {isFaithful, withoutCode} from './faithful.ts'
import {type Parts, type Tree, readInParts} from './tree.ts'
import {isTrusted} from './trust.ts'

/** The part of satteri that is used. */
interface Satteri extends Parts {
  markdownToMdast(text: string, options: {readonly features: typeof features}): Root
}

/** Only what remark is set up to read. */
const features = {gfm: true, frontmatter: true, math: false, directive: false, smartPunctuation: false}

let loaded: Satteri | false | undefined

/**
 * Parse with satteri, a native parser that gives the same tree some thirty times faster.
 *
 * @returns
 *   `undefined` where it is not installed, has no binary for the platform, or its tree cannot be trusted.
 */
export function parseFast(source: string): Tree | undefined {
  loaded ??= load()
  const satteri = loaded
  if (!satteri) return undefined
  // Like remark, it drops a byte order mark without counting it; NUL is U+FFFD in CommonMark (2.3).
  const text = (source.startsWith('\uFEFF') ? source.slice(1) : source).replaceAll('\0', '\uFFFD')
  if (text.length > longest) return readInParts(satteri, text.toWellFormed(), features)
  const root = satteri.markdownToMdast(text.toWellFormed(), {features})
  // A pattern that raises doubt may stand in code, where it means nothing.
  const trusted = isTrusted(text) || isTrusted(withoutCode(text, root))
  return (trusted && isFaithful(text, root)) || isTooMuch(text) ? root : undefined
}

/**
 * The longest text for remark, most of its lines, and most delimiters and lines of one paragraph: its time grows with
 * the square.
 */
const longest = 250_000
const mostLines = 5000
const mostDelimiters = 1500

/** Whether remark would take so long that the fast parser's tree is used even where the two may differ. */
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

/** A run of delimiters or a line ending; the group holds what begins the line after a blank one. */
const delimiterOrLine = /[*_~`[\]<&]+|(?:\r\n|\n|\r(?!\n))([ \t>]*(?=[\r\n]))?/g

/** Loaded on first use. */
function load(): Satteri | false {
  try {
    return createRequire(import.meta.url)('satteri') as Satteri
  } catch {
    return false
  }
}
