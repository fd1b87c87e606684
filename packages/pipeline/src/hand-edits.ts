import type {Bitext, Diagnostic, Document} from '@passerelle/model'
import {blockPrints, skeletonPrint} from './build.ts'
import type {Config} from './config.ts'
import {extractDocument} from './source.ts'
import type {Work} from './work.ts'

/**
 * Find what somebody changed by hand in a localized document.
 *
 * A built document follows from its source and its record, so it may be written over. Each block of the file must be
 * one that was printed before (the record keeps fingerprints by unit), the one that would be printed now, or its
 * source; the rest of the file must be the skeleton as it was printed last, as it would be now, or the source's.
 * There is no side file: any clone can tell.
 *
 * @param existing
 *   The file as it is.
 * @param next
 *   What it would become.
 * @returns
 *   `hand-edited` for each changed block, `hand-edited-skeleton` where something between blocks changed; none where
 *   the file may be written over.
 */
export function findHandEdits(work: Work, existing: string, next: string, config: Config): Diagnostic[] {
  const {direction, bitext, source} = work
  const found = extractDocument(existing, direction.targetPath, direction, config)
  if (found.diagnostics.some(({level}) => level === 'error')) return [skeletonEdit(direction.targetPath)]
  const built = extractDocument(next, direction.targetPath, direction, config).document

  const ours = new Set([...printed(work), ...blockPrints(built), ...blockPrints(source.document)])
  const prints = blockPrints(found.document)
  const edits = found.document.blocks.flatMap(({place}, index): Diagnostic[] =>
    ours.has(prints[index]!)
      ? []
      : [
          {
            id: 'hand-edited',
            level: 'error',
            path: direction.targetPath,
            line: place.line,
            column: place.column,
            args: {}
          }
        ]
  )
  if (edits.length > 0) return edits
  const skeletons = [bitext.skeleton, ...[built, source.document].map(skeletonPrint)]
  return skeletons.includes(skeletonPrint(found.document)) ? [] : [skeletonEdit(direction.targetPath)]
}

function printed({bitext: {units, removed}, aside}: Work): string[] {
  const known = [...units, ...removed].flatMap(({built}) => built ?? [])
  return [...known, ...(aside?.prints() ?? [])].flatMap((built) => built.split(' '))
}

function skeletonEdit(path: string): Diagnostic {
  return {id: 'hand-edited-skeleton', level: 'error', path, args: {}}
}

/** Note in the record how each block was printed, so that hand edits can be told from our own work. */
export function notePrints(work: Work, built: Document): Bitext {
  const prints = blockPrints(built)
  const sources = blockPrints(work.source.document)
  const byId = new Map(work.source.blocks.map(({index, unit}) => [unit.id, index]))
  const units = work.bitext.units.map((unit) => {
    const index = byId.get(unit.id)!
    const {built: before, ...rest} = unit
    const print = prints[index] === sources[index] ? undefined : prints[index]
    if (print === before) return unit
    return print === undefined ? rest : {...rest, built: print}
  })
  return {...work.bitext, units, skeleton: skeletonPrint(built)}
}
