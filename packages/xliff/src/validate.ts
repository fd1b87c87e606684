import {type Diagnostic, placesOf} from '@passerelle/model'
import {decode} from './decode.ts'
import {createReport} from './report.ts'
import {checkCodes} from './validate/codes.ts'
import {checkCore, checkIds} from './validate/core.ts'
import {checkModules} from './validate/modules.ts'
import {checkFragments} from './validate/references.ts'
import {checkStructure, type Fault} from './validate/structure.ts'
import {parseTree, walk} from './validate/tree.ts'

/**
 * Check an XLIFF 2.x file against its specification, schemas and what they cannot say.
 *
 * @returns
 *   One diagnostic for each constraint that is broken, by its name and with its place; no error for a valid file.
 */
export function validate(input: string | Uint8Array, path: string): ReadonlyArray<Diagnostic> {
  let text = ''
  const {report, diagnostics} = createReport(path, (offset) => placesOf(text)(offset))
  text = decode(input, report)
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
  if (root.name !== 'xliff') {
    report('not-xliff', 'error', {}, {offset: 0})
    return diagnostics
  }
  const fault: Fault = (id, node, args = {}, level = 'error') =>
    report(`xliff-${id}`, level, args, {offset: node.element.start})
  const nodes = walk(root)
  checkStructure(nodes, fault)
  checkCore(root, nodes, fault)
  checkIds(root, fault)
  checkCodes(root, fault)
  checkFragments(root, fault)
  checkModules(root, fault)
  return diagnostics
}
