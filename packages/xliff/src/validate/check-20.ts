import {checkCodes} from './codes.ts'
import {checkCore, createIds} from './core.ts'
import {checkIts} from './its.ts'
import type {Questions} from './questions.ts'
import {checkModules} from './modules.ts'
import {checkFragments} from './references.ts'
import {checkOnce} from './once.ts'
import {elementsOf, TYPES} from './schema.ts'
import {checkStructure, type Fault, faultTo, passFault} from './structure.ts'
import type {Node} from './tree.ts'

/** Check an XLIFF 2.x file, portion by portion; see `createFeed`. */
export function createCheck20(
  root: Node,
  questions: Questions,
  tell: Fault
): (nodes: ReadonlyArray<Node>) => void {
  const schema = {elements: elementsOf(root.attributes.get('version')), types: TYPES, isModular: true}
  const checkIds = createIds()
  const told = new Set<string>()
  const fault = faultTo((problem, node) => {
    const {id} = problem
    if (told.has(id)) return
    if (id === 'xliff-target-language-missing' || id === 'xliff-its-version-missing') told.add(id)
    passFault(tell, problem, node)
  })
  return (nodes) => {
    checkStructure(nodes, schema, fault)
    checkCore(root, nodes, fault)
    checkIds(nodes, fault)
    checkCodes(nodes, questions, fault)
    checkFragments(nodes, questions, fault)
    checkModules(root, nodes, questions, fault)
    checkIts(nodes, fault)
    checkOnce(nodes, fault)
  }
}
