import {access} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Config, resolveConfig} from './config.ts'
import {UsageError} from './errors.ts'

const NAMES = ['pipeline.config.ts', 'pipeline.config.mts', 'pipeline.config.js', 'pipeline.config.mjs']

/**
 * Load the configuration of a project, or the default one where there is no file.
 *
 * @throws {UsageError}
 *   `config-failed` when the file does not run, `config-missing-package` when it imports what is not there,
 *   `config-no-default` when it exports nothing, or what {@link resolveConfig} says of it.
 */
export async function loadConfig(root: string): Promise<Config> {
  for (const name of NAMES) {
    const path = join(root, name)
    if (await exists(path)) return resolveConfig(await importDefault(path, name), name)
  }
  return resolveConfig({}, NAMES[0]!)
}

async function importDefault(path: string, name: string): Promise<unknown> {
  const module = await quietly(() => import(pathToFileURL(path).href)).catch((error: unknown) => {
    throw failureOf(error as NodeJS.ErrnoException, name)
  })
  const {default: written} = module as {default?: unknown}
  if (written === undefined || isEmptyScript(module as object))
    throw new UsageError('config-no-default', {path: name})
  return written
}

/** Whether a file without `import` and `export`, which Node runs as CommonJS, set nothing. */
function isEmptyScript(module: object): boolean {
  return 'module.exports' in module && Object.keys(Object(module['module.exports'])).length === 0
}

function failureOf({code, message, stack}: NodeJS.ErrnoException, path: string): UsageError {
  const reason = message.split('\n')[0] ?? ''
  if (code === 'ERR_MODULE_NOT_FOUND') return new UsageError('config-missing-package', {path, reason})
  const place = /config\.m?[jt]s:(\d+)/.exec(stack ?? '')
  return new UsageError('config-failed', {path, line: Number(place?.[1] ?? 1), reason})
}

/** A project of writers has no package.json that says `module`; Node's remark on that would only puzzle them. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    const typeless = JSON.stringify(rest).includes('MODULE_TYPELESS_PACKAGE_JSON')
    if (!typeless) Reflect.apply(emitWarning, undefined, [warning, ...rest])
  }
  try {
    return await run()
  } finally {
    process.emitWarning = emitWarning
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
