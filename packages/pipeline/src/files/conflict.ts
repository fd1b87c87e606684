import type {Diagnostic} from '@passerelle/model'

/**
 * Marks that git leaves in a file that it could not merge: `<<<<<<<`, `=======`, `>>>>>>>`, and with the styles `diff3`
 * and `zdiff3` `|||||||` before the common version; git-merge(1), "How conflicts are presented".
 */
const MARKS = {ours: /^<{7}(?: |$)/, before: /^\|{7}(?: |$)/, theirs: /^={7}$/, end: /^>{7}(?: |$)/}

/** Line of the first conflict, from 1. */
export function conflictLine(text: string): number | undefined {
  if (!text.includes('<<<<<<<')) return undefined
  const at = linesOf(text).findIndex((line) => MARKS.ours.test(bare(line)))
  return at < 0 ? undefined : at + 1
}

/** The diagnostic `conflict-markers` for the first conflict. */
export function conflictIn(text: string, path: string): Diagnostic | undefined {
  const line = conflictLine(text)
  return line === undefined
    ? undefined
    : {id: 'conflict-markers', level: 'error', path, line, column: 1, args: {}}
}

/** A text as each of two branches has it; undefined if the marks are incomplete. */
export function sidesOf(text: string): readonly [ours: string, theirs: string] | undefined {
  const sides: [string[], string[]] = [[], []]
  let place: 'both' | 'ours' | 'before' | 'theirs' = 'both'
  for (const line of linesOf(text)) {
    const mark = bare(line)
    if (MARKS.ours.test(mark) && place === 'both') place = 'ours'
    else if (MARKS.before.test(mark) && place === 'ours') place = 'before'
    else if (MARKS.theirs.test(mark) && (place === 'ours' || place === 'before')) place = 'theirs'
    else if (MARKS.end.test(mark) && place === 'theirs') place = 'both'
    else {
      if (place !== 'theirs' && place !== 'before') sides[0].push(line)
      if (place !== 'ours' && place !== 'before') sides[1].push(line)
    }
  }
  return place === 'both' ? [sides[0].join(''), sides[1].join('')] : undefined
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}

function bare(line: string): string {
  return line.replace(/\r?\n$/, '')
}
