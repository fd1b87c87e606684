import {codesFit} from '@passerelle/check'
import {type Content, type Diagnostic, join, orderOf, type Unit} from '@passerelle/model'
import type {Config} from '../config/config.ts'
import type {Direction} from '../project/direction.ts'
import {shown} from '../page/page.ts'
import {mergeDocument, type SourceBlock} from '../project/source.ts'
import type {Work} from './work.ts'

/** A localized document, and how it was built. */
export interface Built {
  readonly text: string
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Indexes of blocks in the source document that kept their source. */
  readonly quarantined: ReadonlySet<number>
}

/** Merge the translations of a work into its source document. */
export function build(work: Work, config: Config): Built {
  const {source, bitext, direction} = work
  const units = new Map(bitext.units.map((unit) => [unit.id, unit]))
  const targets: (Content | undefined)[] = source.document.blocks.map(() => undefined)
  const misfits: Diagnostic[] = []
  const fallen = new Set<number>()
  for (const block of source.blocks) {
    const unit = units.get(block.unit.id)!
    const misfit = misfitOf(unit)
    if (misfit) {
      misfits.push(quarantine(block, unit, misfit, direction))
      fallen.add(block.index)
    } else targets[block.index] = contentOf(block, unit, config)
  }
  const {text, diagnostics, quarantined} = mergeDocument(source.document, targets, direction, config)
  return {
    text,
    diagnostics: [...misfits, ...diagnostics.map((one) => ({...one, locale: direction.targetLocale}))],
    quarantined: new Set([...fallen, ...quarantined])
  }
}

/** The content of a block in the other language; undefined if all of it is still its source. */
export function contentOf({cut}: SourceBlock, unit: Unit, config: Config): Content | undefined {
  const chosen = unit.pairs.map((pair) => shown(pair, config))
  // If all sentences are empty, none was merged with a neighbour: then none is left out.
  return chosen.every((content) => content === undefined || content.length === 0)
    ? undefined
    : join(
        cut,
        chosen.map((content, index) => content ?? unit.pairs[index]!.source),
        orderOf(unit.pairs)
      )
}

/** The first problem with codes in a unit's targets; such a unit must not be built. */
function misfitOf(unit: Unit): string | undefined {
  for (const {source, target} of unit.pairs) {
    const [problem] = target ? codesFit(source, target, unit.key) : []
    if (problem) return problem.id
  }
  return undefined
}

function quarantine(
  {block}: SourceBlock,
  unit: Unit,
  reason: string,
  {sourcePath: path, targetLocale: locale}: Direction
): Diagnostic {
  const text = unit.pairs
    .map(({target}) => target?.filter((part) => typeof part === 'string').join('') ?? '')
    .join(' ')
  const {line, column} = block.place
  return {
    id: 'unit-quarantined',
    level: 'error',
    path,
    line,
    column,
    unit: unit.id,
    locale,
    args: {text, reason}
  }
}
