import {type Diagnostic, placesOf} from '@passerelle/model'
import {decode} from './decode.ts'
import {createReport} from './report.ts'
import {checkCodes} from './validate/codes.ts'
import {checkCore, checkIds} from './validate/core.ts'
import {checkModules} from './validate/modules.ts'
import {checkFragments} from './validate/references.ts'
import {checkKeys} from './validate/keys-12.ts'
import {ELEMENTS, TYPES} from './validate/schema.ts'
import {ELEMENTS_12, TYPES_12} from './validate/schema-12.ts'
import {checkStructure, type Fault} from './validate/structure.ts'
import {type Node, parseTree, walk} from './validate/tree.ts'

/**
 * Check an XLIFF file: 2.x against its specification, schemas and what they cannot say; 1.2 against its transitional
 * schema.
 *
 * @returns
 *   One diagnostic for each constraint that is broken, by its name and with its place; no error for a valid file.
 */
export function validate(input: string | Uint8Array, path: string): ReadonlyArray<Diagnostic> {
  let text = ''
  const {report, diagnostics} = createReport(path, (offset) => placesOf(text)(offset))
  // Bytes that are not of their encoding are no XML, whatever can be made of them.
  text = decode(input, (id, _, args, about) => report(id, 'error', args, about))
  const {root, failure} = parseTree(text)
  if (failure || !root) {
    report(
      'xliff-not-well-formed',
      'error',
      {reason: failure?.reason ?? 'empty'},
      {offset: failure?.offset ?? 0}
    )
    return diagnostics
  }
  const fault: Fault = (id, node, args = {}, level = 'error') =>
    report(`xliff-${id}`, level, args, {offset: node.element.start})
  if (root.name === '~' && root.element.name === 'xliff') fault('namespace-missing', root)
  else if (root.name !== 'xliff') report('not-xliff', 'error', {}, {offset: 0})
  else if (root.attributes.get('version')?.startsWith('1.')) check12(root, fault)
  else check20(root, fault)
  return diagnostics
}

function check12(root: Node, fault: Fault): void {
  checkStructure(walk(root), {elements: ELEMENTS_12, types: TYPES_12}, fault)
  checkKeys(root, fault)
}

function check20(root: Node, fault: Fault): void {
  const nodes = walk(root)
  checkStructure(nodes, {elements: ELEMENTS, types: TYPES}, fault)
  checkCore(root, nodes, fault)
  checkIds(root, fault)
  checkCodes(root, fault)
  checkFragments(root, fault)
  checkModules(root, fault)
}
