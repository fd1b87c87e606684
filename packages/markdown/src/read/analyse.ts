import {type Block, isTranslatable, placesOf, textOf} from '@passerelle/model'
import type {Settings} from '../sites/options.ts'
import type {Slot} from './slot.ts'
import {type Outcome, walk} from './walk.ts'

/** Everything known of a text: its slots, and the structure around them. */
export interface Analysis extends Outcome {
  readonly text: string
  /** In reading order; a slot inside another comes after it. */
  readonly slots: ReadonlyArray<Slot>
  /** The lines of the structure; see `Sink`. */
  readonly shape: ReadonlyArray<string>
  /** For each line of the shape, how many slots come before it. */
  readonly counts: ReadonlyArray<number>
}

/** Read a text and keep all that is known of it. */
export function analyse(text: string, path: string, settings: Settings): Analysis {
  const slots: Slot[] = []
  const shape: string[] = []
  const counts: number[] = []
  const outcome = walk(text, path, settings, {
    slot: (slot) => void slots.push(slot),
    line(line) {
      shape.push(line)
      counts.push(slots.length)
    }
  })
  return {text, slots, shape, counts, ...outcome}
}

/** Whether a slot is a block: it has something to translate. */
export function isBlock({content}: Slot): boolean {
  return isTranslatable(textOf(content))
}

/** The blocks among the slots. */
export function blocksOf({text, slots}: Analysis): Block[] {
  const place = placesOf(text)
  return slots.filter(isBlock).map(({kind, start, end, content, trail, container, key}) => ({
    kind,
    place: place(start),
    start,
    end,
    content,
    trail,
    ...(container && {container}),
    ...(key === undefined ? {} : {key})
  }))
}
