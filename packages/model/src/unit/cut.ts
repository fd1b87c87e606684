import {type Content, type InlineCode, isTranslatable, textOf, tidy} from './content.ts'

/**
 * A content cut into segments and the gaps around them.
 *
 * `gaps[0] segments[0] gaps[1] … segments[n-1] gaps[n]`. Gaps hold what translators need not see: white space at edges,
 * line breaks between sentences, codes that wrap a whole segment.
 */
export interface Cut {
  /** Each has at least one letter; its codes are balanced and numbered from 1. */
  readonly segments: ReadonlyArray<Content>
  /** One more than segments; for how they are put together, see {@link join}. */
  readonly gaps: ReadonlyArray<Content>
  /** For each segment, the code of the content for each number of a code. */
  readonly codes: ReadonlyArray<ReadonlyMap<string, InlineCode>>
}

type Flow = (string | InlineCode)[]

/**
 * Cut a content at boundaries.
 *
 * A span across a boundary is closed before it and opened again after it, so each segment is balanced.
 *
 * @param content
 *   Balanced content of a block.
 * @param boundaries
 *   Ascending positions, counting each UTF-16 code unit of text and each code as 1.
 */
export function cut(content: Content, boundaries: ReadonlyArray<number>): Cut {
  const only = content[0]
  if (content.length === 1 && typeof only === 'string') return cutText(only, boundaries)
  const pieces = split(content, boundaries)
  const segments: Content[] = []
  const codes: ReadonlyMap<string, InlineCode>[] = []
  const gaps: Content[] = []
  let gap: Flow = []

  for (const piece of pieces) {
    const {before, body, after} = isTranslatable(textOf(piece))
      ? peel(piece)
      : {before: piece, body: undefined, after: []}
    gap.push(...before)
    if (!body) continue
    const numbered = renumber(body)
    segments.push(numbered.content)
    codes.push(numbered.codes)
    gaps.push(exact(tidy(gap)))
    gap = [...after]
  }
  gaps.push(exact(tidy(gap)))
  return {segments: exact(segments), codes: exact(codes), gaps: exact(gaps)}
}

/** Cut a text without codes, as most contents are. */
function cutText(text: string, boundaries: ReadonlyArray<number>): Cut {
  const segments: Content[] = []
  const gaps: Content[] = []
  let gap = ''
  let start = 0
  for (let index = 0; index <= boundaries.length; index++) {
    const end = Math.max(start, Math.min(boundaries[index] ?? text.length, text.length))
    const piece = text.slice(start, end)
    start = end
    if (!isTranslatable(piece)) {
      gap += piece
      continue
    }
    const body = piece.trim()
    const from = body === piece ? 0 : piece.indexOf(body)
    gaps.push(asContent(gap + piece.slice(0, from)))
    segments.push([body])
    gap = piece.slice(from + body.length)
  }
  gaps.push(asContent(gap))
  return {segments: exact(segments), codes: segments.map(() => none), gaps: exact(gaps)}
}

function asContent(text: string): Content {
  return text === '' ? nothing : [text]
}

const nothing: Content = []

/** Copy an array, because one that was pushed to keeps spare room. */
function exact<T>(array: ReadonlyArray<T>): ReadonlyArray<T> {
  return array.slice()
}

/**
 * Put segments, or their translations, back between their gaps.
 *
 * Parts of one span are joined again. `join(cut, cut.segments)` gives the content that was cut. An empty translation
 * takes one of the gaps beside it along.
 *
 * @param order
 *   Order of the targets, as indexes of their segments; without it, that of the segments.
 * @returns
 *   The content with the codes of the block; a code that the target's segment does not have stays as it is.
 */
export function join(cut: Cut, targets: ReadonlyArray<Content>, order?: ReadonlyArray<number>): Content {
  const gaps = gapsAround(
    cut.gaps,
    [...targets.keys()].map((position) => targets[order?.[position] ?? position]!)
  )
  const flow: Flow = [...(gaps[0] ?? [])]
  for (const position of targets.keys()) {
    const index = order?.[position] ?? position
    const codes = cut.codes[index]
    for (const part of targets[index]!) {
      if (typeof part === 'string') flow.push(part)
      else {
        const code = codes?.get(part.type === 'close' ? `/${part.id}` : part.id)
        flow.push(code ? {...code, type: part.type} : part)
      }
    }
    flow.push(...(gaps[position + 1] ?? []))
  }
  return heal(flow)
}

