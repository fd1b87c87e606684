import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'

/** A JSON value and where it stands; offsets count UTF-16 code units of the whole file, byte order mark included. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonAtom

interface Range {
  readonly start: number
  readonly end: number
}

export interface JsonObject extends Range {
  readonly type: 'object'
  readonly properties: ReadonlyArray<JsonProperty>
}

export interface JsonArray extends Range {
  readonly type: 'array'
  readonly items: ReadonlyArray<JsonNode>
}

export interface JsonString extends Range {
  readonly type: 'string'
  readonly value: string
}

/** A number, `true`, `false` or `null`: never translated, kept as written. */
export interface JsonAtom extends Range {
  readonly type: 'atom'
  readonly kind: 'number' | 'boolean' | 'null'
}

export interface JsonProperty extends Range {
  readonly key: JsonString
  readonly value: JsonNode
}

export interface JsonProblem {
  readonly reason: string
  readonly offset: number
}

/** No catalog nests deeper; parsers that recurse end their process on a file made to. */
const deepest = 200

/**
 * Read a file as strict JSON (RFC 8259): no comment, no trailing comma; one byte order mark is let pass.
 *
 * @returns
 *   The root, or where and why the file is not JSON.
 */
export function readJson(text: string): JsonNode | JsonProblem {
  const bomLength = text.startsWith('\uFEFF') ? 1 : 0
  const body = text.slice(bomLength)
  const deep = tooDeep(body)
  if (deep !== undefined) return {reason: 'TooDeep', offset: bomLength + deep}
  const errors: ParseError[] = []
  const root = parseTree(body, errors, {disallowComments: true, allowTrailingComma: false})
  const first = errors[0]
  if (first) return {reason: printParseErrorCode(first.error), offset: bomLength + first.offset}
  if (!root || !isJson(body)) return {reason: 'InvalidSymbol', offset: bomLength}
  return convert(root, bomLength)
}

/** Whether reading ended well. */
export function isNode(result: JsonNode | JsonProblem): result is JsonNode {
  return 'type' in result
}

/** Every key that an earlier one of the same object already has; of such, parsers keep the last. */
export function repeatedKeys(node: JsonNode): {key: string; offset: number}[] {
  if (node.type === 'array') return node.items.flatMap(repeatedKeys)
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  return node.properties.flatMap(({key, value}) => {
    const again = seen.has(key.value) ? [{key: key.value, offset: key.start}] : []
    seen.add(key.value)
    return [...again, ...repeatedKeys(value)]
  })
}

function tooDeep(body: string): number | undefined {
  let depth = 0
  for (const {0: token, index} of body.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gsu)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > deepest) return index
  }
  return undefined
}

/** The platform's parser has the last word: what it refuses, i18next cannot load. */
function isJson(body: string): boolean {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}

function convert(node: Node, bomLength: number): JsonNode {
  const range = {start: node.offset + bomLength, end: node.offset + node.length + bomLength}
  const children = node.children ?? []
  if (node.type === 'object') {
    return {type: 'object', ...range, properties: children.map((child) => convertProperty(child, bomLength))}
  }
  if (node.type === 'array') {
    return {type: 'array', ...range, items: children.map((child) => convert(child, bomLength))}
  }
  if (node.type === 'string') return {type: 'string', ...range, value: String(node.value)}
  return {type: 'atom', kind: node.type as JsonAtom['kind'], ...range}
}

function convertProperty(node: Node, bomLength: number): JsonProperty {
  const [key, value] = node.children ?? []
  return {
    start: node.offset + bomLength,
    end: node.offset + node.length + bomLength,
    key: convert(key!, bomLength) as JsonString,
    value: convert(value!, bomLength)
  }
}
