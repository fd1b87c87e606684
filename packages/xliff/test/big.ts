import {closeSync, openSync, writeSync} from 'node:fs'
import type {Bitext, Unit} from '@passerelle/model'
import {writeHandoff} from '../src/index.ts'

/** Units of one turn. */
const TURN = 2000

/**
 * Write a hand-off of a size to a file, without ever having it in memory.
 *
 * @param bytes
 *   Its size, about.
 */
export function writeBig(path: string, version: '1.2' | '2.0', bytes: number): void {
  const file = openSync(path, 'w')
  const [mark, end] = version === '1.2' ? ['<group id', '</body>'] : ['<unit id', '</file>']
  let written = 0
  for (let turn = 0; written < bytes; turn++) {
    const xml = writeHandoff([bitextOf(turn)], {version})
    const [from, to] = [xml.indexOf(mark), xml.lastIndexOf(end)]
    const isLast = written + xml.length >= bytes
    written += writeSync(file, xml.slice(turn === 0 ? 0 : from, isLast ? undefined : to))
  }
  closeSync(file)
}

function bitextOf(turn: number): Bitext {
  const units = Array.from({length: TURN}, (_, index): Unit => unitOf(turn * TURN + index))
  return {document: 'releases/river.md', sourceLocale: 'en', targetLocale: 'fr', units, removed: []}
}

function unitOf(number: number): Unit {
  const code = {type: 'standalone', id: '1', kind: 'code', raw: '`x`', equiv: 'x'} as const
  const pairs = [1, 2, 3, 4].map((index) => ({
    id: `s${index}`,
    source: [`Sentence ${index} of paragraph ${number} says that aid came, and `, code, ' & more to come.'],
    ...(index < 4 && {
      target: [`La phrase ${index} du paragraphe ${number} dit que l’aide est venue, `, code]
    }),
    state: index < 4 ? ('translated' as const) : ('initial' as const),
    candidates: [],
    gap: index < 4 ? ' ' : ''
  }))
  return {id: `u${number.toString(36).padStart(12, '0')}`, kind: 'paragraph', trail: ['The river'], pairs}
}
