import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

/** Data that is not part of the project; tests that need it are skipped without. */
export const SHARED = process.env['PASSERELLE_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared')

export const DATA = join(SHARED, 'data/xliff')

export const hasData = existsSync(DATA)

export const hasSchemas = existsSync(join(DATA, 'xsd')) && hasXmllint()

const SCHEMAS = {
  '1.2': 'xsd/1.2/xliff-core-1.2-strict.xsd',
  '2.0': 'xsd/2.0/all.xsd',
  '2.1': 'xsd/2.1/all.xsd'
} as const

/** What the schema has against files; empty when they are valid. */
export function schemaErrors(files: ReadonlyArray<string>, version: keyof typeof SCHEMAS): string {
  const folder = mkdtempSync(join(tmpdir(), 'xliff-'))
  const paths = files.map((xml, index) => {
    const path = join(folder, `${index}.xlf`)
    writeFileSync(path, xml)
    return path
  })
  try {
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', join(DATA, SCHEMAS[version]), ...paths], {
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 26
    })
    return ''
  } catch (error) {
    return String((error as {stderr: unknown}).stderr)
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' validates'))
      .join('\n')
  }
}

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}
