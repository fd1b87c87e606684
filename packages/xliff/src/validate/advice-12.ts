import {detach} from '../xml/detach.ts'
import type {Fault} from './structure.ts'
import {ancestor, named, type Node} from './tree.ts'

/** Attributes that are deprecated: the elements they are on, and the version since which. */
const OUT_OF_USE: ReadonlyArray<readonly [attribute: string, elements: RegExp, since: string]> = [
  ['ts', /^[a-z-]+$/, '1.1'],
  ['tool', /^(?:file|phase|alt-trans)$/, '1.1'],
  ['restype', /^target$/, '1.2']
]

/**
 * What the text of XLIFF 1.2 recommends: languages that agree, and nothing deprecated.
 *
 * Valid files break these rules, so all are warnings, each given once for a file or document.
 */
export function createAdvice(root: Node, tell: Fault): (nodes: ReadonlyArray<Node>) => void {
  const version = root.attributes.get('version') ?? ''
  const said = new Set<string>()
  const once = (key: string, ...[id, node, args]: Parameters<Fault>): void => {
    if (said.has(key)) return
    said.add(detach(key))
    tell(id, node, args, 'warning')
  }
  /** What has been said of this file. */
  let inFile = new Set<string>()

  const checkLanguage = (node: Node): void => {
    const file = node.parent?.name === 'trans-unit' ? ancestor(node, 'file') : undefined
    if (!file) return
    const side = node.name === 'target' ? 'target' : 'source'
    const expected = file.attributes.get(`${side}-language`)
    const language = node.attributes.get('xml:lang') || undefined
    const isMissing = side === 'target' && language === undefined && expected === undefined
    const isOther = language !== undefined && expected !== undefined && !isSame(language, expected)
    if (!isMissing && !isOther) return
    const key = `${side} ${language}`
    if (inFile.has(key)) return
    inFile.add(detach(key))
    if (isMissing) tell('target-language-missing', node, {}, 'warning')
    else tell(`${side}-language-differs`, node, {language: language!, expected: expected!}, 'warning')
  }

  return (nodes) => {
    for (const node of nodes) {
      const {name, attributes} = node
      if (name === 'source' || name === 'seg-source' || name === 'target') checkLanguage(node)
      for (const [attribute, elements, since] of attributes.size > 0 ? OUT_OF_USE : []) {
        if (!attributes.has(attribute) || version < since || !elements.test(name)) continue
        const args = {element: name, attribute, version: since}
        once(`${attribute} ${name}`, 'attribute-out-of-use', node, args)
      }
      if (name === 'prop-group' && version >= '1.1')
        once(name, 'element-out-of-use', node, {element: name, version: '1.1'})
      const second = name === 'alt-trans' && version >= '1.2' ? named(node, 'target')[1] : undefined
      if (second) once('targets', 'candidate-with-targets', second)
      if (name === 'file') inFile = new Set()
    }
  }
}

function isSame(language: string, expected: string): boolean {
  return language === expected || language.trim().toLowerCase() === expected.trim().toLowerCase()
}
