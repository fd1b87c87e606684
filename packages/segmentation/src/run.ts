import type {Program, Stage} from './compile.ts'

/** Where a run stands, for whoever has to stop it. */
export interface Progress {
  position: number
  /** What is being tried; undefined while candidates are looked for. */
  stage: Stage | undefined
}

/** What decided at a position. */
export interface Decision {
  readonly position: number
  readonly breaks: boolean
  /** Absent where Unicode's own algorithm decided. */
  readonly stage?: Stage
}

/**
 * Positions where the rules of a program break a text, ascending, each where SRX sets it: before the white space.
 */
export function breaksOf(text: string, program: Program, progress?: Progress): number[] {
  const breaks: number[] = []
  for (const {position, breaks: isBreak} of decisionsOf(text, program, progress)) {
    if (isBreak) breaks.push(position)
  }
  return breaks
}

/**
 * Every position of a text where some rule would break, and what the rules decide there.
 *
 * At each position the first rule that matches decides (SRX 2.0, section 2.3.1.4). Only positions where some break
 * rule matches can be decided in favour of a break, so no other is looked at.
 */
export function* decisionsOf(text: string, program: Program, progress?: Progress): Generator<Decision> {
  const own = program.unicodeBreaks ? unicodeBreaks(text, program.locale) : []
  let next = 0
  for (const position of candidatesOf(text, program, progress)) {
    for (; own[next]! < position; next++)
      yield decide(text, own[next]!, program, progress) ?? last(own[next]!)
    const decision = decide(text, position, program, progress)
    if (decision) yield decision
    else if (own[next] === position) yield last(position)
    if (own[next] === position) next++
  }
  for (; next < own.length; next++) yield decide(text, own[next]!, program, progress) ?? last(own[next]!)
}

function* candidatesOf(text: string, {candidates}: Program, progress?: Progress): Generator<number> {
  if (!candidates) return
  // A generator may be left half-way, so the expression is set at each step.
  for (let position = 1; position < text.length; position++) {
    if (progress) Object.assign(progress, {position, stage: undefined})
    candidates.lastIndex = position
    // It matches without length, so where it ends is where it begins.
    if (!candidates.test(text) || candidates.lastIndex >= text.length) return
    position = candidates.lastIndex
    yield position
  }
}

function decide(
  text: string,
  position: number,
  {stages}: Program,
  progress?: Progress
): Decision | undefined {
  for (const stage of stages) {
    if (progress) Object.assign(progress, {position, stage})
    stage.pattern.lastIndex = position
    if (stage.pattern.test(text)) return {position, breaks: stage.breaks, stage}
  }
  return undefined
}

/** Unicode's own algorithm is the last rule, and breaks. */
function last(position: number): Decision {
  return {position, breaks: true}
}

const LONGEST = 20_000

/**
 * Sentence ends of Unicode Standard Annex 29, before the white space, as Okapi adds them to its rules.
 *
 * A long text is looked at in stretches, each from the last sentence begun in the one before: the time of the
 * platform's own algorithm grows with the square of the length.
 */
function unicodeBreaks(text: string, locale: string): number[] {
  const segmenter = segmenterFor(locale)
  const ends = new Set<number>()
  for (let from = 0; from < text.length;) {
    const stretch = text.slice(from, from + LONGEST)
    let last = 0
    for (const {index} of segmenter.segment(stretch)) {
      const end = from + stretch.slice(0, index).trimEnd().length
      if (index > 0 && end > 0) ends.add(end)
      last = index
    }
    from += stretch.length < LONGEST || last === 0 ? stretch.length : last
  }
  return [...ends].sort((a, b) => a - b)
}

function segmenterFor(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, {granularity: 'sentence'})
  } catch {
    return new Intl.Segmenter('und', {granularity: 'sentence'})
  }
}
