import {
  type CodeKind,
  type Content,
  type DiagnosticId,
  type InlineCode,
  type Level,
  type Problem,
  tidy
} from '@passerelle/model'
import {decodeId} from './code-ids.ts'
import {type Remark, remarkIn} from './remarks.ts'
import {unspell} from '../xml/escape.ts'
import {kindOfCtype, kindOfType} from '../words/kinds.ts'
import {type Element, textIn} from '../xml/parse.ts'
import {pass, type Report} from '../xml/report.ts'

/** What the reader of one segment's inline elements has to know. */
export interface InlineContext {
  readonly report: Report
  readonly unit: string
  /** Id of the segment, which stands before the ids of 2.x. */
  readonly pair: string
  /** Original data of a 2.x unit, by id. */
  readonly data: ReadonlyMap<string, string>
  /** Whether characters that XML cannot hold are spelled as text, because there is no `<cp>`; see `spell`. */
  readonly spelled: boolean
  /** Whether an annotation marks words as no part of the text, such as words that a reviewer deleted. */
  readonly isDropped: (element: Element) => boolean
  /** From the id of an end to the id of its start, as the source has them: tools drop `rid` and keep `id`. */
  ends?: Map<string, string>
  /** How many elements were met that XLIFF does not have. */
  unknown?: number
  /** What annotations say about the text. */
  remarks?: Remark[]
}

/** A content, and those of its codes that came back with an id and nothing else. */
export interface Inline {
  readonly content: Content
  readonly bare: ReadonlySet<InlineCode>
}

interface State {
  readonly context: InlineContext
  readonly parts: (string | InlineCode)[]
  // Made when they are needed, for few contents need them.
  bare?: Set<InlineCode>
  /** Kinds of the codes opened so far, by id. */
  kinds?: Map<string, CodeKind>
  /** From `rid` to the id of its start. */
  starts?: Map<string, string>
}

const NONE: ReadonlySet<InlineCode> = new Set()

/** Read the content of a `<source>` or `<target>`: text and every inline element of 1.2 and 2.x. */
export function readInline(children: ReadonlyArray<Element | string>, context: InlineContext): Inline {
  // Most segments are one run of text.
  const [only] = children
  if (children.length === 1 && typeof only === 'string') {
    return {content: only === '' ? [] : [context.spelled ? unspell(only) : only], bare: NONE}
  }
  const state: State = {context, parts: []}
  walk(children, state)
  return {content: tidy(state.parts), bare: state.bare ?? NONE}
}

function walk(children: ReadonlyArray<Element | string>, state: State): void {
  for (const child of children) {
    if (typeof child === 'string') state.parts.push(state.context.spelled ? unspell(child) : child)
    else (READERS.get(child.name) ?? readUnknown)(child, state)
  }
}

type Reader = (element: Element, state: State) => void

const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    // XLIFF 1.2, section 2.4
    g(element, state) {
      const code = start12(element, state)
      walk(element.children, state)
      const close = noteIfBare(state, {type: 'close', id: code.id, kind: code.kind, raw: ''}, element)
      state.parts.push(close)
    },
    x: (element, state) => void state.parts.push(code12(element, state, 'standalone')),
    bx: (element, state) => void start12(element, state),
    bpt: (element, state) => void start12(element, state),
    ex: end12,
    ept: end12,
    ph(element, state) {
      const is12 =
        'ctype' in element.attributes || 'equiv-text' in element.attributes || element.children.length > 0
      state.parts.push(
        is12
          ? code12(element, state, 'standalone')
          : code20(element, state, 'standalone', element.attributes['id'])
      )
      readSub(element, state)
    },
    it(element, state) {
      const type = element.attributes['pos'] === 'close' ? 'close' : 'open'
      state.parts.push(code12(element, state, type))
      readSub(element, state)
    },
    sub(element, state) {
      walk(element.children, state)
    },
    // XLIFF 2.x, “Inline Elements”
    pc(element, state) {
      const id = element.attributes['id']
      state.parts.push(code20(element, state, 'open', id, START))
      walk(element.children, state)
      state.parts.push(code20(element, state, 'close', id, END))
    },
    sc: (element, state) => void state.parts.push(code20(element, state, 'open', element.attributes['id'])),
    ec(element, state) {
      const {startRef, id} = element.attributes
      state.parts.push(code20(element, state, 'close', startRef ?? id))
    },
    cp(element, state) {
      const code = Number.parseInt(element.attributes['hex'] ?? '', 16)
      if (code <= 0x10ffff)
        state.parts.push(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code))
    },
    mrk(element, state) {
      noteRemark(element, state)
      if (state.context.isDropped(element))
        report(state, 'deletion-dropped', 'info', {text: textIn(element)}, element)
      else walk(element.children, state)
    },
    sm: noteRemark,
    em() {}
  })
)

