import {type Content, excerptOf} from '@passerelle/model'

/** A change as people see it: the text before, and the text now. */
export interface Difference {
  readonly was: string
  readonly is: string
}

/** How many characters of each side are shown. */
const LENGTH = 60

/** How two texts of a sentence differ; the earlier one may be unknown. */
export function differenceOf(before: Content | undefined, now: Content): Difference {
  const whole = Number.MAX_SAFE_INTEGER
  return differenceOfTexts(before ? excerptOf(before, whole) : '', excerptOf(now, whole))
}

/** How two texts differ; a long beginning or end that both share is left out. */
export function differenceOfTexts(before: string, now: string): Difference {
  const [was, is] = [before, now].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string]
  if (was.length <= LENGTH && is.length <= LENGTH) return {was, is}
  let start = 0
  while (start < was.length && was[start] === is[start]) start++
  const from = Math.max(0, was.lastIndexOf(' ', Math.max(0, start - LENGTH / 4)))
  return {was: shortened(was, from), is: shortened(is, from)}
}

function shortened(text: string, from: number): string {
  const rest = text.slice(from).trim()
  const cut = rest.length > LENGTH ? `${rest.slice(0, LENGTH - 1).trimEnd()}…` : rest
  return from > 0 && cut !== '' ? `…${cut}` : cut
}
