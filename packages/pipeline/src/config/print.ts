/** A value as TypeScript and JavaScript write it: `{profile: 'omegat'}`, `[/ACME-\d+/]`. */
export function inCode(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(inCode).join(', ')}]`
  if (value instanceof RegExp || typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, inner]) => `${keyInCode(key)}: ${inCode(inner)}`)
  return `{${entries.join(', ')}}`
}

/** A value as JSON; regular expressions become texts. */
export function inJson(value: unknown): string {
  return JSON.stringify(asData(value)) ?? String(value)
}

/** A value whose regular expressions have become texts: `ACME-\d+`, or with flags `/acme-\d+/i`. */
export function asData(value: unknown): unknown {
  if (value instanceof RegExp) return value.flags === '' ? value.source : String(value)
  if (Array.isArray(value)) return value.map(asData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asData(inner)]))
}

function quoted(text: string): string {
  return `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`
}

function keyInCode(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)
}