function noteRemark(element: Element, {context}: State): void {
  const remark = remarkIn(element)
  if (remark) (context.remarks ??= []).push(remark)
}

function readUnknown(element: Element, state: State): void {
  state.context.unknown = (state.context.unknown ?? 0) + 1
  report(state, 'markup-unknown', 'error', {element: element.name, text: textIn(element)}, element)
  walk(element.children, state)
}

/** Report text in a `<sub>` of a code, such as the title of a picture: it is no part of this segment, and not read. */
function readSub(element: Element, state: State): void {
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === 'sub' && textIn(child).trim() !== '') {
      report(state, 'sub-ignored', 'warning', {text: textIn(child)}, child)
    }
  }
}

function start12(element: Element, state: State): InlineCode {
  const code = code12(element, state, 'open')
  state.parts.push(code)
  state.starts ??= new Map()
  state.starts.set(element.attributes['rid'] ?? code.id, code.id)
  if (element.name !== 'g') readSub(element, state)
  return code
}

/**
 * Read an end. Its start has the same `rid`; else it is the one that an end with this id had in the source; else it has
 * the same id.
 */
function end12(element: Element, state: State): void {
  const {id = '', rid} = element.attributes
  const found = rid === undefined ? undefined : state.starts?.get(rid)
  const ends = (state.context.ends ??= new Map())
  const start = found ?? ends.get(id) ?? rid ?? id
  if (!ends.has(id)) ends.set(id, start)
  const kind = state.kinds?.get(start) ?? 'other'
  state.parts.push(noteIfBare(state, {type: 'close', id: start, kind, raw: ''}, element))
  readSub(element, state)
}

function code12(element: Element, state: State, type: InlineCode['type']): InlineCode {
  const {id, ctype} = element.attributes
  const kind = ctype === undefined ? 'other' : kindOfCtype(ctype)
  const native = textIn(element)
  const equiv =
    element.attributes['equiv-text'] ?? (element.name === 'g' || native === '' ? undefined : native)
  const known = id ?? element.attributes['xid'] ?? element.attributes['mid'] ?? ''
  if (type === 'open') rememberKind(state, known, kind)
  return noteIfBare(
    state,
    {type, id: known, kind, raw: '', ...(equiv !== undefined && {equiv: unspell(equiv)})},
    element
  )
}

/** Note a code of 1.2 that came back with its id alone. */
function noteIfBare(state: State, code: InlineCode, element: Element): InlineCode {
  if (element.attributes['ctype'] === undefined) addBare(state, code)
  return code
}

/** Attributes of a code of 2.x, and of either side of a pair. */
interface Side {
  readonly equiv: string
  readonly disp: string
  readonly data: string
}

const WHOLE: Side = {equiv: 'equiv', disp: 'disp', data: 'dataRef'}
const START: Side = {equiv: 'equivStart', disp: 'dispStart', data: 'dataRefStart'}
const END: Side = {equiv: 'equivEnd', disp: 'dispEnd', data: 'dataRefEnd'}

function code20(
  element: Element,
  state: State,
  type: InlineCode['type'],
  id: string | undefined,
  side = WHOLE
): InlineCode {
  const {attributes} = element
  const {context} = state
  const known = decodeId(id ?? '', context.pair)
  const named = attributes['type'] !== undefined
  const kind = named
    ? kindOfType(attributes['type'], attributes['subType'])
    : (state.kinds?.get(known) ?? 'other')
  if (type === 'open') rememberKind(state, known, kind)
  const code: {-readonly [Key in keyof InlineCode]: InlineCode[Key]} = {type, id: known, kind, raw: ''}
  // An empty stand-in shows nothing.
  const equiv = attributes[side.equiv] || context.data.get(attributes[side.data] ?? '')
  if (equiv) code.equiv = unspell(equiv)
  const note = attributes[side.disp]
  if (note !== undefined) code.note = unspell(note)
  if (!named) addBare(state, code)
  return code
}

function rememberKind(state: State, id: string, kind: CodeKind): void {
  state.kinds ??= new Map()
  state.kinds.set(id, kind)
}

function addBare(state: State, code: InlineCode): void {
  state.bare ??= new Set()
  state.bare.add(code)
}

function report(
  {context}: State,
  id: DiagnosticId,
  level: Level,
  args: Problem['args'],
  element: Element
): void {
  pass(context.report, {id, level, args} as Problem, {offset: element.start, unit: context.unit})
}
