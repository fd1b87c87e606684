import {escapeAttribute} from './escape.ts'

/** Attributes in the order they are printed; those without a value are left out. */
export type Attributes = ReadonlyArray<readonly [name: string, value: string | number | undefined]>

/** Lines of a file, indented by depth, so that a change of one element is a change of its lines alone. */
export interface Printer {
  /** An element on a line of its own; `body` is already XML. */
  readonly line: (name: string, attributes: Attributes, body?: string) => void
  /** An element whose children stand on lines of their own. */
  readonly block: (name: string, attributes: Attributes, children: () => void) => void
  /** The file so far. */
  readonly text: () => string
}

/** Lines after which what was printed is put aside as one string: a rope, or a list, of all burdens the collector. */
const CHUNK = 500

export function createPrinter(): Printer {
  const chunks: string[] = []
  let lines = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  let indent = ''
  const print = (line: string): void => {
    if (lines.push(line) < CHUNK) return
    chunks.push(lines.join(''))
    lines = []
  }
  return {
    line(name, attributes, body) {
      const start = `${indent}<${tag(name, attributes)}`
      print(body ? `${start}>${body}</${name}>\n` : `${start}/>\n`)
    },
    block(name, attributes, children) {
      print(`${indent}<${tag(name, attributes)}>\n`)
      indent += '  '
      children()
      indent = indent.slice(2)
      print(`${indent}</${name}>\n`)
    },
    text: () => chunks.join('') + lines.join('')
  }
}

/** A tag without its brackets: name and attributes. */
export function tag(name: string, attributes: Attributes): string {
  let result = name
  for (const [key, value] of attributes) {
    if (value !== undefined) result += ` ${key}="${escapeAttribute(String(value))}"`
  }
  return result
}
