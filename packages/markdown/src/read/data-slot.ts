import type {Prose} from './prose.ts'
import type {Settings} from '../sites/options.ts'
import {findProtected} from '../sites/protect.ts'
import type {ScalarStyle, Slot} from './slot.ts'
import type {Range} from '../text/source.ts'

/** Whether a value of front matter is prose, by its key or by its path from the top. */
export function isWanted({frontMatter}: Settings, path: ReadonlyArray<string>): boolean {
  return frontMatter.has(path.at(-1) ?? '') || frontMatter.has(path.join('.'))
}

/** The slot of a string in front matter. Its codes have plain text as `raw`, because a value is printed as a whole. */
export function dataSlot(
  value: string,
  {start, end}: Range,
  path: ReadonlyArray<string>,
  scalar: ScalarStyle,
  settings: Settings
): Slot {
  return {
    kind: 'front-matter',
    form: 'yaml',
    key: path.join('.'),
    trail: [],
    inCell: false,
    ...readValue(value, settings),
    start,
    end,
    scalar
  }
}

/** A plain value, its protected parts as codes. */
export function readValue(value: string, {protect}: Settings): Pick<Prose, 'content' | 'ranges'> {
  const content: Prose['content'] = []
  let from = 0
  let id = 1
  for (const {start, end, kind} of findProtected(value, protect)) {
    const raw = value.slice(start, end)
    if (start > from) content.push(value.slice(from, start))
    content.push({type: 'standalone', id: String(id++), kind, raw, equiv: raw})
    from = end
  }
  if (from < value.length) content.push(value.slice(from))
  return {content, ranges: content.map(() => undefined)}
}
