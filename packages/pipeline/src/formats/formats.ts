import type {DocumentFormat} from './format.ts'
import {i18next} from './i18next.ts'
import {markdown} from './markdown.ts'

/** Every format of content files, by its name in reports. */
export const FORMATS = {markdown, i18next} as const satisfies Readonly<Record<string, DocumentFormat>>

/** The format of a document; the ending of its file decides. */
export type Format = keyof typeof FORMATS

const rows: ReadonlyArray<readonly [Format, DocumentFormat]> = Object.entries(FORMATS) as [
  Format,
  DocumentFormat
][]

const byEnding: ReadonlyMap<string, Format> = new Map(
  rows.flatMap(([name, {endings}]) => endings.map((ending) => [ending, name] as const))
)

/** The format with a name. */
export function formatNamed(name: Format): DocumentFormat {
  return FORMATS[name]
}

/** The name of the format to which a file's ending belongs. */
export function formatOf(path: string): Format | undefined {
  const [, ending] = /\.([^./]*)$/.exec(path) ?? []
  return ending === undefined ? undefined : byEnding.get(ending.toLowerCase())
}

/** Endings of files that are content if the configuration does not say what is. */
export const usualEndings: ReadonlyArray<string> = rows.flatMap(([, format]) => format.usualEndings)

/** The name of a document, without its ending if hand-offs leave that out. */
export function withoutBareEnding(document: string): string {
  const format = formatOf(document)
  const ending = format && formatNamed(format).bareEnding
  const suffix = `.${ending}`
  return ending !== undefined && document.toLowerCase().endsWith(suffix)
    ? document.slice(0, -suffix.length)
    : document
}
