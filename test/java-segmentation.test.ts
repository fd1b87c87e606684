import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, globSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readSrx, segment, type SegmentationRules, toSrx} from '@passerelle/segmentation'
import {unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {root, shared} from './support.ts'

const gold = join(shared, 'data/segmentation/gold')
const omegat = '/usr/share/omegat/OmegaT.jar'
const isRequired = process.env['PASSERELLE_REQUIRE_ALL'] === '1'
const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0
const hasAll = existsSync(gold) && existsSync(omegat) && has('mvn') && has('javac')

interface Paragraph {
  readonly locale: string
  readonly text: string
}

/** Every text that somebody has cut into sentences. */
function paragraphs(): Paragraph[] {
  return globSync('*.json', {cwd: gold}).flatMap((name) => {
    const locale = name.startsWith('ud-') ? name.split('-')[1]! : name.slice(0, -5).split('-').at(-1)!
    const items = JSON.parse(readFileSync(join(gold, name), 'utf8')) as {readonly text: string}[]
    return items.map(({text}) => ({locale, text}))
  })
}

/** Ends of pieces, counted without white space: engines differ in which piece it belongs to, and nobody minds. */
function endsIn(text: string, ends: ReadonlyArray<number>): string {
  const counted = ends.map((end) => text.slice(0, end).replaceAll(/[\s\u200B\u2060\uFEFF]/gu, '').length)
  return [...new Set(counted)].filter((end) => end > 0).join(' ')
}

describe.skipIf(!hasAll && !isRequired)('rules cut as they do in the engine they were made for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-java-'))
  const lib = join(folder, 'lib')
  const all = hasAll ? paragraphs() : []

  beforeAll(() => {
    const pom = join(root, 'test/java/pom.xml')
    const copy = ['-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`]
    execFileSync('mvn', copy, {stdio: 'pipe'})
  })

  /** A file in a jar. */
  function inJar(jar: string, path: string): string {
    const files = unzipSync(readFileSync(jar), {filter: ({name}) => name === path})
    return new TextDecoder().decode(files[path])
  }

  const jar = (name: string): string =>
    globSync(`${name}-*.jar`, {cwd: lib}).map((file) => join(lib, file))[0]!

  /** Where the Java engine ends the pieces of each paragraph. */
  function inJava(srx: string, languageOf: (locale: string) => string): number[][] {
    const [rules, texts] = [join(folder, 'rules.srx'), join(folder, 'texts')]
    writeFileSync(rules, srx)
    writeFileSync(texts, all.map(({locale, text}) => `${languageOf(locale)}\u0002${text}`).join('\u0001'))
    const program = [join(root, 'test/java/Segment.java'), rules, texts]
    const output = execFileSync('java', ['-cp', `${lib}/*`, ...program], {
      maxBuffer: 2 ** 28,
      encoding: 'utf8'
    })
    return output.split('\n').map((line) => line.trim().split(' ').map(Number))
  }

  /** Share of paragraphs that both engines cut alike. */
  function agreement(
    srx: string,
    rules: SegmentationRules | undefined,
    languageOf = (locale: string) => locale
  ): number {
    const theirs = inJava(srx, languageOf)
    const same = all.filter(({locale, text}, index) => {
      let end = 0
      const ours = segment(text, locale, rules ? {rules, limit: 60_000} : {}).map(
        (piece) => (end += piece.length)
      )
      return endsIn(text, ours) === endsIn(text, theirs[index]!)
    })
    return same.length / all.length
  }

  it('ours, as they are given away', () => {
    const share = agreement(toSrx(), undefined)
    console.log(`our rules in Java: ${(100 * share).toFixed(2)} % of ${all.length} paragraphs cut alike`)
    expect(share).toBeGreaterThanOrEqual(0.999)
  })

  it('those of LanguageTool', () => {
    const srx = inJar(jar('languagetool-core'), 'org/languagetool/resource/segment.srx')
    const share = agreement(srx, readSrx(srx, 'segment.srx').rules)
    console.log(`rules of LanguageTool: ${(100 * share).toFixed(2)} % of ${all.length} paragraphs cut alike`)
    expect(share).toBeGreaterThanOrEqual(0.999)
  })

  it('those of OmegaT, which names languages in capitals', () => {
    const srx = inJar(omegat, 'org/omegat/core/segmentation/defaultRules.srx')
    const rules = readSrx(srx, 'defaultRules.srx').rules
    const share = agreement(srx, rules, (locale) => locale.toUpperCase())
    console.log(`rules of OmegaT: ${(100 * share).toFixed(2)} % of ${all.length} paragraphs cut alike`)
    expect(share).toBeGreaterThanOrEqual(0.999)
  })

  it('and ours are valid against the schema of SRX 2.0', () => {
    const schema = join(folder, 'srx20.xsd')
    writeFileSync(schema, inJar(jar('segment'), 'net/loomchild/segment/res/xml/srx20.xsd'))
    writeFileSync(join(folder, 'ours.srx'), toSrx())
    const {status, stderr} = spawnSync('xmllint', [
      '--nonet',
      '--noout',
      '--schema',
      schema,
      join(folder, 'ours.srx')
    ])
    expect({status, stderr: status === 0 ? '' : String(stderr)}).toEqual({status: 0, stderr: ''})
  })
})
