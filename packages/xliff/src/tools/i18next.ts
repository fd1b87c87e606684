import type {Diagnostic} from '@passerelle/model'
import xliff from 'xliff'
import {spell as spellIllegal, unspell} from '../xml/escape.ts'

/** A flat catalog in two languages, by key, as the npm package `xliff` knows it. */
export interface FlatCatalog {
  /** Name of the file or namespace. */
  readonly namespace: string
  readonly sourceLocale: string
  readonly targetLocale: string
  readonly source: Readonly<Record<string, string>>
  /** Keys without a translation are left out. */
  readonly target: Readonly<Record<string, string>>
  readonly notes?: Readonly<Record<string, string>>
}

interface Entry {
  readonly source?: unknown
  readonly target?: unknown
  readonly note?: unknown
}

/**
 * Write flat catalogs of one pair of languages in the form of the npm package `xliff`, for programs that read that.
 *
 * Plain strings only: placeholders stay text, there are no states, and a 2.x unit has one segment. The package drops
 * values that are white space only.
 */
export async function writeI18nextXliff(
  catalogs: ReadonlyArray<FlatCatalog>,
  options: {readonly version: '1.2' | '2.0'}
): Promise<string> {
  const resources: Record<string, Record<string, Entry>> = {}
  for (const catalog of catalogs) resources[spell(catalog.namespace)] = resourcesOf(catalog)
  const js = {
    resources,
    sourceLanguage: catalogs[0]?.sourceLocale ?? '',
    targetLanguage: catalogs[0]?.targetLocale ?? ''
  }
  return options.version === '1.2' ? await xliff.jsToXliff12(js) : await xliff.js2xliff(js)
}

/** The package writes CR as it is, which parsers turn into LF, and drops line ends at the edges of a value. */
function spell(text: string): string {
  return spellIllegal(text)
    .replaceAll('\r', '\\u{000D}')
    .replace(/^\s*\n|\n\s*$/g, (edge) => edge.replaceAll('\n', '\\u{000A}'))
}

function resourcesOf({source, target, notes}: FlatCatalog): Record<string, Entry> {
  const entries = Object.entries(source).map(([key, text]): [string, Entry] => [
    spell(key),
    {
      source: spell(text),
      ...(target[key] !== undefined && {target: spell(target[key])}),
      ...(notes?.[key] !== undefined && {note: spell(notes[key])})
    }
  ])
  return Object.fromEntries(entries)
}

/** Read what {@link writeI18nextXliff} and the npm package `xliff` write; 1.2 and 2.0. */
export async function readI18nextXliff(
  xml: string,
  path: string
): Promise<{
  readonly catalogs: ReadonlyArray<FlatCatalog>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}> {
  const is12 = /<xliff\b[^>]*\bversion\s*=\s*["']1\./.test(xml)
  try {
    const {resources, sourceLanguage, targetLanguage} = is12
      ? await xliff.xliff12ToJs(xml)
      : await xliff.xliff2js(xml)
    const locales = {sourceLocale: sourceLanguage ?? '', targetLocale: targetLanguage ?? ''}
    const catalogs = Object.entries(resources).map(([namespace, entries]) => ({
      namespace: unspell(namespace),
      ...locales,
      ...flatten(entries)
    }))
    return {catalogs, diagnostics: []}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {catalogs: [], diagnostics: [{id: 'xliff-not-well-formed', level: 'error', path, args: {reason}}]}
  }
}

function flatten(entries: unknown): Pick<FlatCatalog, 'source' | 'target' | 'notes'> {
  const source: Record<string, string> = {}
  const target: Record<string, string> = {}
  const notes: Record<string, string> = {}
  const visit = (level: unknown): void => {
    if (typeof level !== 'object' || level === null) return
    for (const [key, entry] of Object.entries(level as Record<string, Entry & {groupUnits?: unknown}>)) {
      if (entry.groupUnits !== undefined) visit(entry.groupUnits)
      if (typeof entry.source === 'string') source[unspell(key)] = unspell(entry.source)
      if (typeof entry.target === 'string') target[unspell(key)] = unspell(entry.target)
      if (typeof entry.note === 'string') notes[unspell(key)] = unspell(entry.note)
    }
  }
  visit(entries)
  return {source, target, ...(Object.keys(notes).length > 0 && {notes})}
}
