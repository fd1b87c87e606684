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
 *   `config-failed` when the file does not run, or what {@link resolveConfig} says of it.
 */
export async function loadConfig(root: string): Promise<Config> {
  for (const name of NAMES) {
    const path = join(root, name)
    if (await exists(path)) return resolveConfig(await importDefault(path, name), name)
  }
  return resolveConfig({}, NAMES[0]!)
}

async function importDefault(path: string, name: string): Promise<unknown> {
  try {
    return ((await quietly(() => import(pathToFileURL(path).href))) as {default?: unknown}).default
  } catch (error) {
    const {message, stack} = error as Error
    const place = /config\.m?[jt]s:(\d+)/.exec(stack ?? '')
    throw new UsageError('config-failed', {
      path: name,
      line: Number(place?.[1] ?? 0),
      reason: message.split('\n')[0] ?? ''
    })
  }
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
