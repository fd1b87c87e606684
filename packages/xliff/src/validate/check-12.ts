import {createKeys} from './keys-12.ts'
import {ELEMENTS_12, TYPES_12} from './schema-12.ts'
import {checkStructure, type Fault} from './structure.ts'
import type {Node} from './tree.ts'

/** Check an XLIFF 1.2 file, portion by portion; see `createFeed`. */
export function createCheck12(fault: Fault): (nodes: ReadonlyArray<Node>) => void {
  const checkKeys = createKeys(fault)
  return (nodes) => {
    checkStructure(nodes, {elements: ELEMENTS_12, types: TYPES_12}, fault)
    checkKeys(nodes)
  }
}
