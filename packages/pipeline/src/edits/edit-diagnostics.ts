import type {Diagnostic, FilePlace, Place} from '@passerelle/model'
import type {Edit, OtherChange} from './changes.ts'
import {differenceOfTexts} from '../page/difference.ts'
import type {Found} from '../page/found.ts'
import type {Next} from './write.ts'

/** Report every difference in a file that was never built or cannot be read: all of them may be a person's. */
export function wholeDiagnostics(
  existing: string,
  found: Found | undefined,
  next: Next,
  path: string
): Diagnostic[] {
  const args = differenceOfTexts(next.text, existing)
  if (!found) return [{id: 'hand-edited-skeleton', level: 'error', path, line: 1, args}]
  const [is, expected] = [found.blocks.length, next.found.blocks.length]
  if (is !== expected || found.blocks.some(({kind}, place) => kind !== next.found.blocks[place]!.kind))
    return [{id: 'edit-other-structure', level: 'error', path, args: {found: is, expected}}]
  const edits = found.blocks.flatMap(({place, start, end}, index): Diagnostic[] => {
    const before = next.found.blocks[index]!
    if (found.fingerprints[index] === next.found.fingerprints[index]) return []
    const was = next.text.slice(before.start, before.end)
    const difference = differenceOfTexts(was, existing.slice(start, end))
    const {line, column} = place
    return [{id: 'hand-edited', level: 'error', path, line, column, args: difference}]
  })
  return edits.length > 0 ? edits : [{id: 'hand-edited-skeleton', level: 'error', path, args}]
}

/** What people changed in a file and what was not taken. */
interface Left {
  readonly others: ReadonlyArray<OtherChange>
  readonly edits: ReadonlyArray<Edit>
}

/**
 * Report changes that were not taken.
 *
 * @param places
 *   Where blocks of the page stand now, if they have moved.
 */
export function leftDiagnostics(
  {others, edits}: Left,
  path: string,
  places: ReadonlyMap<number, Place> = new Map()
): Diagnostic[] {
  const at = (block: number | undefined, place: {line: number; column: number}): FilePlace => {
    const {line, column} = (block === undefined ? undefined : places.get(block)) ?? place
    return {path, line, column}
  }
  const copiedOver = edits.filter(({doubt}) => doubt === 'page-is-source')
  const single = edits.filter(({doubt}) => doubt !== 'page-is-source')
  return [
    ...others.map(({id, block, line, column, was, is}): Diagnostic => {
      const place = at(block, {line, column})
      return {id, level: 'error', ...place, args: {was, is}}
    }),
    ...copiedOver.slice(0, 1).map(({block, at: {place}}): Diagnostic => {
      return {id: 'edit-is-original', level: 'error', ...at(block, place), args: {count: copiedOver.length}}
    }),
    ...single.map(({doubt, block, at: {place}, was, is}): Diagnostic => {
      const id = doubt === 'like-source' ? 'edit-like-source' : 'hand-edited'
      return {id, level: 'error', ...at(block, place), args: {was, is}}
    })
  ]
}

/** Report edits that were taken: one line for all, and one for each that contradicts something else. */
export function takenDiagnostics(takes: ReadonlyArray<Edit>, path: string): Diagnostic[] {
  const kinds = [
    ['edit-taken', takes.filter(({isOfToday}) => isOfToday)],
    ['edit-of-earlier', takes.filter(({isOfToday}) => !isOfToday)]
  ] as const
  const taken = kinds.flatMap(([id, [first, ...others]]): Diagnostic[] => {
    if (!first) return []
    const {was, is, at} = first
    const args = {count: others.length + 1, was, is}
    return [{id, level: 'info', path, line: at.place.line, column: at.place.column, args}]
  })
  const disputed = takes.flatMap(({newer, is, at}): Diagnostic[] =>
    newer === undefined
      ? []
      : [
          {
            id: 'edit-over-newer',
            level: 'warning',
            path,
            line: at.place.line,
            column: at.place.column,
            args: {newer, is}
          }
        ]
  )
  return [...taken, ...disputed]
}
