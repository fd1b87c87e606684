import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll} from 'vitest'
import type {CheckOptions, Report, VerbOptions, WrittenConfig} from '../src/index.ts'
import {check, exportHandoffs, extract, importHandbacks, merge, openProject, sync} from '../src/index.ts'
import {translate} from '../../../test/support.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-gate-'))
afterAll(() => rmSync(base, {recursive: true, force: true}))
let count = 0

/** A project as the gate sees it. */
export interface GateProject {
  readonly root: string
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  readonly edit: (path: string, from: string | RegExp, to: string) => void
  readonly remove: (path: string) => void
  /** What the checker finds, as `id locale path:line`, and whether the gate is met. */
  readonly check: (options?: VerbOptions & CheckOptions) => Promise<Checked>
  /** All that is to be translated comes back, and is taken in; built, too, unless it is said otherwise. */
  readonly translate: (say?: (text: string) => string, built?: boolean) => Promise<void>
  readonly sync: () => Promise<Report>
  readonly extract: () => Promise<Report>
}

export interface Checked extends Report {
  readonly found: ReadonlyArray<string>
  readonly ids: ReadonlyArray<string>
  readonly met: boolean | undefined
}

const accented = (text: string): string => text.replaceAll('e', 'é')

/** A project with files below `locales`, and a configuration that is data. */
export function gateProject(
  files: Readonly<Record<string, string>>,
  config: Partial<WrittenConfig> = {}
): GateProject {
  const root = join(base, String(++count))
  const at = (path: string): string => join(root, path)
  const project: GateProject = {
    root,
    write(path, text) {
      mkdirSync(dirname(at(path)), {recursive: true})
      writeFileSync(at(path), text)
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    edit(path, from, to) {
      const text = project.read(path)
      const edited = text.replace(from, to)
      if (edited === text) throw new Error(`${path} has no ${from}:\n${text}`)
      project.write(path, edited)
    },
    remove: (path) => rmSync(at(path)),
    async check(options) {
      const report = await check(await openProject(root), options)
      const found = report.diagnostics.map(({id, locale, path, line}) =>
        [id, locale, line === undefined ? path : `${path}:${line}`].filter(Boolean).join(' ')
      )
      const ids = report.diagnostics.map(({id}) => id)
      return {...report, found, ids, met: report.gate?.met}
    },
    async translate(say = accented, built = true) {
      const opened = await openProject(root)
      const out = join(base, `out-${++handed}`)
      await exportHandoffs(opened, {to: out, format: 'xliff-2.0'})
      for (const name of globSync('**/*.xlf', {cwd: out})) {
        const path = join(out, name)
        writeFileSync(path, finished(translate(readFileSync(path, 'utf8'), say)))
      }
      await importHandbacks(opened, [out])
      if (built) await merge(opened)
    },
    sync: async () => sync(await openProject(root)),
    extract: async () => extract(await openProject(root))
  }
  for (const [path, text] of Object.entries(files)) project.write(`locales/${path}`, text)
  project.write('passerelle.config.json', JSON.stringify({locales: ['en', 'fr'], ...config}))
  return project
}

let handed = 0

/** A translator says of each sentence that it is translated, also where it reads the same in both languages. */
function finished(xml: string): string {
  return xml
    .replaceAll(/(<segment\b[^>]*?) state="initial"/g, '$1')
    .replaceAll(/<segment\b(?![^>]* state=)/g, '<segment state="translated"')
}
