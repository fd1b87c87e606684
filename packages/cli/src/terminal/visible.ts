/**
 * Characters that do something to who shows them, and show nothing themselves: controls of C0 and C1, ends of lines and
 * paragraphs, and those that turn the direction of text; Unicode 17, "Control Codes" and "Bidirectional Ordering Controls".
 */
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g

/**
 * A text from a file as it may be shown anywhere: it ends no line, colours nothing and turns nothing round.
 *
 * @example
 *   visible('\u001B[2J') // '␛[2J'
 */
export function visible(text: string): string {
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0)
    // The symbols for controls, U+2400 and on; others have none.
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** A value with all its texts as they may be shown; names of fields are ours. */
export function visibleIn<Value>(value: Value): Value {
  if (typeof value === 'string') return visible(value) as Value
  if (Array.isArray(value)) return value.map(visibleIn) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, visibleIn(item)])) as Value
}

/** JSON in which controls are escapes: the same data, and nothing that a terminal obeys. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2)
  return json.replace(CONTROLS, (control) =>
    control === '\n' ? control : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
