import {isNode, readJson, repeatedKeys} from '@passerelle/catalog'
import {placesOf} from '@passerelle/model'
import {decode} from '../files/decode.ts'
import {UsageError} from '../report/errors.ts'

/**
 * Read a configuration in JSON.
 *
 * @throws {UsageError}
 *   `config-not-json`; or `config-key-repeated`, for JSON keeps only the last of two equal keys.
 */
export function parseJsonConfig(bytes: Uint8Array, path: string): unknown {
  const text = decode(bytes, path)
  if (typeof text === 'object')
    throw new UsageError('config-not-json', {path, line: text.line ?? 1, reason: 'encoding'})
  const root = readJson(text)
  const lineOf = (offset: number): number => placesOf(text)(offset).line
  if (!isNode(root))
    throw new UsageError('config-not-json', {path, line: lineOf(root.offset), reason: root.reason})
  const [again] = repeatedKeys(root)
  if (again) throw new UsageError('config-key-repeated', {path, line: lineOf(again.offset), key: again.key})
  return JSON.parse(text.replace(/^\uFEFF/, ''))
}
