import {escapeAttribute} from './escape.ts'

/** Attributes in the order they are printed; those without a value are left out. */
export type Attributes = ReadonlyArray<readonly [name: string, value: string | number | undefined]>

/** Prints elements as lines, indented by depth, so that a change of one element changes only its lines. */
export interface Printer {
  /** An element on a line of its own; `body` is already XML. */
  readonly line: (name: string, attributes: Attributes, body?: string) => void
  /** An element whose children stand on lines of their own. */
  readonly block: (name: string, attributes: Attributes, children: () => void) => void
  /** Begin a block that is printed in parts; {@link Printer.close} ends the last one. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: () => void
  /** What was printed since the last call. */
  readonly take: () => string
  /** Characters printed since the last call of `take`. */
  readonly length: () => number
}

export function createPrinter(): Printer {
  const opened: string[] = []
  // Joined when taken: V8's ropes burden its garbage collector more.
  let lines: string[] = []
  let length = 0
  let indent = ''
  const put = (line: string): void => {
    lines.push(line)
    length += line.length
  }
  put('<?xml version="1.0" encoding="UTF-8"?>\n')
  const open: Printer['open'] = (name, attributes) => {
    put(`${indent}<${tag(name, attributes)}>\n`)
    opened.push(name)
    indent += '  '
  }
  const close: Printer['close'] = () => {
    indent = indent.slice(2)
    put(`${indent}</${opened.pop()}>\n`)
  }
  return {
    line(name, attributes, body) {
      const start = `${indent}<${tag(name, attributes)}`
      put(body ? `${start}>${body}</${name}>\n` : `${start}/>\n`)
    },
    block(name, attributes, children) {
      open(name, attributes)
      children()
      close()
    },
    open,
    close,
    take() {
      const text = lines.join('')
      lines = []
      length = 0
      return text
    },
    length: () => length
  }
}

/** What was printed is taken after so many characters: V8 puts longer strings right into its old generation. */
const AT_ONCE = 32_000

/** Print units a few at a time, and give what was printed after each few. */
export function* printEach<T>(
  printer: Printer,
  units: ReadonlyArray<T>,
  print: (unit: T) => void
): Generator<string, undefined> {
  for (const unit of units) {
    print(unit)
    if (printer.length() >= AT_ONCE) yield printer.take()
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
