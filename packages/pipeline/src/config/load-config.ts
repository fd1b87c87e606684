import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Config, resolveConfig} from './config.ts'
import {parseJsonConfig} from './from-json.ts'
import {isCommonJs} from './module-kind.ts'
import {UsageError} from '../report/errors.ts'

/** Names of a configuration that is code, which is run. */
const CODE = [
  'pipeline.config.ts',
  'pipeline.config.mts',
  'pipeline.config.js',
  'pipeline.config.mjs'
] as const
/** Name of a configuration that is data, which is read. */
export const DATA = 'passerelle.config.json'

/** A configuration, and the file it comes from; undefined where there is none. */
export interface Loaded {
  readonly config: Config
  readonly path: string | undefined
  /** What the file itself says, without defaults. */
  readonly written: unknown
}

/**
 * Load the configuration of a project, or the default one where there is no file.
 *
 * @param options
 *   Whether `code` of the project may be run; by default it may.
 * @throws {UsageError}
 *   `config-two-files`, `config-misnamed` or `config-is-code`; `config-failed` when the file does not run,
 *   `config-missing-package` when it imports what is not there, `config-commonjs` when Node takes it for another kind
 *   of module, `config-no-default` when it exports nothing; `config-not-json` or `config-key-repeated` of data; or what
 *   {@link resolveConfig} says of it.
 */
export async function loadConfig(root: string, options: {readonly code?: boolean} = {}): Promise<Loaded> {
  const path = await findConfig(root)
  if (path === undefined) return {config: resolveConfig({}, DATA), path, written: {}}
  if (path !== DATA && options.code === false) throw new UsageError('config-is-code', {path})
  const written =
    path === DATA
      ? parseJsonConfig(await readFile(join(root, path)), path)
      : await importDefault(join(root, path), path)
  return {config: resolveConfig(written, path), path, written}
}

/**
 * The file of a project's configuration, or undefined where there is none.
 *
 * @throws {UsageError}
 *   `config-two-files` or `config-misnamed`.
 */
export async function findConfig(root: string): Promise<string | undefined> {
  const names = new Set(await readdir(root).catch(() => []))
  const code = CODE.find((name) => names.has(name))
  const data = names.has(DATA) ? DATA : undefined
  if (code && data) throw new UsageError('config-two-files', {path: data, other: code})
  if (code ?? data) return code ?? data
  const misnamed = [...names].find((name) => /^passerelle\.config\.[a-z0-9]+$/i.test(name))
  if (misnamed)
    throw new UsageError('config-misnamed', {
      path: misnamed,
      known: [DATA, ...CODE].join(', '),
      word: misnamed
    })
  return undefined
}

/**
 * The file of a project's configuration, or the one that `init` would write as code. That is `pipeline.config.mts`
 * where Node takes a `.ts` file for CommonJS, which has no `export`.
 *
 * @param root
 *   Folder of the project.
 * @throws {UsageError}
 *   As {@link findConfig}.
 */
export async function configName(root: string): Promise<string> {
  return (await findConfig(root)) ?? ((await isCommonJs(join(root, CODE[0]))) ? CODE[1] : CODE[0])
}

async function importDefault(path: string, name: string): Promise<unknown> {
  const module = await quietly(() => import(pathToFileURL(path).href)).catch(async (error: unknown) => {
    throw await failureOf(error as NodeJS.ErrnoException, path, name)
  })
  const {default: written} = module as {default?: unknown}
  if (written === undefined || isEmptyScript(module as object))
    throw new UsageError('config-no-default', {path: name})
  return written
}

/** Whether a file without `import` and `export`, which Node runs as CommonJS, exported nothing. */
function isEmptyScript(module: object): boolean {
  return 'module.exports' in module && Object.keys(Object(module['module.exports'])).length === 0
}

async function failureOf(error: NodeJS.ErrnoException, absolute: string, path: string): Promise<UsageError> {
  const {code, message, stack} = error
  const reason = message.split('\n')[0] ?? ''
  if (code === 'ERR_MODULE_NOT_FOUND') return new UsageError('config-missing-package', {path, reason})
  if (error.name === 'SyntaxError' && /\b(?:import|export)\b/.test(message) && (await isCommonJs(absolute)))
    return new UsageError('config-commonjs', {path, to: path.replace(/\.([jt]s)$/, '.m$1')})
  const place = /config\.m?[jt]s:(\d+)/.exec(stack ?? '')
  return new UsageError('config-failed', {path, line: Number(place?.[1] ?? 1), reason})
}
/**
 * Run without Node's warning that package.json does not say `module`: projects of writers have none, and it would only
 * puzzle them.
 */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    const typeless = JSON.stringify(rest).includes('MODULE_TYPELESS_PACKAGE_JSON')
    if (!typeless) Reflect.apply(emitWarning, undefined, [warning, ...rest])
  }
  // Node's error about the kind of a module becomes a problem of usage.
  const listeners = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (!warning.message.startsWith('Failed to load the ES module'))
      for (const tell of listeners) tell(warning)
  })
  try {
    return await run()
  } finally {
    process.emitWarning = emitWarning
    process.removeAllListeners('warning')
    for (const tell of listeners) process.on('warning', tell)
  }
}
