import type {Nodes, Root, RootContent} from 'mdast'
import type {Range} from '../text/source.ts'

/**
 * A parsed text. The nodes of a large one are made anew whenever it is walked, so that the whole tree is never in
 * memory.
 */
export interface Tree {
  readonly children: Iterable<RootContent>
  /** Free the memory of a large tree, which no garbage collector sees; it cannot be walked after that. */
  readonly release?: () => void
}

/** Range of a node of a parsed text; all nodes have one. */
export function rangeOf(node: Nodes): Range {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0}
}

/** Change each block of a tree: at once if blocks are kept, else whenever they are made. */
export function withEach(tree: Tree, change: (block: RootContent) => void): Tree {
  const {children} = tree
  if (!Array.isArray(children))
    return {...tree, children: {[Symbol.iterator]: () => changed(children, change)}}
  for (const block of children) change(block)
  return tree
}

function* changed<T>(things: Iterable<T>, change: (thing: T) => void): Generator<T, undefined> {
  for (const thing of things) {
    change(thing)
    yield thing
  }
}

/** The steps in which satteri gives a tree, and the options that only it has. */
export interface Parts {
  createMdastHandle(text: string, features: object): object
  serializeHandle(handle: object): Uint8Array
  dropHandle(handle: object): void
  readonly MdastReader: new (bytes: Uint8Array) => Reader
  materializeMdastTree(reader: Reader): Root
}

/** A tree as bytes; the root has the id 0. */
interface Reader {
  readonly header: {readonly stringPoolOffset: number}
  getChildIds(id: number): number[]
  getString(start: number, length: number): string
}

/** How many blocks are made at once. */
const atOnce = 64

/** A tree that is kept as bytes until someone walks it. */
export function readInParts(satteri: Parts, text: string, features: object): Tree {
  const bytes = serialize(satteri, text, features)
  return {
    children: {[Symbol.iterator]: () => blocksIn(satteri, bytes)},
    release: () => release(bytes)
  }
}

/** Free memory that has a buffer of its own, once Node's event loop turns; WebAssembly has one memory for all. */
function release({buffer, byteLength}: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}

function serialize(satteri: Parts, text: string, features: object): Uint8Array {
  const handle = satteri.createMdastHandle(text, features)
  try {
    return satteri.serializeHandle(handle)
  } finally {
    satteri.dropHandle(handle)
  }
}

function* blocksIn(satteri: Parts, bytes: Uint8Array): Generator<RootContent, undefined> {
  const reader = new satteri.MdastReader(bytes)
  const ids = reader.getChildIds(0)
  const childrenOf = reader.getChildIds.bind(reader)
  let start = 0
  // The root gets some of its children, as if there were no others.
  reader.getChildIds = (id) => (id === 0 ? ids.slice(start, start + atOnce) : childrenOf(id))
  // Each string is copied: cut from the joined strings, it would keep all of them in memory.
  const pool = Buffer.from(bytes.buffer, bytes.byteOffset + reader.header.stringPoolOffset)
  reader.getString = (from, length) => pool.toString('utf8', from, from + length)
  for (; start < ids.length; start += atOnce) yield* satteri.materializeMdastTree(reader).children
}
