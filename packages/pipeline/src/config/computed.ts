import {inCode} from './print.ts'

/** Options whose value does not stand in the text of the configuration, because its code computes it. */
export function computedIn(written: object, text: string): string[] {
  return Object.entries(written).flatMap(([name, value]) =>
    leavesOf(value).every((leaf) => stands(leaf, text)) ? [] : [name]
  )
}

function leavesOf(value: unknown): unknown[] {
  if (value instanceof RegExp || typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(leavesOf)
}

function stands(leaf: unknown, text: string): boolean {
  if (typeof leaf !== 'string') return text.includes(String(leaf))
  return (
    text.includes(leaf) ||
    text.includes(inCode(leaf).slice(1, -1)) ||
    text.includes(JSON.stringify(leaf).slice(1, -1))
  )
}
