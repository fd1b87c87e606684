import {type Comment, leastOf, type State} from '@passerelle/model'
import {type Element, textIn} from '../xml/parse.ts'

/** What is known of a tool whose own bilingual format is XLIFF with extensions. */
interface ToolFormat {
  readonly tool: string
  /** Namespace of its extensions, which its root declares. */
  readonly namespace: string
  /** The tool's own word for the state of each segment of a `<trans-unit>`; empty where there is none. */
  readonly status?: (unit: Element) => ReadonlyArray<string>
  /** The tool's words for finished segments; any other word means that it is not finished. */
  readonly done?: Readonly<Record<string, State>>
  /** Whether an annotation is around what a reviewer deleted. */
  readonly isDeletion?: (annotation: Element) => boolean
  /** The comment that an annotation refers to. */
  readonly commentOf?: (annotation: Element) => string | undefined
  /** Comments in the tool's own elements in a `<trans-unit>`. */
  readonly comments?: (unit: Element) => ReadonlyArray<Comment>
  /** Comments at the head of a file, by the id that annotations refer to. */
  readonly definitions?: (head: Element) => ReadonlyArray<Definition>
}

type Definition = readonly [id: string, comments: ReadonlyArray<Comment>]

const TOOL_FORMATS: ReadonlyArray<ToolFormat> = [
  {
    tool: 'Trados',
    namespace: 'http://sdl.com/FileTypes/SdlXliff/1.0',
    status: (unit) => {
      const segments = ofTool(unit, 'seg-defs').flatMap((definitions) => ofTool(definitions, 'seg'))
      return segments.map(({attributes}) => attributes['conf'] ?? '')
    },
    done: {Translated: 'translated', ApprovedTranslation: 'reviewed', ApprovedSignOff: 'final'},
    isDeletion: ({attributes}) => /(?:^|-)delet(?:ed|ion)$/i.test(attributes['mtype'] ?? ''),
    commentOf: ({attributes}) =>
      attributes['mtype'] === 'x-sdl-comment' ? attributes['sdl:cid'] : undefined,
    definitions: (head) =>
      foreign(head, /[:}]cmt-defs$/)
        .flatMap((all) => foreign(all, /[:}]cmt-def$/))
        .map((one) => [one.attributes['id'] ?? '', foreign(one, /[:}]Comments$/).flatMap(commentsBelow)])
  },
  {
    tool: 'Phrase',
    namespace: 'http://www.memsource.com/mxlf/2.0',
    status: (unit) => valuesOf(unit, 'confirmed'),
    done: {'1': 'translated'}
  },
  {
    tool: 'memoQ',
    namespace: 'MQXliff',
    status: (unit) => valuesOf(unit, 'status'),
    done: {ManuallyConfirmed: 'translated', Reviewer1Confirmed: 'reviewed', Proofread: 'reviewed'},
    isDeletion: ({attributes}) =>
      attributes['mtype'] === 'x-mq-tc' && /delet/i.test(attributes['mq:tctype'] ?? ''),
    comments: (unit) => foreign(unit, /[:}]comments$/).flatMap(commentsBelow)
  },
  {tool: 'Wordfast', namespace: 'http://www.gs4tr.org/schema/xliff-ext'},
  {tool: 'XTM', namespace: 'urn:xliff-xtm-extensions'}
]

/** One column of the table, over all tools. */
function answers<Key extends keyof ToolFormat>(key: Key): ReadonlyArray<NonNullable<ToolFormat[Key]>> {
  return TOOL_FORMATS.flatMap((format) => {
    const answer = format[key]
    return answer === undefined ? [] : [answer]
  })
}

const [DELETIONS, COMMENTS] = [answers('isDeletion'), answers('comments')]
const [COMMENT_REFS, DEFINITIONS] = [answers('commentOf'), answers('definitions')]

const SPEAKING = TOOL_FORMATS.filter(({status}) => status !== undefined)

/** The tool whose own format a file is in, by what its root declares. */
export function toolOf(root: Element): string | undefined {
  const spaces = Object.entries(root.attributes).filter(([key]) => key.startsWith('xmlns:'))
  for (const [, space] of spaces) {
    const format = TOOL_FORMATS.find(({namespace}) => namespace === space)
    if (format) return format.tool
  }
  return undefined
}

/** State of a `<trans-unit>` by the tool's own words: that of its least segment; undefined where there are none. */
export function toolStatus(unit: Element): State | undefined {
  const said = SPEAKING.flatMap(({status, done = {}}) =>
    status!(unit).map((word): State => done[word] ?? 'initial')
  )
  return said.length === 0 ? undefined : leastOf(said)
}

/** Whether an annotation is around what a reviewer deleted: it is still there, marked. */
export function isDeletion(annotation: Element): boolean {
  return DELETIONS.some((is) => is(annotation))
}

/** The comment that a tool's annotation refers to. */
export function toolCommentOf(annotation: Element): string | undefined {
  for (const commentOf of COMMENT_REFS) {
    const id = commentOf(annotation)
    if (id !== undefined) return id
  }
  return undefined
}

/** Comments on a segment that a tool keeps in its own elements. */
export function toolComments(unit: Element): Comment[] {
  return COMMENTS.flatMap((comments) => comments(unit))
}

/** Comments that stand at the head of a tool's file, by the id that annotations in the text have. */
export function commentDefinitions(head: Element): ReadonlyArray<Definition> {
  return DEFINITIONS.flatMap((definitions) => definitions(head))
}

/** Children in a tool's namespace, whatever its prefix. */
function ofTool({children}: Element, name: string): Element[] {
  return children.filter(
    (child) => typeof child !== 'string' && (child.name === name || child.name.endsWith(`:${name}`))
  ) as Element[]
}

/** Values of a tool's attribute, whatever its prefix. */
function valuesOf({attributes}: Element, name: string): string[] {
  return Object.keys(attributes)
    .filter((key) => key.endsWith(`:${name}`))
    .map((key) => attributes[key]!)
}

/** Children with a prefix or a namespace of their own. */
function foreign(element: Element, name: RegExp): Element[] {
  const found: Element[] = []
  for (const child of element.children) {
    // Nearly no name has a prefix or namespace, and this is a cheap way to see that.
    const isForeign = typeof child !== 'string' && (child.name.includes(':') || child.name.includes('}'))
    if (isForeign && name.test(child.name)) found.push(child)
  }
  return found
}

function commentsBelow(element: Element): Comment[] {
  return foreign(element, /[:}]comment$/i).flatMap((comment): Comment[] => {
    const {deleted, user, creatoruser} = comment.attributes
    const [text, name] = [textIn(comment).trim(), user ?? creatoruser]
    if (text === '' || /^true$/i.test(deleted ?? '')) return []
    return [{text: name ? `${name}: ${text}` : text}]
  })
}
