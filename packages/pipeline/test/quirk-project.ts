import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Bitext, Content} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {afterAll} from 'vitest'
import {exportHandoffs, type HandoffFormat, openProject} from '../src/index.ts'

const RELEASE = `---
title: A bridge
---

# The **river** rose

It rose by [three metres](https://a.example). Nobody was hurt.

Use \`npm i\` *now* or call <br>us.

Aid came.

Call \`npm i\`
`

export const FRENCH = new Map([
  ['A bridge', 'Un pont'],
  ['The <1>river</1> rose', 'La <1>rivière</1> a monté'],
  ['It rose by <1>three metres</1>.', 'Elle a monté de <1>trois mètres</1>.'],
  ['Nobody was hurt.', 'Personne n’a été blessé.'],
  ['Use <1/> <2>now</2> or call <3/>us.', 'Tapez <1/> <2>vite</2> ou appelez-<3/>nous.'],
  ['Aid came.', 'Les secours sont venus.'],
  ['Call <1/>', 'Appelez <1/>']
])

export const [TITLE, HEADING, ROSE, HURT, USE, AID, CALL] = [...FRENCH.keys()] as [
  string,
  string,
  string,
  string,
  string,
  string,
  string
]

/** The release in French as it is built, but for sentences that were not taken. */
export function builtWith(isTaken: (source: string) => boolean): string {
  const say = (source: string, english: string, french: string): string =>
    isTaken(source) ? french : english
  const rose = say(
    ROSE,
    'It rose by [three metres](https://a.example).',
    'Elle a monté de [trois mètres](https://a.example).'
  )
  const use = say(USE, 'Use `npm i` *now* or call <br>us.', 'Tapez `npm i` *vite* ou appelez-<br>nous.')
  return `---
title: ${say(TITLE, 'A bridge', 'Un pont')}
---

# ${say(HEADING, 'The **river** rose', 'La **rivière** a monté')}

${rose} ${say(HURT, 'Nobody was hurt.', 'Personne n’a été blessé.')}

${use}

${say(AID, 'Aid came.', 'Les secours sont venus.')}

${say(CALL, 'Call `npm i`', 'Appelez `npm i`')}
`
}
const folder = mkdtempSync(join(tmpdir(), 'passerelle-quirks-'))
afterAll(() => rmSync(folder, {recursive: true}))

export function shown(content: Content | undefined): string | undefined {
  return content
    ?.map((part) => {
      if (typeof part === 'string') return part
      return {open: `<${part.id}>`, close: `</${part.id}>`, standalone: `<${part.id}/>`}[part.type]
    })
    .join('')
}

export type Change = (xml: string) => string | Uint8Array

export const inUnit = (source: string, change: (unit: string) => string): Change => {
  const pattern = new RegExp(`<(trans-unit|unit) (?:(?!</\\1)[^])*?${source}[^]*?</\\1>`)
  return (xml) => xml.replace(pattern, change)
}
export const inTargetOf = (source: string, change: (target: string) => string): Change =>
  inUnit(source, (unit) => unit.replace(/<target[^]*<\/target>/, change))

/** The hand-off in a version, each of its sources with its translation. */
export async function handbackIn(version: string): Promise<string> {
  const root = newProject(`export-${version}`)
  await exportHandoffs(await openProject(root), {to: 'out', format: `xliff-${version}` as HandoffFormat})
  return readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')
    .replace(/<target[^>]*\/>/g, '')
    .replace(
      /<source>([^]*?)<\/source>(?!\s*<target> )/g,
      (source, inner: string) => source + targetFor(inner)
    )
}

/** The record of the document. */
export function recordIn(root: string): Bitext {
  return read(readFileSync(join(root, 'locales/xliff/en-fr/a.xlf')), 'record').files[0]!.bitext
}

export function newProject(name: string): string {
  const root = join(folder, name)
  for (const locale of ['en', 'fr']) mkdirSync(join(root, 'locales', locale), {recursive: true})
  writeFileSync(join(root, 'locales/en/a.md'), RELEASE)
  return root
}

/** A target with the tags of its source. */
function targetFor(inner: string): string {
  const tags = [...inner.matchAll(/<(\/?)\w+(?: [^>]*?)?(\/?)>/g)].map(([tag]) => tag)
  const ids = new Map<string, string>()
  const open: string[] = []
  for (const tag of tags) {
    const shortest = tag.startsWith('</') ? `</${open.pop()}>` : ''
    const id = /\bid="[^"]*?(\d)"/.exec(tag)?.[1]
    if (id && !tag.endsWith('/>')) open.push(id)
    ids.set(shortest || (tag.endsWith('/>') ? `<${id}/>` : `<${id}>`), tag)
  }
  const key = [...ids].reduce((text, [short, tag]) => text.replace(tag, short), inner)
  const french = FRENCH.get(key)
  if (french === undefined) return ''
  return `<target>${[...ids].reduce((text, [short, tag]) => text.replace(short, tag), french)}</target>`
}
