import type {Diagnostic} from '@passerelle/model'
import {type Fenced, blankFences} from '../sites/fence.ts'
import type {Settings} from '../sites/options.ts'
import type {Range} from '../text/source.ts'
import {parseMasked} from './masked.ts'
import {type Thinned, thinOut} from './thin-out.ts'
import type {Tree} from './tree.ts'

/** A tree, and parts of the text that are not in it. */
export interface Parsed extends Pick<Fenced, 'labels'>, Pick<Thinned, 'thinned'> {
  readonly tree: Tree
  /** Why MDX could not be read as MDX. */
  readonly problem?: Problem
}

/**
 * Parse a text with some of it hidden from the parser: front matter in JSON, container fences, superfluous delimiters,
 * links and tags of templates, formulas. Each is replaced by as many characters, so offsets are those of the text.
 *
 * A function by itself, so that the text shown to the parser is freed before the tree is walked. MDX that cannot be
 * read as MDX is read as Markdown, so that its prose is not lost.
 *
 * @param json
 *   Range of front matter in JSON, where the text begins with it.
 */
export function parseBlocks(text: string, settings: Settings, json: Range | undefined): Parsed {
  const source = json ? blank(text, json) : text
  const {text: unfenced, labels} = settings.extensions.has('directives')
    ? blankFences(source)
    : {text: source, labels: []}
  try {
    return {labels, ...parseThinned(unfenced, settings, text)}
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return {labels, problem, ...parseThinned(unfenced, {...settings, dialect: 'markdown'}, text)}
  }
}

/** In MDX a delimiter may belong to JavaScript, so all are kept. */
function parseThinned(source: string, settings: Settings, written: string): Pick<Parsed, 'tree' | 'thinned'> {
  const {text, thinned} = settings.dialect === 'markdown' ? thinOut(source) : {text: source, thinned: []}
  return {thinned, tree: parseMasked(text, settings, written)}
}

/** A text with one stretch made blank; offsets stay the same. */
function blank(text: string, {start, end}: Range): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}

type Problem = Pick<Diagnostic<'mdx-invalid'>, 'line' | 'column' | 'args'>

/** Place and reason of an error of the MDX parser; `undefined` for any other error. */
function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('reason' in error) || !('line' in error)) return
  const {reason, line, column} = error as Error & {reason: string; line?: number; column?: number}
  return {line: line ?? 1, column: column ?? 1, args: {reason}}
}
