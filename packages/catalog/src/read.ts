import {
  type Block,
  type Content,
  type Diagnostic,
  diagnostic,
  type DiagnosticArgs,
  isTranslatable,
  placesOf,
  slowExpression,
  textOf
} from '@passerelle/model'
import {contentOf} from './codes.ts'
import {isNode, readJson, repeatedKeys} from './json.ts'
import {keyPath} from './key-path.ts'
import type {CatalogOptions} from './options.ts'
import {type Plan, planOf, type StringPlan, stringsOf} from './plan.ts'

/** A catalog read for one target. */
export interface Reading {
  /** Absent when the file is no catalog. */
  readonly plan: Plan | undefined
  /** Ascending by start; a derived block stands beside the form it is derived from. */
  readonly blocks: ReadonlyArray<Block>
  /** The string of each block. */
  readonly strings: ReadonlyArray<StringPlan>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Read a catalog: its plan and its blocks. Both verbs begin here, so they agree. */
export function read(text: string, path: string, options: CatalogOptions): Reading {
  const place = placesOf(text)
  const at = (offset: number): {path: string; line: number; column: number} => {
    const {line, column} = place(offset)
    return {path, line, column}
  }
  const failed = <Id extends 'json-invalid' | 'json-root'>(
    id: Id,
    offset: number,
    args: DiagnosticArgs[Id]
  ): Reading => ({
    plan: undefined,
    blocks: [],
    strings: [],
    diagnostics: [diagnostic(id, 'error', args, at(offset))]
  })

  const root = readJson(text)
  if (!isNode(root)) return failed('json-invalid', root.offset, {reason: root.reason})
  if (root.type !== 'object') {
    return failed('json-root', root.start, {found: root.type === 'atom' ? root.kind : root.type})
  }
  const plan = planOf(root, options)
  const slow = new Map<RegExp, Diagnostic>()
  const contentIn = ({node: {value, start}}: StringPlan): Content =>
    contentOf(value, options.protect, (pattern) => {
      if (!slow.has(pattern)) slow.set(pattern, {...slowExpression(pattern, value, path), ...at(start)})
    })
  const found = stringsOf(plan)
    .sort((a, b) => a.node.start - b.node.start)
    .map((string) => ({string, block: blockOf(string, place, contentIn(string))}))
    .filter(({block}) => isTranslatable(textOf(block.content)))
  return {
    plan,
    blocks: found.map(({block}) => block),
    strings: found.map(({string}) => string),
    diagnostics: [
      ...repeatedKeys(root).map(({key, offset}) =>
        diagnostic('json-key-repeated', 'warning', {key}, at(offset))
      ),
      ...slow.values()
    ]
  }
}

function blockOf(
  {node, path, derived}: StringPlan,
  place: ReturnType<typeof placesOf>,
  content: Content
): Block {
  return {
    kind: 'value',
    place: place(node.start + 1),
    start: node.start + 1,
    end: node.end - 1,
    content,
    trail: path.slice(0, -1),
    key: keyPath(path),
    ...(derived && {derived: true})
  }
}
