import {type Node, type ParseError, parseTree} from 'jsonc-parser'
import {dataSlot, isWanted} from './data-slot.ts'
import type {Settings} from '../sites/options.ts'
import {isTooDeep} from '../text/too-deep.ts'
import type {Slot} from './slot.ts'
import type {Range} from '../text/source.ts'

/** JSON front matter as Hugo reads it: an object at the beginning of the file that ends with its line. */
export interface JsonMatter {
  readonly range: Range
  readonly slots: ReadonlyArray<Slot>
}

/** Front matter in JSON, with its translatable values; `undefined` where the text does not begin with it. */
export function readJson(text: string, settings: Settings): JsonMatter | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  if (text[start] !== '{') return
  const length = objectAt(text, start)
  if (length === undefined || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(start + length, start + length + 80)))
    return
  const slots: Slot[] = []
  try {
    const errors: ParseError[] = []
    const root = parseTree(text.slice(start, start + length), errors)
    if (!root || errors.length > 0) return
    read(root, [])
    return {range: {start, end: start + length}, slots}
  } catch (error) {
    if (isTooDeep(error)) return
    throw error
  }

  function read(node: Node, keys: ReadonlyArray<string>): void {
    const {type, children = [], value, offset} = node
    if (type === 'property') read(children[1]!, [...keys, String(children[0]!.value)])
    else if (type === 'object' || type === 'array') for (const child of children) read(child, keys)
    else if (type === 'string' && isWanted(settings, keys)) {
      const range = {start: start + offset, end: start + offset + node.length}
      slots.push(dataSlot(String(value), range, keys, {type: 'json', header: '', indent: ''}, settings))
    }
  }
}

/** Length of the object that begins at an offset, by counting braces. */
function objectAt(text: string, start: number): number | undefined {
  const token = /"(?:[^"\\\r\n]|\\.)*"|[{}]/g
  token.lastIndex = start
  let depth = 0
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '{') depth++
    if (match[0] === '}' && --depth === 0) return token.lastIndex - start
  }
  return undefined
}
