import {leastOf, type State} from '@passerelle/model'
import type {Element} from '../xml/parse.ts'

/** How a tool says in its own words how far a segment is. */
interface Words {
  readonly tool: string
  /** What it says of a `<trans-unit>`: a word for each of its segments, none where it says nothing. */
  readonly read: (unit: Element) => ReadonlyArray<string>
  /** Its words for what somebody has finished; all others say that nobody has. */
  readonly done: Readonly<Record<string, State>>
}

/** Tools whose own files are XLIFF 1.2 with words of their own. */
const TOOLS: ReadonlyArray<Words> = [
  {
    tool: 'Trados',
    read: (unit) => {
      const segments = ofTool(unit, 'seg-defs').flatMap((definitions) => ofTool(definitions, 'seg'))
      return segments.map(({attributes}) => attributes['conf'] ?? '')
    },
    done: {Translated: 'translated', ApprovedTranslation: 'reviewed', ApprovedSignOff: 'final'}
  },
  {
    tool: 'memoQ',
    read: (unit) => valuesOf(unit, 'status'),
    done: {ManuallyConfirmed: 'translated', Reviewer1Confirmed: 'reviewed', Proofread: 'reviewed'}
  },
  {tool: 'Phrase', read: (unit) => valuesOf(unit, 'confirmed'), done: {'1': 'translated'}}
]

/** Children that are of a tool, whatever prefix its namespace has. */
function ofTool({children}: Element, name: string): Element[] {
  return children.filter(
    (child) => typeof child !== 'string' && (child.name === name || child.name.endsWith(`:${name}`))
  ) as Element[]
}

/** Values of an attribute of a tool, whatever prefix its namespace has. */
function valuesOf({attributes}: Element, name: string): string[] {
  return Object.keys(attributes)
    .filter((key) => key.endsWith(`:${name}`))
    .map((key) => attributes[key]!)
}

/**
 * How far a tool says in its own words that a `<trans-unit>` is: as far as its least segment; undefined where it says
 * nothing.
 */
export function toolStatus(unit: Element): State | undefined {
  const said = TOOLS.flatMap(({read, done}) => read(unit).map((word): State => done[word] ?? 'initial'))
  return said.length === 0 ? undefined : leastOf(said)
}
