// Prints how fast XLIFF is read, checked and written, as ratios within one run, and what memory that takes.
import {execFileSync, fork} from 'node:child_process'
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Bitext, Pair, Unit} from '@passerelle/model'
import {read, validate, writeHandoff} from '@passerelle/xliff'
import {measured} from '../packages/cli/test/measured.ts'
import {NEWS, writeBig, writeSmallProject} from '../packages/xliff/test/big.ts'
import {type Cost, measure, peakMemory, row} from './measure.ts'
import {parseBare} from './saxes.ts'

const WIDTHS = [44, 10, 10, 12]
const print = (...cells: (string | number)[]): void => console.log(row(cells, WIDTHS))

if (process.send) process.send(await memoryOf(Number(process.argv[2])))
else {
  for (const version of ['1.2', '2.0'] as const) await speed(version)
  await memory()
  large()
}

/** A document of many paragraphs, with codes, notes, and translations in three of four. */
function bitextOf(paragraphs: number): Bitext {
  const pair = (number: number, index: number): Pair => {
    const code = {type: 'standalone', id: '1', kind: 'code', raw: '`x`', equiv: 'x'} as const
    const source = [
      `Sentence ${index} of paragraph ${number} says that aid came, and `,
      code,
      ' & more to come.'
    ]
    const target = [
      `La phrase ${index} du paragraphe ${number} dit que l’aide est venue, et `,
      code,
      ' et la suite.'
    ]
    const isDone = index !== 3
    return {
      id: `s${index + 1}`,
      source,
      ...(isDone && {target}),
      state: isDone ? 'translated' : 'initial',
      candidates: [],
      gap: index < 3 ? ' ' : ''
    }
  }
  const unit = (_: unknown, number: number): Unit => ({
    id: `u${number.toString(36)}`,
    kind: 'paragraph',
    trail: ['The river', 'What comes next'],
    pairs: [0, 1, 2, 3].map((index) => pair(number, index))
  })
  const units = Array.from({length: paragraphs}, unit)
  return {document: 'a.md', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
}

async function speed(version: '1.2' | '2.0'): Promise<void> {
  const bitext = bitextOf(version === '1.2' ? 9_000 : 14_000)
  const xml = writeHandoff([bitext], {version})
  const megabytes = Buffer.byteLength(xml) / 1e6
  console.log(`XLIFF ${version}, ${megabytes.toFixed(1)} MB; CPU seconds, least of 5 runs`)
  print('', 'CPU s', 'MB / s', 'ratio')
  const bare = await measure(5, () => parseBare(xml))
  print('saxes, bare, with namespaces and positions', bare.cpu, megabytes / bare.cpu, 1)
  const model = await measure(5, () => read(xml, 'a.xlf'))
  print('read to the model, of bare saxes', model.cpu, megabytes / model.cpu, bare.cpu / model.cpu)
  const checked = await measure(5, () => validate(xml, 'a.xlf'))
  print('validate, of bare saxes', checked.cpu, megabytes / checked.cpu, bare.cpu / checked.cpu)
  const json = await measure(5, () => JSON.stringify(bitext))
  const jsonSize = JSON.stringify(bitext).length / 1e6
  print('JSON.stringify of the same model', json.cpu, jsonSize / json.cpu, 1)
  const written = await measure(5, () => writeHandoff([bitext], {version}))
  const rate = [megabytes / written.cpu, jsonSize / json.cpu] as const
  print('write, its MB / s of those of JSON.stringify', written.cpu, rate[0], rate[0] / rate[1])
  print('write, the time of JSON.stringify of its', written.cpu, rate[0], json.cpu / written.cpu)
  first(version, xml)
  console.log()
}

/** The first reading in a process, which is most of what a command reads, against that of saxes; least wall time of 5. */
function first(version: string, xml: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const path = join(folder, 'first.xlf')
  writeFileSync(path, xml)
  const script = join(import.meta.dirname, 'first-read.ts')
  const least = (how: string): number => {
    const costs = Array.from(
      {length: 5},
      () => JSON.parse(execFileSync(process.execPath, [script, how, path], {encoding: 'utf8'})) as Cost
    )
    return Math.min(...costs.map(({wall}) => wall))
  }
  const [bare, model] = [least('saxes'), least('read')]
  const megabytes = Buffer.byteLength(xml) / 1e6
  print('first in a process, wall s: saxes', bare, megabytes / bare, 1)
  print(`first in a process, wall s: read ${version}`, model, megabytes / model, bare / model)
  rmSync(folder, {recursive: true})
}

/** Peak memory of reading files of several sizes, each in a process of its own. */
async function memory(): Promise<void> {
  print('read to the model, peak memory', 'file MB', 'peak MB', 'peak / file')
  for (const paragraphs of [4_500, 9_000, 18_000]) {
    const {size, peak} = await inChild(paragraphs)
    print(`${paragraphs} paragraphs`, size, peak, peak / size)
  }
}

/**
 * What the command takes, from its start, for a file of 200 MB: to check it, and to take in what is news in it: one
 * translation, or all.
 */
function large(): void {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  console.log()
  print('a file of 200 MB, by the command itself', 'file MB', 'peak MB', 'wall s')
  for (const version of ['1.2', '2.0'] as const) {
    const [path, news] = [join(folder, `${version}.xlf`), join(folder, `${version}-news.xlf`)]
    const project = join(folder, version)
    writeBig(path, version, 200e6, [NEWS])
    writeBig(news, version, 200e6)
    writeSmallProject(project)
    for (const [verb, file, what] of [
      ['validate', path, ''],
      ['import', path, ', one is new'],
      ['import', news, ', all is new']
    ] as const) {
      const start = performance.now()
      const {status, peak} = measured([verb, file], project)
      if (status !== 0) throw new Error(`${verb} ended with ${status}`)
      const wall = (performance.now() - start) / 1e3
      print(`passerelle ${verb}, XLIFF ${version}${what}`, statSync(file).size / 1e6, peak, wall)
    }
  }
  rmSync(folder, {recursive: true})
}

interface Peak {
  readonly size: number
  readonly peak: number
}

function inChild(paragraphs: number): Promise<Peak> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [String(paragraphs)])
    child.once('message', (message) => resolve(message as Peak)).once('error', reject)
  })
}

async function memoryOf(paragraphs: number): Promise<Peak> {
  const xml = writeHandoff([bitextOf(paragraphs)], {version: '1.2'})
  await measure(1, () => read(xml, 'a.xlf'))
  return {size: Buffer.byteLength(xml) / 1e6, peak: peakMemory()}
}
