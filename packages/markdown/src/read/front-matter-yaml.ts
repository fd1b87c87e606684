import {type Diagnostic, placesOf} from '@passerelle/model'
import {type ParsedNode, type Scalar, type YAMLMap, isMap, isScalar, isSeq, parseDocument} from 'yaml'
import {dataSlot, isWanted} from './data-slot.ts'
import type {Settings} from '../sites/options.ts'
import {type SimpleValue, readSimple} from '../text/simple-yaml.ts'
import type {ScalarStyle, Slot} from './slot.ts'
import type {Range} from '../text/source.ts'

/** What front matter holds, or why it cannot be read. */
export interface FrontMatter {
  readonly slots: ReadonlyArray<Slot>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Find the values of translatable keys in YAML front matter.
 *
 * @param range
 *   Of the YAML without its fences.
 */
export function readYaml(text: string, range: Range, path: string, settings: Settings): FrontMatter {
  // A lone carriage return ends a line in YAML (YAML 1.2.2, 5.4), but not for the parser.
  const yaml = text.slice(range.start, range.end).replace(/\r(?!\n)/g, '\n')
  const simple = readSimple(yaml, (path) => isWanted(settings, path))
  if (simple) return {slots: simple.map((value) => simpleSlot(value, range.start, settings)), diagnostics: []}
  const document = parseDocument(yaml, {keepSourceTokens: false, logLevel: 'silent', uniqueKeys: false})
  const [error] = document.errors
  if (error) {
    const {line, column} = placesOf(text)(range.start + (error.pos[0] ?? 0))
    const reason = error.message.split('\n')[0] ?? error.code
    return {
      slots: [],
      diagnostics: [{id: 'front-matter-invalid', level: 'error', path, line, column, args: {reason}}]
    }
  }
  const slots: Slot[] = []
  readItem(document.contents, [])
  return {slots, diagnostics: []}

  /** Read an item of a list, for which the key of the list counts. */
  function readItem(node: ParsedNode | null, keys: ReadonlyArray<string>): void {
    if (isMap(node)) readMap(node, keys)
    else if (isSeq(node)) for (const item of node.items) readItem(item, keys)
    else if (keys.length > 0 && isWanted(settings, keys) && isScalar(node)) {
      const slot = slotOf(node, yaml, range.start, keys, settings)
      if (slot) slots.push(slot)
    }
  }

  function readMap(map: YAMLMap.Parsed, keys: ReadonlyArray<string>): void {
    for (const {key, value} of map.items) readItem(value, [...keys, isScalar(key) ? String(key.value) : ''])
  }
}

function simpleSlot({path, value, type, start, end}: SimpleValue, base: number, settings: Settings): Slot {
  const range = {start: base + start, end: base + end}
  return dataSlot(value, range, path, {type, header: '', indent: ''}, settings)
}

function slotOf(
  scalar: Scalar.Parsed,
  yaml: string,
  base: number,
  keys: ReadonlyArray<string>,
  settings: Settings
): Slot | undefined {
  const {value, range, type} = scalar
  const style = styles[type ?? '']
  if (typeof value !== 'string' || !style || scalar.anchor) return
  // The line ending after a block scalar ends that line, even if nothing else is on it.
  const raw = yaml.slice(range[0], range[1]).replace(/(?:\r\n|\n|\r)$/, '')
  const start = base + range[0]
  return dataSlot(value, {start, end: start + raw.length}, keys, measure(style, raw), settings)
}

const styles: Readonly<Record<string, ScalarStyle['type']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'folded',
  BLOCK_LITERAL: 'literal'
}

function measure(type: ScalarStyle['type'], raw: string): ScalarStyle {
  const lines = raw.split(/\r\n|\n|\r/)
  const block = type === 'folded' || type === 'literal'
  const following = lines.slice(1).filter((line) => line.trim() !== '')
  return {
    type,
    header: block ? (lines[0] ?? '') : '',
    indent: /^ */.exec(following[0] ?? '')?.[0] ?? '',
    ...(following.length > (block ? 1 : 0) ? {width: Math.max(...following.map((line) => line.length))} : {})
  }
}
