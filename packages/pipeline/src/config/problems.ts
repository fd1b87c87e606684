import type * as v from 'valibot'
import {UsageError} from '../report/errors.ts'
import {type OptionRow, optionRows} from './options.ts'
import {inCode, inJson} from './print.ts'

/**
 * What is wrong with a configuration, as a problem of usage. The ending of the path decides whether values are shown as
 * code or as JSON.
 */
export function problemOf(issue: v.BaseIssue<unknown>, path: string): UsageError {
  const print = path.endsWith('.json') ? inJson : inCode
  const last = issue.path?.at(-1)
  const names = (issue.path ?? []).map(({key}) => String(key))
  const name = names.at(-1) ?? ''
  const row = optionRows.find((each) => each.name === names[0])
  if (issue.type === 'strict_object' && last?.origin === 'key')
    return new UsageError('config-unknown-key', {path, key: name, known: namesIn(row).join(', ')})
  const choices = choicesOf(issue)
  if (row?.name === 'checks' && last?.origin === 'key')
    return new UsageError('config-unknown-check', {path, key: name, known: choices.join(', ')})
  const word = last?.origin === 'key' ? name : last ? last.value : issue.input
  return new UsageError('config-invalid-value', {
    path,
    key: keyOf(issue),
    found: print(word),
    expected: choices.length > 0 ? choices.map(print).join(' | ') : expectedOf(row, print),
    ...(choices.length > 0 && typeof word === 'string' && {word, known: choices.join(', ')})
  })
}

/** Names that may stand in place of an unknown one: those of options, or those inside an option. */
function namesIn(row: OptionRow | undefined): string[] {
  const within = row?.schema as {entries?: object} | undefined
  return within?.entries ? Object.keys(within.entries) : optionRows.map(({name}) => name)
}

function choicesOf({type, expected}: v.BaseIssue<unknown>): string[] {
  if (type !== 'picklist') return []
  return [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, choice]) => choice!)
}

/**
 * The key to name in a message: `handoff.format`, `checks.spacing`; for an item of a list the key of the list, because
 * people do not count from 0.
 */
function keyOf({path}: v.BaseIssue<unknown>): string {
  const names = (path ?? []).filter(({type, origin}) => type !== 'array' && origin !== 'key')
  return names.map(({key}) => String(key)).join('.') || 'default'
}

function expectedOf(row: OptionRow | undefined, print: (value: unknown) => string): string {
  if (!row) return '{…}'
  return row.schema.type === 'boolean' ? 'true | false' : print(row.example)
}
