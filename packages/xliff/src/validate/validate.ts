import {type Diagnostic, placesOf} from '@passerelle/model'
import {decode} from '../xml/decode.ts'
import {createFaults, diagnosticOf, type Faults} from '../xml/faults.ts'
import {createParser, type Failure} from '../xml/parse.ts'
import {type Report, reportTo} from '../xml/report.ts'
import {createPlaceFinder, encodingOf, feed, type OpenFile} from '../xml/stream.ts'
import {createCheck12} from './check-12.ts'
import {createCheck20} from './check-20.ts'
import {createFeed} from './feed.ts'
import {createQuestions} from './questions.ts'
import {findLeaf} from './references.ts'
import {type Fault, faultTo} from './structure.ts'
import type {Node} from './tree.ts'

/**
 * Check an XLIFF file: 2.x against its specification and schemas, and the rules that schemas cannot express; 1.2
 * against its transitional schema and the rules of its text.
 *
 * @returns
 *   One diagnostic for each broken constraint, with its name and place; no error for a valid file.
 */
export function validate(input: string | Uint8Array, path: string): ReadonlyArray<Diagnostic> {
  const faults = createFaults()
  const text = decode(input, encodingFault(faults))
  for (let pass: Pass | undefined = firstPass(faults); pass; pass = pass.end()) pass.take(text)
  let placeOf: ReturnType<typeof placesOf> | undefined
  return faults.list().map((fault) => {
    const place = fault.offset === undefined ? undefined : (placeOf ??= placesOf(text))(fault.offset)
    return diagnosticOf(fault, path, place)
  })
}

/**
 * Check an XLIFF file of any size piece by piece; see {@link validate}.
 *
 * Memory grows with its ids and its faults, not with its text.
 *
 * @param open
 *   Opens the file; it is read once or twice, and once more for the places of faults.
 */
export async function validateStream(open: OpenFile, path: string): Promise<ReadonlyArray<Diagnostic>> {
  const faults = createFaults()
  const encoding = await encodingOf(open, encodingFault(faults))
  for (let pass: Pass | undefined = firstPass(faults); pass; pass = pass.end()) {
    await feed(open, encoding, pass.take)
  }
  const found = faults.list()
  const finder = createPlaceFinder(found.flatMap(({offset}) => offset ?? []))
  await feed(open, encoding, finder.take)
  const places = finder.end().values()
  return found.map((fault) =>
    diagnosticOf(fault, path, fault.offset === undefined ? undefined : places.next().value)
  )
}

/** Bytes that do not fit their encoding are not XML, even if some text can be made of them. */
function encodingFault(faults: Faults): Report {
  return reportTo((problem, {offset}) =>
    faults.add({...problem, level: 'error', ...(offset !== undefined && {offset})})
  )
}

/** One reading of a file. */
interface Pass {
  readonly take: (piece: string) => boolean
  /** @returns The next reading, if one is needed. */
  readonly end: () => Pass | undefined
}

function firstPass(faults: Faults): Pass {
  const {questions, isNeeded, see, end} = createQuestions(findLeaf)
  let check: ((nodes: ReadonlyArray<Node>) => void) | undefined
  const fault = faultTo((problem, {element}) => faults.add({...problem, offset: element.start}))
  const {visitor, root} = createFeed((nodes) => {
    check ??= checkOf(root()!, questions, fault)
    check(nodes)
  })
  const parser = createParser(visitor)
  return {
    take: parser.write,
    end() {
      const failure = parser.end()
      if (failure) notWellFormed(faults, failure)
      else checkRoot(root()!, faults)
      return !failure && isNeeded() ? secondPass(see, end) : undefined
    }
  }
}

/** Answer the questions of the first reading. */
function secondPass(see: (nodes: ReadonlyArray<Node>) => void, end: () => void): Pass {
  const parser = createParser(createFeed(see).visitor)
  return {
    take: parser.write,
    end() {
      parser.end()
      end()
      return undefined
    }
  }
}

/** A file that is not well-formed has no structure to check: nothing else is reported. */
function notWellFormed(faults: Faults, {reason, offset}: Failure): void {
  const encoding = faults.list().filter(({id}) => id === 'xliff-encoding' || id === 'xliff-too-large')
  faults.clear()
  for (const fault of encoding) faults.add(fault)
  faults.add({id: 'xliff-not-well-formed', level: 'error', args: {reason}, offset})
}

function checkRoot({name, element}: Node, faults: Faults): void {
  if (name === 'xliff') return
  const isBare = name === '~' && element.name === 'xliff'
  const id = isBare ? 'xliff-namespace-missing' : 'not-xliff'
  faults.add({id, level: 'error', args: {}, offset: isBare ? element.start : 0})
}

function checkOf(
  root: Node,
  questions: Parameters<typeof createCheck20>[1],
  fault: Fault
): (nodes: ReadonlyArray<Node>) => void {
  if (root.name !== 'xliff') return () => {}
  checkNamespace(root, fault)
  return root.attributes.get('version')?.startsWith('1.')
    ? createCheck12(root, fault)
    : createCheck20(root, questions, fault)
}

/** Namespaces of versions: the schemas of 1.1 and 1.2 take documents of the versions before them. */
const NAMESPACES: ReadonlyArray<readonly [version: RegExp, namespace: RegExp]> = [
  [/^1\.[01]$/, /:1\.[12]$/],
  [/^1\.2$/, /:1\.2$/],
  [/^2\.\d$/, /:2\.\d$/]
]

function checkNamespace(root: Node, fault: Fault): void {
  const version = root.attributes.get('version') ?? ''
  const namespace = root.element.namespace ?? ''
  const expected = NAMESPACES.find(([versions]) => versions.test(version))?.[1]
  if (expected && !expected.test(namespace)) fault('namespace-of-other-version', root, {namespace, version})
}
