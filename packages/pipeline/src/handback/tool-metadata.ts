import type {Bitext, MetaGroup, Unit} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'

/** What tools note for themselves in a hand-back; it replaces what they noted before. */
export interface ToolMetadata {
  readonly take: (file: ReadFile) => void
  readonly of: (unit: string) => Pick<Unit, 'metadata'>
  readonly ofDocument: () => Pick<Bitext, 'metadata'>
}

/** @param units Units of today, by id. */
export function createToolMetadata(units: ReadonlyMap<string, Unit>): ToolMetadata {
  const ofUnits = new Map<string, ReadonlyArray<MetaGroup>>()
  const ofDocument: MetaGroup[] = []
  return {
    take({bitext}) {
      for (const {id, metadata} of [...bitext.units, ...bitext.removed])
        if (metadata && units.has(id)) ofUnits.set(id, metadata)
      ofDocument.push(...(bitext.metadata ?? []))
    },
    of(unit) {
      const metadata = ofUnits.get(unit)
      return metadata ? {metadata} : {}
    },
    ofDocument: () => (ofDocument.length > 0 ? {metadata: ofDocument} : {})
  }
}
