import {closest, distance} from 'fastest-levenshtein'

/** The known word that was likely meant, or undefined where none is near: at most half of the letters differ. */
export function nearest(word: string, known: ReadonlyArray<string>): string | undefined {
  if (known.length === 0 || word === '') return undefined
  const started = known.filter((candidate) => word.length >= 3 && candidate.startsWith(word))
  const best = started.length === 1 ? started[0]! : closest(word.toLowerCase(), [...known])
  // Two letters that changed places, as in `snyc`, count as two that differ.
  const allowed = Math.max(1, Math.floor(Math.max(best.length, word.length) / 2))
  return started.length === 1 || distance(word.toLowerCase(), best) <= allowed ? best : undefined
}
