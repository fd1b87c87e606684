import type {Content, InlineCode, Pair, Unit} from '@passerelle/model'
import {type CheckContext, checkUnit} from '../src/index.ts'

/**
 * A content from one line: `<1>…</1>` is a pair, `<2/>` a code alone, `<br/>` a line break.
 *
 * `read('Read <1>this</1>.')` is text, an open code, text, a close code, text.
 */
export function read(text: string): Content {
  return text
    .split(/(<\/?\w+\/?>)/)
    .filter(Boolean)
    .map((part) => (/^<.*>$/.test(part) ? code(part) : part))
}

function code(raw: string): InlineCode {
  const id = raw.replace(/\W/g, '')
  if (id === 'br') return {type: 'standalone', id, kind: 'break', raw}
  if (raw.endsWith('/>')) return {type: 'standalone', id, kind: 'placeholder', raw, equiv: id}
  return {type: raw.startsWith('</') ? 'close' : 'open', id, kind: 'bold', raw}
}

export function pair(source: string, target?: string): Pair {
  return {
    id: 's1',
    source: read(source),
    ...(target !== undefined && {target: read(target)}),
    state: target === undefined ? 'initial' : 'translated',
    candidates: [],
    gap: ' '
  }
}

export function unit(...pairs: Pair[]): Unit {
  const last = pairs.length - 1
  return {
    id: 'u1',
    kind: 'paragraph',
    trail: [],
    pairs: pairs.map((it, index) => (index === last ? {...it, gap: ''} : it))
  }
}

export const context: CheckContext = {
  path: 'locales/a.md',
  placeOf: (id) => (id === 'u1' ? {line: 3, column: 5} : undefined),
  sourceLocale: 'en',
  targetLocale: 'fr',
  options: {}
}

/** The ids found in a translation, in the order of the checks. */
export function found(source: string, target: string, more: Partial<CheckContext> = {}): string[] {
  return checkUnit(unit(pair(source, target)), {...context, ...more}).map(({id}) => id)
}
