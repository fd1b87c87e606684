import type {Diagnostic} from '@passerelle/model'
import {type Incoming, isArchiveName, isHandbackName, isMemoryName, isZip, unpackBy} from './archive.ts'

/** What a file that came back is; `ignored` is what systems and programs leave in every folder. */
export type IncomingKind = 'handback' | 'archive' | 'memory' | 'other' | 'ignored'

/** Bytes from the beginning of a file that say what it is. */
export const HEAD = 4096

const LEFT_BEHIND = /(?:^|\/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(?:^|\/)__MACOSX\//i

/** Office files are zips of XML, and no hand-backs. */
const OFFICE = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp|epub|pages|numbers|key|jar)$/i

/**
 * What a file is, by what is in it: browsers, mail programs and tools name hand-backs `.xml`, `.txt` or not at all. A name
 * that says it is one is believed, so that one which is broken is told.
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

/** The hand-backs of a zip, by what is in its files; see `unpackBy`. */
export function unpack(bytes: Uint8Array, path: string): (Incoming | Diagnostic)[] {
  return unpackBy(fateOf, bytes, path)
}

/** What becomes of a file in an archive. */
function fateOf(
  name: string,
  bytes: Uint8Array,
  names: ReadonlyArray<string>
): 'taken' | 'other' | 'ignored' {
  const kind = kindOf(name, bytes)
  if (kind === 'ignored' || (kind === 'other' && isOfProject(name, names))) return 'ignored'
  return kind === 'other' ? 'other' : 'taken'
}

/** Whether a file belongs to an OmegaT project among others: glossaries, settings and copies are its own business. */
export function isOfProject(name: string, names: ReadonlyArray<string>): boolean {
  return names.some((other) => {
    const root = /^(.*\/)?(?:omegat\.project|omegat\/project_save\.tmx)$/.exec(other)
    return root !== null && name.startsWith(root[1] ?? '')
  })
}
