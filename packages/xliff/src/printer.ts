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

export function createPrinter(): Printer {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  let indent = ''
  return {
    line(name, attributes, body) {
      const head = tag(name, attributes)
      lines.push(body ? `${indent}<${head}>${body}</${name}>` : `${indent}<${head}/>`)
    },
    block(name, attributes, children) {
      lines.push(`${indent}<${tag(name, attributes)}>`)
      indent += '  '
      children()
      indent = indent.slice(2)
      lines.push(`${indent}</${name}>`)
    },
    text: () => `${lines.join('\n')}\n`
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
