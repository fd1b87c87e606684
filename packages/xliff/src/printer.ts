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
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n'
  let indent = ''
  return {
    line(name, attributes, body) {
      text += `${indent}<`
      text += tag(name, attributes)
      if (body) {
        text += '>'
        text += body
        text += `</${name}>\n`
      } else text += '/>\n'
    },
    block(name, attributes, children) {
      text += `${indent}<`
      text += tag(name, attributes)
      text += '>\n'
      indent += '  '
      children()
      indent = indent.slice(2)
      text += `${indent}</${name}>\n`
    },
    text: () => text
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
