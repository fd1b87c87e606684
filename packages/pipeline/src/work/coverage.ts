import {countFreshness, freshnessOf, type Pair, textOf} from '@passerelle/model'
import type {Coverage} from '../report/report.ts'
import type {Work} from './work.ts'

/** How much of a work is translated. */
export function coverageOf({direction, bitext}: Work): Coverage {
  const {document, format, sourceLocale, targetLocale, sourcePath, targetPath} = direction
  const pairs = bitext.units.flatMap((unit) => unit.pairs)
  const counts = countFreshness(bitext.units)
  return {
    document,
    format,
    sourceLocale,
    targetLocale,
    sourcePath,
    targetPath,
    segments: {total: pairs.length, ...counts},
    words: {total: wordsIn(pairs), todo: wordsIn(pairs.filter((pair) => freshnessOf(pair) !== 'valid'))}
  }
}

function wordsIn(pairs: ReadonlyArray<Pair>): number {
  return pairs.reduce((sum, {source}) => sum + countWords(textOf(source)), 0)
}

/**
 * Count words as invoices do: runs of letters and figures, including apostrophes, hyphens, points and separators inside
 * them. In scripts without spaces, each character counts as one.
 */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’\-.,\u00A0\u202F][\p{L}\p{M}\p{N}]+)*/gu
