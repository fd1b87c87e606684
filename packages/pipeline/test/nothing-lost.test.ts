import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import * as fs from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, it} from 'vitest'
import {exportHandoffs, merge, openProject, type Project, sync} from '../src/index.ts'
import {runsOf} from '../../../test/support.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-lost-'))
afterAll(() => rmSync(base, {recursive: true}))

const RUNS = runsOf(60)

/** What may go wrong on the disk, each at a change to it that has a number. */
const FAULTS = ['fails', 'is full', 'is killed', 'meets somebody', 'is whole'] as const
const VERBS = {sync, merge, export: exportHandoffs}
const DEEDS = ['outbox', 'inbox', 'page', 'source'] as const

type Deed = (typeof DEEDS)[number]

/** A project in which people type words that are like no others. */
interface Folder {
  readonly root: string
  /** Somebody does something; what there is to do it in may not be there. */
  readonly act: (deed: Deed, document: number) => void
  /** Words that were typed and stand in no file any more. */
  readonly lost: () => unknown[]
}

function newFolder(documents: number): Folder {
  const root = mkdtempSync(join(base, 'x'))
  const typed: {word: string; deed: Deed}[] = []
  const at = (path: string): string => join(root, path)
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(at(path), 'utf8')
    } catch {
      return undefined
    }
  }
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), {recursive: true})
    writeFileSync(at(path), text)
  }
  const type = (deed: Deed): string => {
    const word = `Zq${typed.length}z`
    typed.push({word, deed})
    return `${word} mot.`
  }
  /** Save a file with one word more, which takes the place of no other; where there is no place for it, it stays. */
  const edit = (
    deed: Deed,
    [from, to]: readonly [string, string],
    place: RegExp,
    put: (found: string, word: string) => string
  ): void => {
    const text = read(from)
    if (text !== undefined && place.test(text))
      write(
        to,
        text.replace(place, (found) => put(found, type(deed)))
      )
  }
  const filled = (deed: Deed, from: string, to: string): void =>
    edit(deed, [from, to], /<target[^>]*\/>|<target[^>]*>[^<]*<\/target>/, (found, word) => {
      const before = /Zq.*mot\./.exec(found)?.[0] ?? ''
      return `<target state="translated">${before} ${word}</target>`
    })
  const more = (deed: Deed, path: string, place: RegExp): void =>
    edit(deed, [path, path], place, (found, word) => `${found} ${word}`)
  for (const folder of ['locales/en', 'locales/fr', 'inbox']) mkdirSync(at(folder), {recursive: true})
  for (let number = 0; number < documents; number++)
    write(`locales/en/${number}.md`, `# River ${number}\n\nIt rose by day ${number}. Nobody was hurt.\n`)
  return {
    root,
    act(deed, document) {
      const handoff = `outbox/en-fr/${document}.xlf`
      if (deed === 'outbox') filled(deed, handoff, handoff)
      else if (deed === 'inbox') filled(deed, handoff, `inbox/${document}-${typed.length}.xlf`)
      else if (deed === 'page') more(deed, `locales/fr/${document}.md`, / mot\./)
      else more(deed, `locales/en/${document}.md`, /Nobody was/)
    },
    lost() {
      const names = readdirSync(root, {recursive: true, withFileTypes: true})
        .filter((found) => found.isFile())
        .map((found) => join(found.parentPath, found.name).slice(root.length + 1))
      const textIn = (some: ReadonlyArray<string>): string => some.map(read).join('\n')
      const all = textIn(names)
      // What a translator did is not kept by a page alone, nor by a file that was put away.
      const kept = textIn(names.filter((name) => /^(locales.xliff|outbox|inbox.(?!imported))/.test(name)))
      return typed.filter(
        ({word, deed}) => !(deed === 'outbox' || deed === 'inbox' ? kept : all).includes(word)
      )
    }
  }
}

class Killed extends Error {}

/** A disk on which something goes wrong at one of the changes to it. */
function faulty(fault: (typeof FAULTS)[number], when: number, meet: () => void): typeof fs {
  let changes = 0
  let isDead = false
  const watch = <Args extends unknown[], Result>(
    change: (...args: Args) => Promise<Result>,
    isChange: (...args: Args) => boolean
  ) => {
    return async (...args: Args): Promise<Result> => {
      if (isDead) throw new Killed()
      const number = isChange(...args) ? ++changes : 0
      if (number === when && fault === 'meets somebody') meet()
      if (number === when && fault === 'is killed') {
        isDead = true
        throw new Killed()
      }
      if (number === when && fault === 'fails') throw Object.assign(new Error(fault), {code: 'EACCES'})
      if (number >= when && number > 0 && fault === 'is full')
        throw Object.assign(new Error(fault), {code: 'ENOSPC'})
      return change(...args)
    }
  }
  const isChange = (): boolean => fault !== 'is full'
  return {
    ...fs,
    open: watch(fs.open, (_, flags) => flags === 'w' || flags === 'wx'),
    // A full disk takes no new text, but still gives names and lets go of them.
    rename: watch(fs.rename, isChange),
    link: watch(fs.link, isChange),
    unlink: watch(fs.unlink, isChange),
    mkdir: watch(fs.mkdir, () => false)
  } as typeof fs
}

describe('whatever goes wrong', () => {
  const step = fc.record({
    deeds: fc.array(fc.tuple(fc.constantFrom(...DEEDS), fc.nat(2)), {maxLength: 3}),
    verb: fc.constantFrom('sync', 'sync', 'sync', 'merge', 'export'),
    fault: fc.constantFrom(...FAULTS),
    when: fc.integer({min: 1, max: 24}),
    meet: fc.tuple(fc.constantFrom('outbox' as const, 'page' as const, 'inbox' as const), fc.nat(2))
  })

  it('what people typed stands in a file', {timeout: 0}, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1, max: 3}),
        fc.array(step, {minLength: 1, maxLength: 6}),
        async (documents, steps) => {
          const folder = newFolder(documents)
          const project: Project = await openProject(folder.root)
          await sync(project)
          for (const {deeds, verb, fault, when, meet} of steps) {
            for (const [deed, document] of deeds) folder.act(deed, document % documents)
            const disk = faulty(fault, when, () => folder.act(meet[0], meet[1] % documents))
            await VERBS[verb](project, {disk}).catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error
            })
            expect(folder.lost(), `after ${verb}, when the disk ${fault} at ${when}`).toEqual([])
          }
          const {changes} = await sync(project)
          expect(folder.lost()).toEqual([])
          const names = readdirSync(folder.root, {recursive: true}).map(String)
          expect(
            names.filter((name) => name.endsWith('.passerelle')),
            JSON.stringify(changes)
          ).toEqual([])
        }
      ),
      {numRuns: RUNS}
    )
  })
})
