import * as v from 'valibot'
import {type Config, configSchema, defaults, type WrittenConfig} from './options.ts'
import {overlapOf} from './overlap.ts'
import {problemOf} from './problems.ts'
import {isFixed} from './settable.ts'
import {UsageError} from '../report/errors.ts'

export type {HandoffFormat} from '../report/choices.ts'
export type {Config, WrittenConfig} from './options.ts'
export type {ProfileName as Profile} from '@passerelle/xliff'

/** Give a configuration its type in an editor. */
export function defineConfig(config: WrittenConfig): WrittenConfig {
  return config
}

/**
 * Fill in the defaults of a configuration.
 *
 * @param written
 *   The value that the configuration file exports or contains.
 * @param path
 *   The file, for messages; its ending decides whether they show values as code or as JSON.
 * @throws {UsageError}
 *   `config-no-settings`, `config-unknown-key`, `config-unknown-check`, `config-level-fixed`, `config-invalid-value` or
 *   `config-folders-overlap`.
 */
export function resolveConfig(written: unknown, path: string): Config {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new UsageError('config-no-settings', {path})
  const {success, output, issues} = v.safeParse(configSchema, written)
  if (!success) throw problemOf(issues[0], path)
  const {$schema: _, ...values} = output as WrittenConfig
  for (const [key, level] of Object.entries(values.checks ?? {}))
    if (level !== 'error' && isFixed(key)) throw new UsageError('config-level-fixed', {path, key})
  // For example: `outbox: process.env.OUTBOX`, and the variable is not set.
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const config = {...defaults(), ...Object.fromEntries(given)} as Config
  const overlap = overlapOf(config)
  if (overlap) throw new UsageError('config-folders-overlap', {path, ...overlap})
  return config
}
