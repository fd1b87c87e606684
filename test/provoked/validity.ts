import type {Families} from '@passerelle/model'
import type {Rows} from './row.ts'
import {validity12} from './validity-12.ts'
import {validityCodes} from './validity-codes.ts'
import {validityCore} from './validity-core.ts'
import {validityModules} from './validity-modules.ts'

type Known = Partial<Rows<Families['validity']>>

/** Constraints of XLIFF, each broken by a small file. */
export const validity: Rows<Families['validity']> = {
  ...(validity12 satisfies Known),
  ...(validityCore satisfies Known),
  ...(validityCodes satisfies Known),
  ...(validityModules satisfies Known)
}
