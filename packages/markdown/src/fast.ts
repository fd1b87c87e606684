import {createRequire} from 'node:module'
import type {Root} from 'mdast'
import {isFaithful} from './faithful.ts'
import {isTrusted} from './trust.ts'

/** What is used of satteri. */
interface Satteri {
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
export function parseFast(source: string): Root | undefined {
  loaded ??= load()
  // It drops a byte order mark without counting it, as remark does.
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  if (!loaded || !isTrusted(text)) return undefined
  const root = loaded.markdownToMdast(text, {features})
  return isFaithful(text, root) ? root : undefined
}

/** Loaded when first asked for: who does not ask does not pay. */
function load(): Satteri | false {
  try {
    return createRequire(import.meta.url)('satteri') as Satteri
  } catch {
    return false
  }
}
