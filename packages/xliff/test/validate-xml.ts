import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

/** Data that is not part of the project; tests that need it are skipped without. */
export const SHARED = process.env['PASSERELLE_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared')

export const DATA = join(SHARED, 'data/xliff')

export const hasData = existsSync(DATA)

export const hasSchemas = existsSync(join(DATA, 'xsd')) && hasXmllint()

const SCHEMAS = {
  '1.2': 'xsd/1.2/xliff-core-1.2-strict.xsd',
  '1.2 transitional': 'xsd/1.2/xliff-core-1.2-transitional.xsd',
  '2.0': 'xsd/2.0/all.xsd',
  '2.1': 'xsd/2.1/all.xsd',
  '2.2': 'xsd/2.2/all.xsd'
} as const

export type SchemaName = keyof typeof SCHEMAS

/** What the schema has against files; empty when they are valid. */
export function schemaErrors(files: ReadonlyArray<string>, schema: SchemaName): string {
  return verdictsOf(files, schema)
    .flatMap((said) => said ?? [])
    .join('\n')
}

/** What the schema has against each of many files; undefined for those that are valid. */
export function verdictsOf(files: ReadonlyArray<string>, schema: SchemaName): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'xliff-'))
  const paths = files.map((xml, index) => {
    const path = join(folder, `${index}.xlf`)
    writeFileSync(path, xml)
    return path
  })
  const {stderr} = spawnSync(
    'xmllint',
    ['--nonet', '--noout', '--schema', join(DATA, SCHEMAS[schema]), ...paths],
    {encoding: 'utf8', maxBuffer: 1 << 28}
  )
  rmSync(folder, {recursive: true})
  const said = Map.groupBy(stderr.split('\n'), (line) => /\d+(?=\.xlf)/.exec(line)?.[0] ?? '')
  return paths.map((path, index) => {
    const lines = said.get(String(index)) ?? []
    if (lines.includes(`${path} validates`)) return undefined
    return lines.join('\n') || `no verdict: ${stderr.slice(0, 500)}`
  })
}

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}
