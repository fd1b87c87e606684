import type {Content, InlineCode} from '@passerelle/model'
import {encodeIds} from './code-ids.ts'
import {escapeText, escapeTextWithCp} from '../xml/escape.ts'
import {ctypeOf, namesOf} from '../words/kinds.ts'
import {type Attributes, tag} from '../xml/printer.ts'
import {type Shape, shapesOf} from './shapes.ts'

/**
 * Content as inline elements of XLIFF 1.2: `<g>` and `<x>`, which every tool keeps.
 *
 * Codes that are not balanced, which only a damaged translation has, become `<bx>` and `<ex>`.
 */
export function write12(content: Content): string {
  const [only] = content
  if (content.length === 1 && typeof only === 'string') return escapeText(only)
  const shapes = shapesOf(content)
  return content
    .map((part, index) => (typeof part === 'string' ? escapeText(part) : code12(part, shapes[index]!)))
    .join('')
}

function code12(code: InlineCode, shape: Shape): string {
  if (shape.as === 'pair-end') return '</g>'
  const attributes: Attributes = [
    ['id', code.id],
    ['ctype', ctypeOf(code)],
    ['equiv-text', shownAs(code)]
  ]
  if (shape.as === 'pair-start') return `<${tag('g', attributes)}>`
  if (shape.as === 'standalone') return `<${tag('x', attributes)}/>`
  return code.type === 'open' ? `<${tag('bx', attributes)}/>` : `<${tag('ex', [['id', code.id]])}/>`
}

/** What a tool shows for a code, besides its number. */
function shownAs({equiv, kind}: InlineCode): string | undefined {
  return equiv === undefined ? namesOf(kind).shown : short(equiv)
}

/** Longest `equiv-text`: it is shown inside a tag. */
const LONGEST = 40

/** A stand-in that every tool can show: short, on one line, without the quotes that some tools forget to escape. */
function short(equiv: string): string {
  const plain = equiv.replace(/\s+/g, ' ').replaceAll('"', "'")
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).trimEnd()}…`
}

/** How codes are written in XLIFF 2.0. */
export interface Inline20 {
  /** Put before each id, so that ids are unique in the unit. */
  readonly prefix: string
  /**
   * Write for tools: they show `disp`, or the stand-in where a code has no note, and are asked to keep each code once.
   */
  readonly show?: boolean
}

/**
 * Content as inline elements of XLIFF 2.0.
 *
 * Pairs that nest are `<pc>`, others `<sc>` and `<ec>`. `equiv` is the stand-in and `disp` the note.
 */
export function write20(content: Content, options: Inline20): string {
  const [only] = content
  if (content.length === 1 && typeof only === 'string') return escapeTextWithCp(only)
  const shapes = shapesOf(content)
  const ids = encodeIds(content, shapes, options.prefix)
  return content
    .map((part, index) =>
      typeof part === 'string'
        ? escapeTextWithCp(part)
        : code20(part, shapes[index]!, ids[index]!, options, content)
    )
    .join('')
}

function code20(code: InlineCode, shape: Shape, id: string, options: Inline20, content: Content): string {
  const {type, subType} = namesOf(code.kind)
  const kind: Attributes = [...hintsOf(code, options), ['type', type], ['subType', subType]]
  switch (shape.as) {
    case 'pair-end':
      return '</pc>'
    case 'pair-start': {
      const end = content[shape.partner] as InlineCode
      const sides = [...shown(code, options, 'Start', end), ...shown(end, options, 'End', code)]
      return `<${tag('pc', [['id', id], ...kind, ...sides])}>`
    }
    case 'standalone':
      return `<${tag('ph', [['id', id], ...kind, ...shown(code, options)])}/>`
    case 'start':
      return `<${tag('sc', [['id', id], ...kind, ...shown(code, options)])}/>`
    case 'end':
      return `<${tag('ec', [['startRef', id], ...kind, ...shown(code, options)])}/>`
    case 'lone': {
      const name = code.type === 'open' ? 'sc' : 'ec'
      return `<${tag(name, [['id', id], ['isolated', 'yes'], ...kind, ...shown(code, options)])}/>`
    }
  }
}

/**
 * What tools may do with a code. A count may be deleted, for “one book” has no figure; `check` knows in which plural
 * forms.
 */
function hintsOf({kind, equiv}: InlineCode, {show}: Inline20): Attributes {
  if (!show) return []
  const isCount = kind === 'placeholder' && equiv === 'count'
  return [
    ['canCopy', 'no'],
    ['canDelete', isCount ? undefined : 'no']
  ]
}

/** What tools show for a code. Both sides of a pair have a stand-in, or neither; it may be empty. */
function shown(code: InlineCode, options: Inline20, side = '', partner?: InlineCode): Attributes {
  const equiv = code.equiv ?? (options.show ? namesOf(code.kind).shown : undefined)
  return [
    [`equiv${side}`, equiv ?? (partner?.equiv === undefined ? undefined : '')],
    [`disp${side}`, code.note ?? (options.show ? equiv : undefined)]
  ]
}
