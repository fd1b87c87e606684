// Prints how fast Passerelle is, as ratios within one run: machines differ, ratios less so.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {arch, cpus, platform, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {extract, merge} from '@passerelle/markdown'
import {type Content, cut} from '@passerelle/model'
import {openProject, sync} from '@passerelle/pipeline'
import {boundariesOf} from '@passerelle/segmentation'
import {realDocuments, syntheticRelease} from './corpus.ts'
import {type Cost, measure, peakMemory, row} from './measure.ts'

const WIDTHS = [44, 10, 10, 12]
const print = (...cells: (string | number)[]): void => console.log(row(cells, WIDTHS))

console.log(
  `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`
)
await markdown()
await growth()
await project(1000)
console.log(`\npeak memory ${peakMemory().toFixed(0)} MB`)

function parse(text: string): unknown {
  return fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
}

/** Every letter of a content in capitals: each block is printed anew, as in a real translation. */
function shout(content: Content): Content {
  return content.map((part) => (typeof part === 'string' ? part.toUpperCase() : part))
}

async function markdown(): Promise<void> {
  const {name, texts} = realDocuments()
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
  console.log(
    `${texts.length} documents, ${size.toFixed(2)} M characters (${name}); CPU seconds, least of 3 runs`
  )
  print('', 'CPU s', 's / M', '× parsing')
  const base = await measure(3, () => texts.map(parse))
  const line = (what: string, {cpu}: Cost): void => print(what, cpu, cpu / size, cpu / base.cpu)
  line('mdast-util-from-markdown + GFM: parse', base)
  line('extract', await measure(3, () => texts.map((text) => extract(text, 'a.md'))))
  const documents = texts.map((text) => extract(text, 'a.md').document)
  const segment = await measure(3, () =>
    documents.map(({blocks}) => blocks.map(({content}) => cut(content, boundariesOf(content, 'en'))))
  )
  line('segment', segment)
  line(
    'merge, nothing translated',
    await measure(3, () =>
      documents.map((document) =>
        merge(
          document,
          document.blocks.map(() => undefined)
        )
      )
    )
  )
  line(
    'merge, every block translated, proved',
    await measure(3, () =>
      documents.map((document) =>
        merge(
          document,
          document.blocks.map(({content}) => shout(content))
        )
      )
    )
  )
  console.log()
}

/** How time grows with the size of one document. */
async function growth(): Promise<void> {
  const text = realDocuments().texts.join('\n\n')
  console.log('one document, CPU seconds')
  print('characters', 'parse', 'extract', '× parsing')
  for (const length of [125_000, 250_000, 500_000, 1_000_000]) {
    const part = text.repeat(Math.ceil(length / text.length)).slice(0, length)
    const base = await measure(1, () => parse(part))
    const own = await measure(1, () => extract(part, 'a.md'))
    print(String(length), base.cpu, own.cpu, own.cpu / base.cpu)
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
    const base = await measure(1, () => texts.map(parse))
    print('mdast-util-from-markdown + GFM: parse', base.cpu, base.wall, 1)
    for (const what of ['sync, cold', 'sync, warm']) {
      const {cpu, wall} = await measure(1, async () => sync(await openProject(root)))
      print(what, cpu, wall, cpu / base.cpu)
    }
  } finally {
    rmSync(root, {recursive: true})
  }
}
