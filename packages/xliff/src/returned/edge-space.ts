import {type Content, type InlineCode, textOf, tidy} from '@passerelle/model'
import type {Around, Undone} from './undoing.ts'

/** White space at an edge of the target where the source has none; our segments have none there. */
export function edgeSpace(target: Content, {source}: Around): Undone {
  const content = trimEdges(target, source)
  return {content, count: content === target ? 0 : 1}
}

function trimEdges(target: Content, source: Content): Content {
  const [first, last] = [target[0], target.at(-1)]
  const atStart = typeof first === 'string' && /^\s/u.test(first) && !edgeIsSpace(source[0], /^\s/u)
  const atEnd = typeof last === 'string' && /\s$/u.test(last) && !edgeIsSpace(source.at(-1), /\s$/u)
  if ((!atStart && !atEnd) || textOf(target).trim() === '') return target
  const trimmed = [...target]
  if (atStart) trimmed[0] = (trimmed[0] as string).trimStart()
  if (atEnd) trimmed[trimmed.length - 1] = (trimmed.at(-1) as string).trimEnd()
  return tidy(trimmed)
}

function edgeIsSpace(part: string | InlineCode | undefined, edge: RegExp): boolean {
  return typeof part === 'string' && edge.test(part)
}
