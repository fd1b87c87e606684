import type {Fault} from './structure.ts'
import type {Node} from './tree.ts'

/**
 * Elements of modules that may stand only once in an element, as the lists of contents say (“Structural Elements”).
 *
 * Change tracking is not among them: the test suites have valid files with two.
 */
const ONCE: ReadonlySet<string> = new Set([
  'gls:glossary',
  'mda:metadata',
  'mtc:matches',
  'res:resourceData',
  'slr:data',
  'slr:profiles',
  'val:validation'
])

/** Check that no element of a module stands beside another of its kind. */
export function checkOnce(nodes: ReadonlyArray<Node>, fault: Fault): void {
  for (const {children} of nodes) {
    const met = new Set<string>()
    for (const child of children) {
      if (!ONCE.has(child.name)) continue
      if (met.has(child.name)) fault('element-repeated', child, {element: child.name})
      met.add(child.name)
    }
  }
}
