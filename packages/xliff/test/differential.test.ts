import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {validate} from '../src/index.ts'
import {mutantsOf} from './mutants.ts'
import {schematronErrors} from './schematron.ts'
import {DATA, hasData, hasSchemas, type SchemaName, verdictsOf} from './validate-xml.ts'

const OURS = readFileSync(join(import.meta.dirname, 'fixtures/all-of-12.xlf'), 'utf8')

const isRefused = (xml: string): boolean => validate(xml, 'a.xlf').some(({level}) => level === 'error')

const isSaid = (verdict: string | undefined): boolean => verdict !== undefined && !MISTAKEN.test(verdict)

/** Small files of the suites that the schema and we accept. */
function validFiles(folders: ReadonlyArray<string>, schema: SchemaName): string[] {
  const texts = folders
    .flatMap((folder) => globSync(`${folder}/**/*.xlf`, {cwd: DATA}).sort())
    .map((path) => readFileSync(join(DATA, path), 'utf8'))
    .filter((text) => text.length < 50_000)
    .filter((text) => !text.includes('<!DOCTYPE') && !isRefused(text))
  const verdicts = verdictsOf(texts, schema)
  return texts.filter((_, index) => verdicts[index] === undefined)
}

const SUITES: ReadonlyArray<readonly [SchemaName, ReadonlyArray<string>]> = [
  ['1.2 transitional', ['suite/okapi-filter-xliff12/valid', 'suite/matecat/valid', 'cat-samples']],
  ['2.0', ['suite/okapi-lib-xliff2-2.0/valid', 'suite/microsoft-om-2.0/valid', 'suite/oasis-2.1/valid']],
  ['2.1', ['suite/oasis-2.1/valid']],
  ['2.2', ['suite/oasis-2.2/valid']]
]

/** What xmllint says that is not so: white space around a date does not count (XML Schema, `whiteSpace` of `dateTime`). */
const MISTAKEN = /attribute '[\w-]+': ' [^']*' is not a valid value of the atomic type 'xs:dateTime'/

describe.skipIf(!hasSchemas)('what a schema refuses, validate refuses', () => {
  it.each(SUITES)(
    'of %s, in files with one thing changed',
    (schema, folders) => {
      const valid = validFiles(folders, schema)
      expect(valid.length).toBeGreaterThan(5)
      const files = schema === '1.2 transitional' ? [...valid, ...valid.map(() => OURS)] : valid
      const {seed, some} = mutantsOf(files, 400)
      const verdicts = verdictsOf(some, schema)
      const missed = some.flatMap((xml, index) =>
        isSaid(verdicts[index]) && !isRefused(xml) ? [{said: verdicts[index], xml}] : []
      )
      const refused = verdicts.filter((said) => said !== undefined).length
      expect(refused).toBeGreaterThan(some.length / 10)
      expect({seed, missed}).toEqual({seed, missed: []})
    },
    600_000
  )
})

describe.skipIf(!hasData)(
  'what the Schematron rules of XLIFF 2.1 refuse, validate at least points out',
  () => {
    it('in files with one thing changed', () => {
      const files = globSync('suite/oasis-2.1/valid/**/*.xlf', {cwd: DATA})
        .sort()
        .map((path) => readFileSync(join(DATA, path), 'utf8'))
        .filter((text) => text.length < 20_000 && validate(text, 'a.xlf').length === 0)
        .filter((text) => schematronErrors(text).length === 0)
      expect(files.length).toBeGreaterThan(5)
      const {seed, some} = mutantsOf(files, 40, 0.02)
      const missed = some.flatMap((xml) => {
        const said = schematronErrors(xml)
        return said.length > 0 && validate(xml, 'a.xlf').length === 0 ? [{said, xml}] : []
      })
      expect({seed, missed}).toEqual({seed, missed: []})
    }, 600_000)
  }
)
