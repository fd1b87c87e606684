import {type Content, type InlineCode, placesOf, sameContent, type State} from '@passerelle/model'
import {decode, encode} from './decode.ts'
import type {Draft, Spot} from './draft.ts'
import {escapeAttribute, escapeText, escapeTextWithCp} from './escape.ts'
import {write12, write20} from './inline-write.ts'
import {tryRead} from './read.ts'
import {createReport} from './report.ts'
import {to12} from './states.ts'

/** A new target for one segment of a file. */
export interface TargetEdit {
  /** Number of the `<file>`, from 0. @default 0 */
  readonly file?: number
  /** Ids as `read` gives them. */
  readonly unit: string
  readonly pair: string
  /** Codes have the ids that the source's have. */
  readonly target: Content
  /** @default the state stays as it is */
  readonly state?: State
}

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Set targets in an XLIFF file of any version and leave every other byte as it is.
 *
 * Extensions, comments, attributes and their order, white space, line ends, byte order mark and encoding stay, and a
 * target that is read as what is set. Codes are written as the source writes them.
 *
 * @returns
 *   The file, in the form it was given; and the edits that have no place in it, all of them where it is not
 *   well-formed or not in its encoding.
 */
export function editTargets<Input extends string | Uint8Array>(
  input: Input,
  edits: ReadonlyArray<TargetEdit>
): {readonly output: Input; readonly missed: ReadonlyArray<TargetEdit>} {
  const {report, diagnostics} = createReport('', placesOf(''))
  const text = decode(input, report)
  const safe =
    diagnostics.length === 0 && (typeof input === 'string' || equalBytes(encode(text, input), input))
  const {drafts, failure} = safe ? tryRead(text, () => {}, {spots: true}) : {drafts: [], failure: true}
  const splices: Splice[] = []
  const missed: TargetEdit[] = []
  for (const edit of edits) {
    const draft = failure ? undefined : drafts[edit.file ?? 0]
    const spot = draft?.spots?.get(`${edit.unit}/${edit.pair}`)
    if (draft && spot) splices.push(...splicesOf(text, draft, spot, edit))
    else missed.push(edit)
  }
  if (splices.length === 0) return {output: input, missed}
  const edited = apply(text, splices)
  return {output: (typeof input === 'string' ? edited : encode(edited, input)) as Input, missed}
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function apply(text: string, splices: ReadonlyArray<Splice>): string {
  let result = ''
  let from = 0
  for (const {start, end, text: put} of splices.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + put
    from = end
  }
  return result + text.slice(from)
}

function splicesOf(text: string, draft: Draft, spot: Spot, edit: TargetEdit): Splice[] {
  const body = markup(text, spot, edit.target, draft)
  const {target, element} = spot
  const isSame = spot.content !== undefined && sameContent(spot.content, edit.target)
  const state = edit.state === undefined ? undefined : draftState(spot, edit.state)
  const onTarget = spot.stateOn === 'target' ? state : undefined
  const segment = spot.stateOn === 'segment' && state !== undefined ? [setState(text, element, state)] : []
  if (!target) return [...segment, insertion(text, spot, body, onTarget)]
  if (target.bodyStart !== target.end) {
    const tag = onTarget === undefined ? [] : [setState(text, target, onTarget)]
    const change = isSame ? [] : [{start: target.bodyStart, end: target.bodyEnd, text: body}]
    return [...segment, ...tag, ...change]
  }
  const opening = text.slice(target.start, target.end).replace(/\s*\/>$/, '')
  const tagged = onTarget === undefined ? opening : withState(opening, onTarget)
  const name = /^<([^\s/>]+)/.exec(opening)![1]!
  return [...segment, {start: target.start, end: target.end, text: `${tagged}>${body}</${name}>`}]
}

function draftState({stateOn}: Spot, state: State): string {
  return stateOn === 'target' ? to12({state}).state! : state
}

/** A new target goes on a line of its own where the source has one, with the source's prefix. */
function insertion(text: string, {source}: Spot, body: string, state: string | undefined): Splice {
  const name = /^<([^\s/>]+)/.exec(text.slice(source.start, source.start + 200))![1]!
  const target = name.replace(/(?:seg-)?source$/, 'target')
  const indent = /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, source.start - 200), source.start))?.[0] ?? ''
  const attribute = state === undefined ? '' : ` state="${state}"`
  return {start: source.end, end: source.end, text: `${indent}<${target}${attribute}>${body}</${target}>`}
}

function setState(
  text: string,
  element: {readonly start: number; readonly bodyStart: number},
  state: string
): Splice {
  const {start, bodyStart} = element
  return {start, end: bodyStart, text: withState(text.slice(start, bodyStart), state)}
}

const ATTRIBUTE = /(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/g

/** An opening tag with another state, and without a `subState`, which says more of the old one. */
function withState(tag: string, state: string): string {
  let found = false
  const changed = tag.replace(ATTRIBUTE, (whole, space: string, name: string, equals: string) => {
    if (name === 'subState') return ''
    if (name !== 'state') return whole
    found = true
    return `${space}state${equals}"${escapeAttribute(state)}"`
  })
  return found
    ? changed
    : changed.replace(/^<[^\s/>]+/, (name) => `${name} state="${escapeAttribute(state)}"`)
}

/** Content as it is written in this file: known codes as the source writes them, others in our way. */
function markup(text: string, spot: Spot, content: Content, draft: Draft): string {
  const is12 = spot.stateOn === 'target'
  const markupOf = createMarkup(text, spot)
  const pieces = content.map((part) => {
    if (typeof part !== 'string') return markupOf(part)
    return is12 ? escapeText(part) : escapeTextWithCp(part)
  })
  const known = pieces.filter((piece) => piece !== undefined)
  if (known.length === pieces.length && nests(content, known)) return known.join('')
  const prefix = draft.record ? spot.prefix : ''
  return is12 ? write12(content) : write20(content, {prefix})
}

/** A finder of the markup of codes; where several have one id, each in its turn. */
function createMarkup(text: string, {spans}: Spot): (code: InlineCode) => string | undefined {
  const known = new Map<string, string[]>()
  for (const [code, [start, end]] of spans) {
    const all = known.get(keyOf(code))
    if (all) all.push(text.slice(start, end))
    else known.set(keyOf(code), [text.slice(start, end)])
  }
  const taken = new Map<string, number>()
  return (code) => {
    const key = keyOf(code)
    const all = known.get(key)
    const number = taken.get(key) ?? 0
    taken.set(key, number + 1)
    return all?.[Math.min(number, all.length - 1)]
  }
}

function keyOf({type, id}: InlineCode): string {
  return `${type} ${id}`
}

/** Whether the tags of a content nest: a translation may close spans in another order than its source. */
function nests(content: Content, pieces: ReadonlyArray<string>): boolean {
  const open: string[] = []
  for (const [index, part] of content.entries()) {
    const [, slash, name] = /^<(\/?)([^\s/>]+)/.exec(pieces[index]!) ?? []
    if (typeof part === 'string' || name === undefined) continue
    if (slash === '/') {
      if (open.pop() !== part.id) return false
    } else if (!pieces[index]!.endsWith('/>') && !pieces[index]!.endsWith(`</${name}>`)) open.push(part.id)
  }
  return open.length === 0
}
