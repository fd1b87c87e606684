import type {Pair, Unit} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import {placesFor} from './sentence-places.ts'
import type {Work} from './work.ts'

/** A sentence of a document, and where it stands in its source. */
export interface Sentence {
  readonly work: Work
  readonly unit: Unit
  readonly pair: Pair
  /** 1-based. */
  readonly line: number
  readonly column: number
  /** Last line of its block. */
  readonly lastLine: number
}

/** The sentences of a document, in the order of its source. */
export function sentencesOf(work: Work, config: Config): Sentence[] {
  const units = new Map(work.bitext.units.map((unit) => [unit.id, unit]))
  const placeOf = placesFor(work, {path: work.direction.targetPath}, config)
  const {text} = work.source.document
  return work.source.blocks.flatMap(({unit: {id}, block}) => {
    const unit = units.get(id)
    if (!unit) return []
    const lastLine = block.place.line + text.slice(block.start, block.end).split('\n').length - 1
    return unit.pairs.map((pair) => {
      const {line, column} = placeOf(id, pair.id) ?? block.place
      return {work, unit, pair, line, column, lastLine}
    })
  })
}

/** Gives the place of a segment in its source, in words for people, by its key `unit/pair`. */
export function locatorOf(work: Work, config: Config): (key: string) => string {
  const {sourcePath, targetPath} = work.direction
  const placeOf = placesFor(work, {path: targetPath}, config)
  return (key) => {
    const at = key.lastIndexOf('/')
    const place = placeOf(key.slice(0, at), key.slice(at + 1))
    return place ? shownAt({work, ...place}) : sourcePath
  }
}

/** Place of a sentence in words for people: `locales/en/oslo.md:12:5`. */
export function shownAt({work, line, column}: Pick<Sentence, 'work' | 'line' | 'column'>): string {
  return `${work.direction.sourcePath}:${line}:${column}`
}

/** Replace the pair of a sentence in its document. */
export function put({work, unit: {id}, pair}: Sentence, now: Pair): void {
  const units = work.bitext.units.map((unit) =>
    unit.id === id ? {...unit, pairs: unit.pairs.map((other) => (other.id === pair.id ? now : other))} : unit
  )
  work.bitext = {...work.bitext, units}
}
