// Prints how well and how fast sentences are found, beside the platform's own segmenter in the same run.
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {defaultRules, segment} from '@passerelle/segmentation'
import {measure, row} from './measure.ts'

const shared = process.env['PASSERELLE_SHARED'] ?? join(import.meta.dirname, '../../shared')
const gold = join(shared, 'data/segmentation/gold')

interface Item {
  readonly text: string
  readonly sentences: ReadonlyArray<string>
}

type Cut = (text: string, locale: string) => ReadonlyArray<string>

const segmenters = new Map<string, Intl.Segmenter>()
const platform: Cut = (text, locale) => {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, {granularity: 'sentence'})
  segmenters.set(locale, known)
  return Array.from(known.segment(text), (piece) => piece.segment)
}
const ours: Cut = (text, locale) => segment(text, locale)

const WIDTHS = [44, 12, 12, 12]
const print = (...cells: (string | number)[]): void => console.log(row(cells, WIDTHS))

/** What the sets are, by the names of their files. */
const GROUPS: ReadonlyArray<readonly [name: string, files: RegExp]> = [
  ['English, edited (GUM, PUD, ParTUT)', /^ud-en-(gum|pud|partut)/],
  ['English of the web (EWT)', /^ud-en-ewt/],
  ['French', /^ud-fr/],
  ...['de', 'es', 'it', 'ru', 'zh', 'ja', 'ar'].map(
    (locale) => [`  ${locale}`, RegExp(`^ud-${locale}`)] as const
  ),
  ['Hindi', /^ud-hi/]
]
const CASES: ReadonlyArray<readonly [name: string, files: RegExp]> = [
  ['golden rules, English and French', /^(golden48-en|golden-fr)/],
  ['probes, English and French', /^probes-(en|fr)/],
  ['cases of LanguageTool, English and French', /^langtool-(en|fr)/]
]

if (globSync('*.json', {cwd: gold}).length === 0)
  console.log('No sentences that others have marked are at hand.')
else {
  scores()
  await speed()
}

function items(files: RegExp): {readonly locale: string; readonly items: ReadonlyArray<Item>}[] {
  return globSync('*.json', {cwd: gold})
    .filter((name) => files.test(name))
    .map((name) => ({
      locale: name.startsWith('ud-') ? name.split('-')[1]! : name.slice(0, -5).split('-').at(-1)!,
      items: JSON.parse(readFileSync(join(gold, name), 'utf8')) as Item[]
    }))
}

/** Where all but the last piece end, counted without white space. */
function endsOf(pieces: ReadonlyArray<string>): Set<number> {
  let end = 0
  const total = lengthOf(pieces.join(''))
  const ends = new Set(pieces.map((piece) => (end += lengthOf(piece))))
  ends.delete(total)
  ends.delete(0)
  return ends
}

function lengthOf(text: string): number {
  return text.replaceAll(/[\s\u200B\uFEFF\u2060]+/gu, '').length
}

/** F1 of the boundaries inside paragraphs, and the share of paragraphs that are cut exactly, in percent. */
function score(files: RegExp, cut: Cut): {readonly f1: number; readonly exact: number} {
  let [both, found, marked, exact, count] = [0, 0, 0, 0, 0]
  for (const set of items(files)) {
    for (const {text, sentences} of set.items) {
      const [theirs, own] = [endsOf(sentences), endsOf(cut(text, set.locale))]
      const shared = [...own].filter((end) => theirs.has(end)).length
      both += shared
      found += own.size
      marked += theirs.size
      count++
      if (shared === own.size && shared === theirs.size) exact++
    }
  }
  return {f1: (200 * both) / (found + marked), exact: (100 * exact) / count}
}

function scores(): void {
  print('F1 of sentence ends', 'ours', 'Intl')
  for (const [name, files] of GROUPS)
    print(name, score(files, ours).f1.toFixed(1), score(files, platform).f1.toFixed(1))
  const seven = (cut: Cut): string =>
    (GROUPS.slice(3, 10).reduce((sum, [, files]) => sum + score(files, cut).f1, 0) / 7).toFixed(1)
  print('average of these seven', seven(ours), seven(platform))
  console.log()
  print('cases cut exactly, %', 'ours', 'Intl')
  for (const [name, files] of CASES)
    print(name, score(files, ours).exact.toFixed(1), score(files, platform).exact.toFixed(1))
  console.log()
}

async function speed(): Promise<void> {
  const texts = items(/^ud-(en-(gum|pud)|fr-(sequoia|pud))/).flatMap(({locale, items: all}) =>
    all.map(({text}) => [text, locale] as const)
  )
  const megabytes = texts.reduce((sum, [text]) => sum + Buffer.byteLength(text), 0) / 1e6
  const pass = (cut: Cut) => (): void => {
    for (const [text, locale] of texts) cut(text, locale)
  }
  const [own, theirs] = [await measure(12, pass(ours)), await measure(12, pass(platform))]
  print('MB per CPU second, English and French', 'ours', 'Intl', 'ours / Intl')
  print(`${megabytes.toFixed(2)} MB`, megabytes / own.cpu, megabytes / theirs.cpu, theirs.cpu / own.cpu)
  const compile = await measure(1, () => segment('One. Two.', 'en-x-first', {rules: {...defaultRules}}))
  print('first sentence of a language, milliseconds', (compile.cpu * 1e3).toFixed(1))
  console.log()
  print('one block, CPU seconds', '1', '2', '4')
  const prose = texts
    .filter(([, locale]) => locale === 'en')
    .map(([text]) => text)
    .join(' ')
  const costs = []
  for (const times of [1, 2, 4]) costs.push((await measure(3, () => segment(prose.repeat(times), 'en'))).cpu)
  print(`${(prose.length / 1e6).toFixed(2)} M characters, times`, ...costs)
}
