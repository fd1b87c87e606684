import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hasShared} from '../../../test/support.ts'
import {writeSmallProject} from '../../xliff/test/big.ts'
import {measured} from './measured.ts'

/** Peak memory in MB that a hostile file may take; wide, it tells bounded from not. */
const MEMORY = 600
/** How many times the CPU time of a small sound file a hostile one may take, in the same run: wide as well. */
const TIMES = 25

const VERBS = ['validate', 'import']

const HEAD =
  '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="releases/river.md" ' +
  'source-language="en" target-language="fr" datatype="plaintext"><body>'
const TAIL = '</body></file></xliff>'
const UNIT = '<trans-unit id="u1"><source>'
const UNIT_TAIL = '</source></trans-unit>'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-hostile-'))
const project = join(folder, 'project')

/** Seconds of CPU that each verb takes for a small sound file. */
const ordinary = new Map<string, number>()

beforeAll(() => {
  writeSmallProject(project)
  const path = write('sound.xlf', `${HEAD}${UNIT}`, 'word ', 1, `${UNIT_TAIL}${TAIL}`)
  for (const verb of VERBS) ordinary.set(verb, measured([verb, path], project).cpu)
})
afterAll(() => rmSync(folder, {recursive: true}))

/** Write a file in which a piece comes over and over, without ever having it in memory. */
function write(name: string, head: string, piece: string, times: number, tail: string): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  const many = Math.ceil(4e6 / piece.length)
  writeSync(file, head)
  for (let left = times; left > 0; left -= many) writeSync(file, piece.repeat(Math.min(left, many)))
  writeSync(file, tail)
  closeSync(file)
  return path
}

const entities = Array.from({length: 30}, (_, index) =>
  index === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`
).join('')

const million = 1_000_000

const FILES: Readonly<Record<string, () => string>> = {
  'a text of 1 GB': () => write('a.xlf', HEAD + UNIT, 'word ', 200 * million, UNIT_TAIL + TAIL),
  'a tag of 90 MB': () => write('a.xlf', `${HEAD}<trans-unit id="`, 'a> ', 30 * million, `"/>${TAIL}`),
  'a comment of 80 MB': () => write('a.xlf', `${HEAD}<!--`, '- > ', 20 * million, `-->${TAIL}`),
  'a million groups in one another': () =>
    write('a.xlf', HEAD, '<group id="a">', million, '</group>'.repeat(million) + TAIL),
  'a million codes in one another': () =>
    write('a.xlf', HEAD + UNIT, '<g id="1">', million, '</g>'.repeat(million) + UNIT_TAIL + TAIL),
  'twenty million codes side by side': () =>
    write('a.xlf', HEAD + UNIT, '<x id="1"/>', 20 * million, UNIT_TAIL + TAIL),
  'five million references': () =>
    write('a.xlf', HEAD + UNIT, '&lt;', 5 * million, `&no;${UNIT_TAIL}${TAIL}`),
  'a million elements of others': () =>
    write('a.xlf', HEAD.replace('<body>', ''), '<a:a xmlns:a="u"/>', million, '</file></xliff>'),
  'entities that grow': () =>
    write('a.xlf', `<!DOCTYPE xliff [${entities}]>${HEAD}${UNIT}`, '&e29;', 1, UNIT_TAIL + TAIL),
  'entities that read files': () =>
    write(
      'a.xlf',
      `<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>${HEAD}${UNIT}`,
      '&e;',
      1,
      UNIT_TAIL + TAIL
    ),
  'a character that XML does not have': () =>
    write('a.xlf', `${HEAD}<trans-unit id="u1" `, '\u0001', 1, `><source>a${UNIT_TAIL}${TAIL}`)
}

/** Files of many megabytes, which are written and read only where outside data is, as in CI. */
const LARGE: ReadonlySet<string> = new Set([
  'a text of 1 GB',
  'a tag of 90 MB',
  'a comment of 80 MB',
  'twenty million codes side by side'
])

describe.each(Object.keys(FILES))('%s', (name) => {
  it.skipIf(LARGE.has(name) && !hasShared)('is an error to the command, in bounded time and memory', () => {
    const path = FILES[name]!()
    for (const verb of VERBS) {
      const {status, stdout, stderr, peak, cpu} = measured([verb, path], project)
      // 70 would be a bug of ours.
      expect([verb, status]).toEqual([verb, 1])
      expect(stdout + stderr).toMatch(/xliff-not-well-formed|unit-unreadable|xliff-empty/)
      expect(stdout + stderr).not.toMatch(/lollol|root:/)
      expect([verb, peak < MEMORY || peak]).toEqual([verb, true])
      expect([verb, cpu < ordinary.get(verb)! * TIMES || cpu]).toEqual([verb, true])
    }
  })
})
