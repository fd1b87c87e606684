import picomatch from 'picomatch'
import {type Bitext, type Diagnostic, freshnessOf, isTyped} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import type {Work} from './work.ts'

/**
 * Why a page that does not exist is not written yet; undefined if it is to be written.
 *
 * Nothing is published in the wrong language: a document is built when it has its first translation, or when as much of
 * it is translated as `buildFrom` in the configuration asks for.
 */
export function heldBack(
  {direction, bitext}: Work,
  {buildFrom}: Pick<Config, 'buildFrom'>
): Diagnostic<'page-held-back'> | 'not-begun' | undefined {
  if (!isBegun(bitext)) return 'not-begun'
  const from = percentFor(direction.below, buildFrom)
  const percent = percentOf(bitext)
  if (percent >= from) return undefined
  const {sourcePath: path, targetPath: page, targetLocale: locale} = direction
  const args = {page, percent: Math.floor(percent), from}
  return {id: 'page-held-back', level: 'info', path, locale, args}
}

/** Whether something of a document was ever translated, or nothing has to be, as in a document of code only. */
function isBegun({units}: Bitext): boolean {
  const pairs = units.flatMap((unit) => unit.pairs)
  return pairs.length === 0 || pairs.some(({target, candidates}) => target ?? candidates.some(isTyped))
}

/** @param below Path below the folder of the locale. */
function percentFor(below: string, buildFrom: Config['buildFrom']): number {
  if (typeof buildFrom === 'number') return buildFrom
  return Object.entries(buildFrom).find(([pattern]) => picomatch.isMatch(below, pattern))?.[1] ?? 0
}

function percentOf({units}: Bitext): number {
  const pairs = units.flatMap((unit) => unit.pairs)
  const valid = pairs.filter((pair) => freshnessOf(pair) === 'valid').length
  return pairs.length === 0 ? 100 : (valid / pairs.length) * 100
}
