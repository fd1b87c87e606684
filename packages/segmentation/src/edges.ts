import {escapeInClass} from './regex/letters.ts'

/** What a match of an expression can begin and end with. */
export interface Edges {
  /** Members of a class that holds every first character; undefined where that cannot be told. */
  readonly first: Members
  readonly last: Members
  /** Whether the expression also matches without any character. */
  readonly empty: boolean
}

/** Members of a class, each as a class of the flag `v` has them. */
type Members = ReadonlySet<string> | undefined

const nothing: Edges = {first: new Set(), last: new Set(), empty: true}
const unknown: Edges = {first: undefined, last: undefined, empty: true}

/**
 * Read what a match can begin and end with.
 *
 * @param source
 *   An expression of JavaScript for the flag `v`, valid, without flags inside.
 */
export function edgesOf(source: string): Edges {
  const reader = {source, index: 0}
  return readAlternatives(reader)
}

/** The class of some members, or nothing where there is none that settles anything. */
export function classOf(members: Members): string {
  if (!members?.size) return ''
  const [only = ''] = members
  return members.size === 1 && only.startsWith('[') ? only : `[${[...members].join('')}]`
}

interface Reader {
  readonly source: string
  index: number
}

function readAlternatives(reader: Reader): Edges {
  let all = readSequence(reader)
  while (reader.source[reader.index] === '|') {
    reader.index++
    all = either(all, readSequence(reader))
  }
  return all
}

function readSequence(reader: Reader): Edges {
  let all = nothing
  for (;;) {
    const char = reader.source[reader.index]
    if (char === undefined || char === '|' || char === ')') return all
    all = follow(all, readCount(readAtom(reader), reader))
  }
}

const ATOM =
  /\((?:\?(?:(?<look><?[=!])|:|<[A-Za-z]\w*>))?|(?<assertion>\^|\$|\\[bB])|(?<reference>\\(?:k<\w+>|[1-9]))|(?<set>\\[pP]\{[^}]*\}|\\[dDsSwW])|(?<escape>\\(?:x[^]{2}|u\{[^}]*\}|u[^]{4}|[^]))|(?<class>\[)|(?<any>\.)|(?<char>[^])/uy

function readAtom(reader: Reader): Edges {
  ATOM.lastIndex = reader.index
  const {
    look,
    assertion,
    reference,
    set,
    escape,
    class: bracket,
    any,
    char
  } = ATOM.exec(reader.source)!.groups!
  if (bracket) return readClass(reader)
  reader.index = ATOM.lastIndex
  if (reference || any) return unknown
  if (assertion) return nothing
  const single = set ?? escape ?? (char && escapeInClass(char))
  if (single) return one(single)
  const inside = readAlternatives(reader)
  reader.index++
  return look ? nothing : inside
}

/** What a class leaves out is seldom met, so such a class settles nothing. */
function readClass(reader: Reader): Edges {
  const {source, index} = reader
  let depth = 0
  do {
    const char = source[reader.index]
    if (char === '\\') reader.index++
    else if (char === '[') depth++
    else if (char === ']') depth--
    reader.index++
  } while (depth > 0)
  return source[index + 1] === '^' ? {...unknown, empty: false} : one(source.slice(index, reader.index))
}

const COUNT = /(?:(?<none>[*?]|\{0(?:,\d*)?\})|\+|\{\d+(?:,\d*)?\})\??/y

function readCount(edges: Edges, reader: Reader): Edges {
  COUNT.lastIndex = reader.index
  const match = COUNT.exec(reader.source)
  if (!match) return edges
  reader.index = COUNT.lastIndex
  return match.groups?.['none'] ? {...edges, empty: true} : edges
}

function one(member: string): Edges {
  const members = new Set([member])
  return {first: members, last: members, empty: false}
}

function either(a: Edges, b: Edges): Edges {
  return {first: union(a.first, b.first), last: union(a.last, b.last), empty: a.empty || b.empty}
}

function follow(a: Edges, b: Edges): Edges {
  return {
    first: a.empty ? union(a.first, b.first) : a.first,
    last: b.empty ? union(a.last, b.last) : b.last,
    empty: a.empty && b.empty
  }
}

function union(a: Members, b: Members): Members {
  return a && b && a.union(b)
}
