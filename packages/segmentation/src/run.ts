import type {Program} from './compile.ts'

/**
 * Positions where the rules of a program break a text, ascending, each where SRX sets it: before the white space.
 *
 * At each position the first rule that matches decides (SRX 2.0, section 2.3.1.4). Only positions where some break
 * rule matches can be decided in favour of a break, so no other is looked at.
 */
export function breaksOf(text: string, program: Program): number[] {
  const breaks: number[] = []
  for (const position of candidatesOf(text, program))
    if (isBreak(text, position, program)) breaks.push(position)
  return breaks
}

/** Positions inside a text where some break rule matches. */
function* candidatesOf(text: string, {candidates}: Program): Generator<number> {
  if (!candidates) return
  candidates.lastIndex = 1
  for (let match = candidates.exec(text); match && match.index < text.length; match = candidates.exec(text)) {
    yield match.index
    candidates.lastIndex = match.index + 1
  }
}

function isBreak(text: string, position: number, {stages}: Program): boolean {
  for (const {breaks, pattern} of stages) {
    pattern.lastIndex = position
    if (pattern.test(text)) return breaks
  }
  return false
}
