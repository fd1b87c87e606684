import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {Diagnostic} from '@passerelle/model'
import {afterAll, expect} from 'vitest'
import {check, exportHandoffs, importHandbacks, merge, openProject} from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-field-'))
afterAll(() => rmSync(folder, {recursive: true}))

export const SOURCE = `---
title: The river rose
---

# The river rose

It rose by [three metres](https://a.example) overnight. Nobody was hurt.

Run \`reset --all\` on **every** pump of R&D.

Aid came from the town.
`

/** What a translator makes of each source; codes as they are in the hand-off. */
const FRENCH: ReadonlyArray<readonly [source: RegExp, target: string]> = [
  [/^The river rose$/, 'La rivière a monté'],
  [/^It rose/, 'Elle a monté de <g id="1">trois mètres</g> en une nuit.'],
  [/^Nobody/, 'Personne n’a été blessé.'],
  [/^Run/, 'Lancez <x id="1"/> sur <g id="2">chaque</g> pompe de la R&amp;D.'],
  [/^Aid/, 'La ville a envoyé des secours.']
]

export const PAGE = `---
title: La rivière a monté
---

# La rivière a monté

Elle a monté de [trois mètres](https://a.example) en une nuit. Personne n’a été blessé.

Lancez \`reset --all\` sur **chaque** pompe de la R\\&D.

La ville a envoyé des secours.
`

export type Change = (xml: string) => string

/** A hand-off, filled in; a state where the tool writes one. */
export const filled = (xml: string, state = ''): string =>
  xml.replace(
    /<source>([^]*?)<\/source>(\s*)<target[^>]*(?:\/>|>[^]*?<\/target>)/g,
    (_, source: string, space: string) => {
      const french = FRENCH.find(([pattern]) => pattern.test(source))?.[1] ?? ''
      return `<source>${source}</source>${space}<target${state && ` state="${state}"`}>${french}</target>`
    }
  )

export const copied = (xml: string, state: string): string =>
  xml.replace(
    /<source>([^]*?)<\/source>(\s*)<target[^>]*(?:\/>|>[^]*?<\/target>)/g,
    `<source>$1</source>$2<target${state}>$1</target>`
  )

/** Changes the target of a sentence. */
export const inTarget =
  (source: string, change: (target: string) => string): Change =>
  (xml) =>
    xml.replace(
      new RegExp(`(<source>${source}[^]*?</source>\\s*<target[^>]*>)([^]*?)(</target>)`),
      (_, open: string, target: string, close: string) => open + change(target) + close
    )

export interface Project {
  readonly root: string
  readonly handoff: string
}

let number = 0

/** A project with its documents, and what is handed off of it. */
export async function newProject(
  files: Readonly<Record<string, string>> = {'locales/en/a.md': SOURCE}
): Promise<Project> {
  const root = join(folder, String(++number))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'locales/fr'), {recursive: true})
  return {root, handoff: await handoffOf(root)}
}

export async function handoffOf(root: string): Promise<string> {
  await exportHandoffs(await openProject(root), {to: 'out'})
  return readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')
}

/** Takes a file twice: the second time changes nothing, and says the same. */
export async function take(root: string, xml: string, name = 'back.xlf'): Promise<ReadonlyArray<string>> {
  writeFileSync(join(root, name), xml)
  const {diagnostics} = await importHandbacks(await openProject(root), [name])
  const once = readFileSync(join(root, 'locales/xliff/en-fr/a.xlf'), 'utf8')
  const again = await importHandbacks(await openProject(root), [name])
  expect(again.counts.imported).toBe(0)
  expect(readFileSync(join(root, 'locales/xliff/en-fr/a.xlf'), 'utf8')).toBe(once)
  return diagnostics.map(({id, level}) => `${level} ${id}`).sort()
}

export async function page(root: string, path = 'locales/fr/a.md'): Promise<string> {
  await merge(await openProject(root))
  return readFileSync(join(root, path), 'utf8')
}

export async function checked(root: string): Promise<ReadonlyArray<Diagnostic>> {
  await merge(await openProject(root))
  return (await check(await openProject(root))).diagnostics
}

export const idsOf = (diagnostics: ReadonlyArray<Diagnostic>): string[] =>
  diagnostics.map(({id}) => id as string).filter((id) => id !== 'target-is-source')
