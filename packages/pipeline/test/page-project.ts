import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {type Diagnostic, type Pair, textOf} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {afterAll} from 'vitest'
import {
  exportHandoffs,
  extract,
  importHandbacks,
  merge,
  openProject,
  type Report,
  sync
} from '../src/index.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-page-'))
afterAll(() => rmSync(base, {recursive: true}))
let count = 0

/** A project in which pages are built and edited. */
export interface PageProject {
  readonly root: string
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  readonly has: (path: string) => boolean
  /** Replace a text that must be there. */
  readonly edit: (path: string, from: string, to: string) => void
  readonly sync: () => Promise<Report>
  readonly extract: () => Promise<Report>
  readonly merge: (...discardEdits: string[]) => Promise<Report>
  readonly import: (path: string) => Promise<Report>
  /** Have a translator say sentences so, in a hand-back that is imported; in what state, of XLIFF 1.2. */
  readonly translate: (
    texts: Readonly<Record<string, string>>,
    document?: string,
    state?: string
  ) => Promise<void>
  /** Pairs of today by the text of their source; of twins the last. */
  readonly pairs: (document?: string) => Map<string, Pair>
}

/** @param from Folder of a project to begin with. */
export function pageProject(files: Readonly<Record<string, string>> = {}, from?: string): PageProject {
  const root = join(base, String(++count))
  if (from !== undefined) cpSync(from, root, {recursive: true})
  const at = (path: string): string => join(root, path)
  const project = {
    root,
    write(path: string, text: string) {
      mkdirSync(dirname(at(path)), {recursive: true})
      writeFileSync(at(path), text)
    },
    read: (path: string) => readFileSync(at(path), 'utf8'),
    has: (path: string) => existsSync(at(path)),
    edit(path: string, before: string, after: string) {
      const text = project.read(path)
      if (!text.includes(before)) throw new Error(`${path} has no ${before}:\n${text}`)
      project.write(
        path,
        text.replace(before, () => after)
      )
    },
    sync: async () => sync(await openProject(root), {}),
    extract: async () => extract(await openProject(root), {}),
    merge: async (...discardEdits: string[]) => merge(await openProject(root), {discardEdits}),
    import: async (path: string) => importHandbacks(await openProject(root), [path], {}),
    async translate(texts: Readonly<Record<string, string>>, document = 'a', state = 'translated') {
      const to = `out-${++count}`
      await exportHandoffs(await openProject(root), {to})
      const path = `${to}/en-fr/${document}.xlf`
      const filled = project
        .read(path)
        .replace(/<source>([^<]*)<\/source>\s*<target[^>]*(?:\/>|>[^<]*<\/target>)/g, (all, source: string) =>
          texts[source] === undefined
            ? all
            : `<source>${source}</source><target state="${state}">${texts[source]}</target>`
        )
      project.write(path, filled)
      await project.import(path)
      rmSync(at(to), {recursive: true})
    },
    pairs(document = 'a') {
      const bytes = readFileSync(at(`locales/xliff/en-fr/${document}.xlf`))
      const {units} = read(bytes, '').files[0]!.bitext
      return new Map(units.flatMap((unit) => unit.pairs.map((pair) => [textOf(pair.source), pair] as const)))
    }
  }
  if (from === undefined) project.write('pipeline.config.ts', "export default {locales: ['en', 'fr']}\n")
  for (const [path, text] of Object.entries(files)) project.write(path, text)
  return project
}

/** Ids of what was reported of pages. */
export function told(report: Report): string[] {
  return ofPages(report).map(({id}) => id)
}

/** What was reported of pages. */
export function ofPages({diagnostics}: Report): Diagnostic[] {
  return diagnostics.filter(({path}) => path.startsWith('locales/fr/'))
}
