import {placesOf} from '@passerelle/model'
import {type AST, parseTOML} from 'toml-eslint-parser'
import {dataSlot, isWanted} from './data-slot.ts'
import type {FrontMatter} from './front-matter-yaml.ts'
import type {Settings} from '../sites/options.ts'
import type {Slot} from './slot.ts'
import type {Range} from '../text/source.ts'
import {isTooDeep} from '../text/too-deep.ts'

/**
 * Find the values of translatable keys in TOML front matter.
 *
 * @param range
 *   Of the TOML without its fences.
 */
export function readToml(text: string, {start, end}: Range, path: string, settings: Settings): FrontMatter {
  const toml = text.slice(start, end)
  const slots: Slot[] = []
  try {
    for (const node of parseTOML(toml).body[0].body) {
      if (node.type === 'TOMLKeyValue') readPair(node, [])
      else for (const pair of node.body) readPair(pair, namesIn(node.resolvedKey))
    }
    return {slots, diagnostics: []}
  } catch (error) {
    const {message, index = isTooDeep(error) ? 0 : undefined} = error as Error & {index?: number}
    if (index === undefined) throw error
    const {line, column} = placesOf(text)(start + index)
    const args = {reason: message}
    return {slots: [], diagnostics: [{id: 'front-matter-invalid', level: 'error', path, line, column, args}]}
  }

  function readPair({key, value}: AST.TOMLKeyValue, above: ReadonlyArray<string>): void {
    const keys = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
    read(value, [...above, ...keys])
  }

  function read(node: AST.TOMLContentNode, keys: ReadonlyArray<string>): void {
    if (node.type === 'TOMLInlineTable') for (const pair of node.body) readPair(pair, keys)
    else if (node.type === 'TOMLArray') for (const element of node.elements) read(element, keys)
    else if (node.kind === 'string' && isWanted(settings, keys)) add(node, keys)
  }

  function add(node: AST.TOMLStringValue, keys: ReadonlyArray<string>): void {
    const range = {start: start + node.range[0], end: start + node.range[1]}
    // A line ending right after the opening quotes is not part of the value.
    const header = node.multiline ? (/^(?:\r\n|\n)/.exec(text.slice(range.start + 3))?.[0] ?? '') : ''
    const type = `toml-${node.style}${node.multiline ? '-multiline' : ''}` as const
    slots.push(dataSlot(node.value, range, keys, {type, header, indent: ''}, settings))
  }
}

/** Names of a table; for an array of tables also the index. */
function namesIn(key: ReadonlyArray<string | number>): string[] {
  return key.filter((part) => typeof part === 'string')
}