/**
 * The gaps around translations, in the order of these. An empty translation leaves one gap of its two: the one to the
 * next translation goes, or at the end the one before; and so do pairs of codes with nothing inside.
 */
function gapsAround(gaps: ReadonlyArray<Content>, targets: ReadonlyArray<Content>): ReadonlyArray<Content> {
  if (targets.every((target) => target.length > 0)) return gaps
  const result = gaps.map((gap) => [...gap])
  const last = targets.findLastIndex((target) => target.length > 0)
  for (const [position, target] of targets.entries()) {
    if (target.length > 0) continue
    const [before, after] = [result[position]!, result[position + 1] ?? []]
    const joined = position > last ? [...withoutSpace(before), ...after] : [...before, ...withoutSpace(after)]
    result[position] = []
    result[position + 1] = withoutHollow(joined)
  }
  return result
}

/** A gap without white space and line breaks. */
function withoutSpace(gap: Content): Flow {
  return gap.filter((part) => (typeof part === 'string' ? part.trim() !== '' : part.kind !== 'break'))
}

/** A gap without pairs of codes that have nothing inside. */
function withoutHollow(gap: Flow): Flow {
  const result: Flow = []
  for (const part of gap) {
    const before = result.at(-1)
    const isHollow = isOpen(before) && isClose(part) && (before as InlineCode).id === (part as InlineCode).id
    if (isHollow) result.pop()
    else result.push(part)
  }
  return result
}

/** Cut into balanced pieces; a span that is opened again gets its id, `~` and the number of the piece. */
function split(content: Content, boundaries: ReadonlyArray<number>): Flow[] {
  const closers = new Map<string, InlineCode>()
  for (const part of content)
    if (typeof part !== 'string' && part.type === 'close') closers.set(part.id, part)

  const pieces = divide(content, boundaries)
  if (closers.size === 0) return pieces
  let open: InlineCode[] = []
  return pieces.map((piece, number) => {
    const reopened = open.map((code) => ({...code, id: `${base(code.id)}~${number}`}))
    open = [...reopened]
    const flow = piece.map((part) => {
      if (typeof part === 'string' || part.type === 'standalone') return part
      if (part.type === 'close') return {...part, id: open.pop()?.id ?? part.id}
      open.push(part)
      return part
    })
    const closed = open.map(({id}): InlineCode => ({...closers.get(base(id))!, id})).reverse()
    return wrap(reopened, flow, closed)
  })
}

/**
 * Divide at boundaries; a boundary right after an opening code is moved before it, one right before a closing code
 * behind it.
 */
function divide(content: Content, boundaries: ReadonlyArray<number>): Flow[] {
  const pieces: Flow[] = []
  let piece: Flow = []
  let position = 0
  let next = 0
  const turn = (): void => {
    const held: Flow = []
    for (let last = piece.at(-1); typeof last === 'object' && last.type === 'open'; last = piece.at(-1)) {
      held.unshift(...piece.splice(-1))
    }
    pieces.push(piece)
    piece = held
  }
  for (const part of content) {
    while (next < boundaries.length && boundaries[next]! <= position) {
      if (piece.length > 0) turn()
      next++
    }
    if (typeof part === 'object') {
      const early = part.type === 'close' && piece.length === 0 && pieces.at(-1)
      ;(early || piece).push(part)
      position++
      continue
    }
    const end = position + part.length
    for (; next < boundaries.length && boundaries[next]! < end; next++) {
      piece.push(part.slice(part.length - (end - position), part.length - (end - boundaries[next]!)))
      position = boundaries[next]!
      turn()
    }
    piece.push(part.slice(part.length - (end - position)))
    position = end
  }
  return [...pieces, piece]
}

/** Put opened codes before a piece and closed ones after it, but inside the white space at its edges. */
function wrap(reopened: Flow, flow: Flow, closed: Flow): Flow {
  const body = [...flow]
  const lead = reopened.length > 0 ? takeSpace(body, 0, /^\s+/u, {keepLast: isClose(body[1])}) : ''
  const tail =
    closed.length > 0 ? takeSpace(body, body.length - 1, /\s+$/u, {keepLast: isOpen(body.at(-2))}) : ''
  return body.length === 0 ? [lead + tail] : [lead, ...reopened, ...body, ...closed, tail]
}

