import {execFile} from 'node:child_process'
import {existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

export const root: string = join(import.meta.dirname, '..')

/** Folder of outside data, which is no part of this repository. */
export const shared: string = process.env['PASSERELLE_SHARED'] ?? join(root, '../shared')

/** Whether outside data is there; where everything is required its absence fails instead of skipping. */
export const hasShared: boolean =
  existsSync(join(shared, 'data')) || process.env['PASSERELLE_REQUIRE_ALL'] === '1'

/**
 * Runs of a property whose runs are projects: all that are usual where outside data is, as in CI, else a fourth.
 *
 * `PASSERELLE_RUNS` says another number, for a nightly run.
 */
export function runsOf(usual: number): number {
  return Number(process.env['PASSERELLE_RUNS'] ?? (hasShared ? usual : Math.ceil(usual / 4)))
}

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A project in a folder of its own, outside the repository. */
export interface Sandbox {
  readonly root: string
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly read: (path: string) => string
  readonly exists: (path: string) => boolean
  readonly list: (glob: string) => string[]
  /** Run the command line in it. */
  readonly passerelle: (...args: ReadonlyArray<string>) => Promise<Run>
}

const BARE = "export default {locales: ['en', 'fr'], content: ['locales/{locale}/**/*.{md,mdx,json}']}\n"

export function sandbox(files: Readonly<Record<string, string | Uint8Array>> = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'))
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  for (const locale of ['en', 'fr']) mkdirSync(join(folder, 'locales', locale), {recursive: true})
  for (const [path, content] of Object.entries({'pipeline.config.ts': BARE, ...files})) write(path, content)
  return {
    root: folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    exists: (path) => existsSync(join(folder, path)),
    list: (glob) =>
      globSync(glob, {cwd: folder})
        .map((path) => path.replaceAll('\\', '/'))
        .sort(),
    passerelle: (...args) => run(join(root, 'node_modules/.bin/passerelle'), ['--cwd', folder, ...args])
  }
}

export function run(command: string, args: ReadonlyArray<string>, cwd: string = root): Promise<Run> {
  const env = {...process.env, LANG: 'C.UTF-8', NO_COLOR: '1', CI: 'true'}
  return new Promise((resolve) => {
    execFile(command, [...args], {cwd, env, maxBuffer: 1 << 28}, (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code ?? 1) : 0, stdout, stderr})
    })
  })
}

/**
 * Fill the targets of a hand-off, knowing nothing but XLIFF: each `<source>` outside of suggestions becomes the
 * `<target>` beside it, its text changed by `change`, its tags as they are.
 *
 * @param isSaid
 *   Whether all is said to be translated.
 */
export function translate(
  xml: string,
  change: (text: string) => string,
  {isSaid = false}: {readonly isSaid?: boolean} = {}
): string {
  return xml
    .split(
      /(<alt-trans[\s\S]*?<\/alt-trans>|<(?:mtc:)?match\b[\s\S]*?<\/(?:mtc:)?match>|<ignorable[\s\S]*?<\/ignorable>)/
    )
    .map((part, index) => (index % 2 === 1 ? part : fillTargets(part, change, isSaid)))
    .join('')
}

function fillTargets(xml: string, change: (text: string) => string, isSaid: boolean): string {
  const pattern =
    /(<source\b[^>]*>)([\s\S]*?)(<\/source>)(\s*)(<target\b[^>]*\/>|<target\b[^>]*>[\s\S]*?<\/target>)?/g
  const isTwo = xml.includes('<segment')
  const said = isSaid ? xml.replace(/(<segment\b[^>]*) state="initial"/g, '$1 state="translated"') : xml
  return said.replace(pattern, (_, open: string, inner: string, close: string, space: string) => {
    const target = inner.replace(
      /(<[^>]*>)|(&[^;]+;)|([^<&]+)/g,
      (all, tag?: string, entity?: string) => tag ?? entity ?? change(all)
    )
    const state = isSaid && !isTwo ? ' state="translated"' : ''
    return `${open}${inner}${close}${space || '\n'}<target${state}>${target}</target>`
  })
}

/** Accents on every vowel: seen at once, and undone by `unaccent`. */
export function accent(text: string): string {
  return text.replace(/[aeiouAEIOU]/g, (vowel) => `${vowel}\u0302`).normalize('NFC')
}
