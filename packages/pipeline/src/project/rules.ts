import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import {readSrx, type SegmentationRules} from '@passerelle/segmentation'
import type {Config} from '../config/config.ts'
import {decode} from '../files/decode.ts'

/** Segmentation rules of a project by locale, and diagnostics about them. */
export interface Rules {
  readonly byLocale: ReadonlyMap<string, SegmentationRules>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Read the SRX files that a configuration names. A file that cannot be read is reported, and our own rules are used
 * instead.
 */
export async function loadRules(root: string, {segmentation}: Config): Promise<Rules> {
  const byLocale = new Map<string, SegmentationRules>()
  const diagnostics: Diagnostic[] = []
  for (const [locale, path] of Object.entries(segmentation)) {
    const text = await readFile(join(root, path)).then(
      (bytes) => decode(bytes, path),
      (error: {code?: string}): Diagnostic => ({
        id: 'cannot-read',
        level: 'error',
        path,
        args: {reason: error.code ?? ''}
      })
    )
    if (typeof text === 'object') {
      diagnostics.push(text)
      continue
    }
    const file = readSrx(text, path)
    diagnostics.push(...file.diagnostics)
    if (file.rules) byLocale.set(locale, file.rules)
  }
  return {byLocale, diagnostics}
}