/** Take white space at an edge out of a string of a piece; all of it only if no code is left with nothing inside. */
function takeSpace(body: Flow, index: number, edge: RegExp, {keepLast}: {keepLast: boolean}): string {
  const text = body[index]
  const space = typeof text === 'string' ? (edge.exec(text)?.[0] ?? '') : ''
  if (typeof text !== 'string' || space === '' || (keepLast && space === text)) return ''
  replace(body, index, text.replace(edge, ''))
  return space
}

function isOpen(part: string | InlineCode | undefined): boolean {
  return typeof part === 'object' && part.type === 'open'
}

function isClose(part: string | InlineCode | undefined): boolean {
  return typeof part === 'object' && part.type === 'close'
}

/** Take white space, breaks and wrapping pairs off the edges of a piece. */
function peel(piece: Flow): {before: Flow; body: Flow; after: Flow} {
  const before: Flow = []
  const after: Flow = []
  const body = [...tidy(piece)]
  for (;;) {
    const first = body[0]
    const last = body.at(-1)
    if (typeof first === 'string' && first.trimStart() !== first) {
      const bare = first.trimStart()
      before.push(first.slice(0, first.length - bare.length))
      replace(body, 0, bare)
    } else if (typeof last === 'string' && last.trimEnd() !== last) {
      const bare = last.trimEnd()
      after.unshift(last.slice(bare.length))
      replace(body, body.length - 1, bare)
    } else if (isBreak(first)) before.push(...body.splice(0, 1))
    else if (isBreak(last)) after.unshift(...body.splice(-1))
    else if (isPair(first, last)) {
      before.push(...body.splice(0, 1))
      after.unshift(...body.splice(-1))
    } else return {before, body, after}
  }
}

function replace(flow: Flow, index: number, text: string): void {
  if (text === '') flow.splice(index, 1)
  else flow[index] = text
}

/** Whether a part is a line break, or a mark at the beginning of a line. */
function isBreak(part: string | InlineCode | undefined): boolean {
  return (
    typeof part === 'object' && part.type === 'standalone' && (part.kind === 'break' || part.kind === 'mark')
  )
}

function isPair(first: string | InlineCode | undefined, last: string | InlineCode | undefined): boolean {
  return (
    typeof first === 'object' &&
    typeof last === 'object' &&
    first.type === 'open' &&
    last.type === 'close' &&
    first.id === last.id
  )
}

const none: ReadonlyMap<string, InlineCode> = new Map()

/** Number the codes of a segment from 1, in order of appearance. */
function renumber(body: Flow): {content: Content; codes: ReadonlyMap<string, InlineCode>} {
  if (body.every((part) => typeof part === 'string')) return {content: body, codes: none}
  const numbers = new Map<string, string>()
  const codes = new Map<string, InlineCode>()
  const content = body.map((part) => {
    if (typeof part === 'string') return part
    const number = numbers.get(part.id) ?? String(numbers.size + 1)
    numbers.set(part.id, number)
    codes.set(part.type === 'close' ? `/${number}` : number, part)
    return {...part, id: number}
  })
  return {content, codes}
}

/** Remove each close after which, but for white space, the same span is opened again. */
function heal(flow: Flow): Content {
  const result: Flow = []
  for (const part of flow) {
    if (typeof part === 'object' && part.type === 'open') {
      const at = lastCode(result)
      const before = result[at]
      if (typeof before === 'object' && before.type === 'close' && continues(before.id, part.id)) {
        result.splice(at, 1)
        continue
      }
    }
    result.push(part)
  }
  return tidy(rename(result))
}

/** Index of the last code when only white space follows it, else -1. */
function lastCode(flow: Flow): number {
  for (let index = flow.length - 1; index >= 0; index--) {
    const part = flow[index]
    if (typeof part === 'object') return index
    if (part?.trim()) return -1
  }
  return -1
}

/** Give a rejoined span one id again: each close gets the id of its open. */
function rename(flow: Flow): Flow {
  const open: InlineCode[] = []
  return flow.map((part) => {
    if (typeof part === 'string' || part.type === 'standalone') return part
    if (part.type === 'open') {
      open.push(part)
      return part
    }
    const opener = open.at(-1)
    if (!opener || base(opener.id) !== base(part.id)) return part
    open.pop()
    return {...part, id: opener.id}
  })
}

function continues(closed: string, opened: string): boolean {
  return base(closed) === base(opened) && piece(opened) > piece(closed)
}

function base(id: string): string {
  return id.replace(/~\d+$/, '')
}

function piece(id: string): number {
  return Number(/~(\d+)$/.exec(id)?.[1] ?? 0)
}
