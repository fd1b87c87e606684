import type {Diagnostic} from '@passerelle/model'
import {type Incoming, isArchiveName, isHandbackName, isMemoryName, isZip, unpackBy} from './archive.ts'

/** What a file that came back is; `ignored` are files that systems and programs leave in every folder. */
export type IncomingKind = 'handback' | 'archive' | 'memory' | 'other' | 'ignored'

/** So many bytes at the beginning of a file tell what it is. */
export const HEAD = 4096

const LEFT_BEHIND = /(?:^|\/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(?:^|\/)__MACOSX\//i

/** Office files are zips with XML in them, but no hand-backs. */
const OFFICE = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp|epub|pages|numbers|key|jar)$/i

/**
 * What a file is, by its content: browsers, mail programs and tools name hand-backs `.xml`, `.txt` or without an
 * ending. If the name is that of a hand-back it counts as one, so that a broken one is reported.
 *
 * @param name
 *   Path below the folder or archive, with `/`.
 * @param head
 *   Its first bytes.
 */
export function kindOf(name: string, head: Uint8Array): IncomingKind {
  if (LEFT_BEHIND.test(name)) return 'ignored'
  if (isMemoryName(name)) return 'memory'
  if (isHandbackName(name)) return 'handback'
  const text = Buffer.from(head.subarray(0, HEAD)).toString('latin1').replaceAll('\u0000', '')
  if (isArchiveName(name)) return 'archive'
  if (isZip(head))
    return OFFICE.test(name) || /\[Content_Types\]\.xml|mimetypeapplication/.test(text) ? 'other' : 'archive'
  return /<(?:[\w.-]+:)?(?:xliff|trans-unit)[\s>]/i.test(text) ? 'handback' : 'other'
}

/** The hand-backs of a zip, told by the content of its files; see `unpackBy`. */
export function unpack(bytes: Uint8Array, path: string): (Incoming | Diagnostic)[] {
  return unpackBy(fateOf, bytes, path)
}

/** What to do with a file of an archive. */
function fateOf(
  name: string,
  bytes: Uint8Array,
  names: ReadonlyArray<string>
): 'taken' | 'other' | 'ignored' {
  const kind = kindOf(name, bytes)
  if (kind === 'ignored' || (kind === 'other' && isOfProject(name, names))) return 'ignored'
  return kind === 'other' ? 'other' : 'taken'
}

/**
 * Whether a file is part of an OmegaT project, such as its glossaries, settings and copies, which are not looked at.
 */
export function isOfProject(name: string, names: ReadonlyArray<string>): boolean {
  return names.some((other) => {
    const root = /^(.*\/)?(?:omegat\.project|omegat\/project_save\.tmx)$/.exec(other)
    return root !== null && name.startsWith(root[1] ?? '')
  })
}
