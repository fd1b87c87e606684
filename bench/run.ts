// Prints how fast Passerelle is, as ratios within one run: machines differ, ratios less so.
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {arch, cpus, platform, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {identify} from '@passerelle/model'
import {openProject, sync} from '@passerelle/pipeline'
import {measured} from '../packages/cli/test/measured.ts'
import {hostileDocuments, longDocument, realDocuments, syntheticRelease} from './corpus.ts'
import {type Cost, each, measure, row} from './measure.ts'
import {extractFrom, mergeAll, parse, segment, unitsOf} from './work.ts'

const WIDTHS = [44, 10, 10, 12, 12]
const print = (...cells: (string | number)[]): void => console.log(row(cells, WIDTHS))

console.log(
  `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`
)
// First, while this process is small: a child's peak is at least that of the process it is forked from.
growth([1, 2, 4, 8, 16])
commands([1, 4, 16])
await markdown()
hostile()
await project(1000)

/** Each step against the reference parser, on the same documents. */
async function markdown(): Promise<void> {
  const {name, texts} = realDocuments()
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
  console.log(
    `${texts.length} documents, ${size.toFixed(2)} M characters (${name}); CPU seconds, least of 8 runs`
  )
  print('', 'CPU s', 's / M', '× parsing')
  const base = await measure(8, each(texts, parse))
  const line = (what: string, {cpu}: Cost): void => print(what, cpu, cpu / size, cpu / base.cpu)
  line('mdast-util-from-markdown + GFM: parse', base)
  line('extract', await measure(8, each(texts, extractFrom)))
  const documents = texts.map(extractFrom)
  line('segment', await measure(8, each(documents, segment)))
  line(
    'identify',
    await measure(
      8,
      each(documents, ({blocks}) => identify(blocks))
    )
  )
  line('all of these: text to segmented units', await measure(8, each(texts, unitsOf)))
  line('merge, every block translated, proved', await measure(8, each(documents, mergeAll)))
  console.log()
}

/** How time and memory grow with the size of one document, each in a process of its own. */
function growth(sizes: ReadonlyArray<number>): void {
  console.log('one document alone in its process, CPU seconds; peak memory of the process in MB')
  print('M characters', 'extract', 'merge', 'peak: extract', 'peak: both')
  for (const size of sizes) {
    const [extract, merge] = [alone('extract', size), alone('merge', size)]
    print(String(size), extract.cpu, merge.cpu, extract.peak, merge.peak)
  }
  for (const size of sizes.slice(0, 3)) {
    const {cpu, peak} = alone('parse', size)
    print(`${size}: mdast-util-from-markdown + GFM`, cpu, '', peak)
  }
  console.log()
}

/** What the commands take for a project of one document, from their start. */
function commands(sizes: ReadonlyArray<number>): void {
  const verbs = ['extract', 'export', 'merge']
  console.log('one document of a size, by the command itself; peak memory in MB')
  print('M characters', ...verbs)
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
    for (const locale of ['en', 'fr']) mkdirSync(join(root, 'locales', locale), {recursive: true})
    writeFileSync(join(root, 'locales/en/long.md'), longDocument(size * 1e6))
    print(String(size), ...verbs.map((verb) => measured([verb], root).peak))
    rmSync(root, {recursive: true})
  }
  console.log()
}

function alone(what: 'parse' | 'extract' | 'merge', size: number): {cpu: number; peak: number} {
  const script = join(import.meta.dirname, 'alone.ts')
  const output = execFileSync(process.execPath, [script, what, String(size * 1e6)], {encoding: 'utf8'})
  return JSON.parse(output) as {cpu: number; peak: number}
}

/** What hostile documents cost at one, two and four times their size: in linear time, twice as much each time. */
function hostile(): void {
  const documents = hostileDocuments()
  if (documents.length === 0) return
  console.log('hostile documents, extract and merge: CPU milliseconds at one, two and four times the size')
  print('', '× 1', '× 2', '× 4', 'last ratio')
  for (const [name, text] of documents) {
    const costs = [1, 2, 4].map((times) => {
      const start = process.cpuUsage()
      mergeAll(extractFrom(text.repeat(times)))
      const {user, system} = process.cpuUsage(start)
      return (user + system) / 1e3
    })
    print(name, ...costs.map((cost) => cost.toFixed(0)), (costs[2] ?? 0) / (costs[1] ?? 1))
  }
  console.log()
}

/** A first and a second `sync` of a project. */
async function project(count: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  mkdirSync(join(root, 'locales/en'), {recursive: true})
  mkdirSync(join(root, 'locales/fr'), {recursive: true})
  const texts = Array.from({length: count}, (_, number) => syntheticRelease(number))
  for (const [number, text] of texts.entries())
    writeFileSync(join(root, `locales/en/release-${number}.md`), text)
  try {
    console.log(`a project of ${count} documents; CPU and wall seconds`)
    print('', 'CPU s', 'wall s', '× parsing')
    const base = await measure(1, each(texts, parse))
    print('mdast-util-from-markdown + GFM: parse', base.cpu, base.wall, 1)
    for (const what of ['sync, cold', 'sync, warm']) {
      const {cpu, wall} = await measure(1, async () => sync(await openProject(root)))
      print(what, cpu, wall, cpu / base.cpu)
    }
  } finally {
    rmSync(root, {recursive: true})
  }
}
