import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {Unit} from '@passerelle/model'
import {writeHandoff} from '../src/index.ts'

/** A translation for the project of {@link writeSmallProject}. */
export const NEWS: Unit = {
  id: 'u1',
  kind: 'paragraph',
  trail: [],
  pairs: [
    {
      id: 's1',
      source: ['More is to come.'],
      target: ['Ce n’est pas tout.'],
      state: 'translated',
      candidates: [],
      gap: ''
    }
  ]
}

const HEAD = {document: 'releases/river.md', sourceLocale: 'en', targetLocale: 'fr', removed: []}

/** Units of one turn. */
const TURN = 2000

/**
 * Write a hand-off of a size to a file, without ever having it in memory; segments have targets, but for every fourth.
 *
 * @param bytes
 *   Its size, about.
 * @param news
 *   Units that come last; then nothing else has a target.
 */
export function writeBig(
  path: string,
  version: '1.2' | '2.0',
  bytes: number,
  news: ReadonlyArray<Unit> = []
): void {
  const file = openSync(path, 'w')
  const [mark, end] = version === '1.2' ? ['<group id', '</body>'] : ['<unit id', '</file>']
  let written = 0
  const isTodo = news.length > 0
  const xmlOf = (units: ReadonlyArray<Unit>): string => writeHandoff([{...HEAD, units}], {version})
  for (let turn = 0; written < bytes; turn++) {
    const units = Array.from({length: TURN}, (_, index) => unitOf(turn * TURN + index, isTodo))
    const plain = xmlOf(units)
    const isLast = written + plain.length >= bytes
    const xml = isLast ? xmlOf([...units, ...news]) : plain
    const [from, to] = [xml.indexOf(mark), xml.lastIndexOf(end)]
    written += writeSync(file, xml.slice(turn === 0 ? 0 : from, isLast ? undefined : to))
  }
  closeSync(file)
}

function unitOf(number: number, isTodo: boolean): Unit {
  const code = {type: 'standalone', id: '1', kind: 'code', raw: '`x`', equiv: 'x'} as const
  const pairs = [1, 2, 3, 4].map((index) => ({
    id: `s${index}`,
    source: [`Sentence ${index} of paragraph ${number} says that aid came, and `, code, ' & more to come.'],
    ...(!isTodo &&
      index < 4 && {
        target: [`La phrase ${index} du paragraphe ${number} dit que l’aide est venue, `, code]
      }),
    state: !isTodo && index < 4 ? ('translated' as const) : ('initial' as const),
    candidates: [],
    gap: index < 4 ? ' ' : ''
  }))
  return {id: `u${number.toString(36).padStart(12, '0')}`, kind: 'paragraph', trail: ['The river'], pairs}
}

/** Make a project of one document, which is that of {@link writeBig}. */
export function writeSmallProject(root: string): void {
  mkdirSync(join(root, 'locales/en/releases'), {recursive: true})
  mkdirSync(join(root, 'locales/fr'))
  writeFileSync(join(root, 'locales/en/releases/river.md'), 'Aid came.\n\nMore is to come.\n')
}
