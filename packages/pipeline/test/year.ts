import {existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {type Diagnostic, textOf, wordsOf} from '@passerelle/model'
import {read} from '@passerelle/xliff'
import {
  exportHandoffs,
  extract,
  importHandbacks,
  merge,
  openProject,
  type Report,
  sync
} from '../src/index.ts'
import {failingDisk} from './year-disk.ts'

/** Numbers that look like chance, from 0 on; always the same for a seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const WORDS =
  'flood road clinic tent water school nurse convoy bridge market harvest winter village storm shelter radio'.split(
    ' '
  )

/** A paragraph is a list of sentences; a table, a list of cells, two in a row. */
interface Passage {
  readonly kind: 'paragraph' | 'table'
  readonly texts: string[]
}

/** What a person typed: each text has a word of its own, by which it is found again. */
interface Typed {
  /** What it is a translation of; absent where that is open, as of what was pasted. */
  readonly source?: string
  readonly how: string
}

/** A year in the life of a project: people write, translate, correct, and things go wrong. */
export class Year {
  readonly root = mkdtempSync(join(tmpdir(), 'passerelle-year-'))
  readonly #random: (below: number) => number
  readonly #documents = new Map<string, Passage[]>()
  readonly #typed = new Map<string, Typed>()
  /** Pages in which a person changed something that may still be open. */
  readonly #touched = new Set<string>()
  /** Edits since the last look: the page, and the word that was typed there. */
  #edits: {readonly page: string; readonly word: string}[] = []
  readonly #kept: string[] = []
  readonly log: string[] = []
  #count = 0

  constructor(seed: number) {
    this.#random = chance(seed)
    this.#write('pipeline.config.ts', "export default {locales: ['en', 'fr']}\n")
    for (const name of ['oslo', 'lima', 'news/rome']) {
      this.#documents.set(
        name,
        Array.from({length: 3 + this.#random(3)}, () => this.#passage())
      )
      this.#save(name)
    }
  }

  remove(): void {
    rmSync(this.root, {recursive: true})
  }

  /** One thing that happens, then a sync; what is wrong afterwards. */
  async step(): Promise<string[]> {
    const deeds = Object.entries(this.#deeds())
    for (let left = 1 + this.#random(3); left > 0; left--) {
      const [name, deed] = deeds[this.#random(deeds.length)]!
      this.log.push(name)
      await deed()
    }
    const report = await sync(await openProject(this.root), {})
    const wrong = [...this.#lost(), ...this.#falseEdits(report), ...this.#undone(report), ...this.#invalid()]
    this.#edits = []
    if (this.#random(3) > 0) return wrong
    const {changes} = await sync(await openProject(this.root), {})
    return [...wrong, ...changes.map(({path, change}) => `a second sync ${change} ${path}`)]
  }

  #deeds(): Readonly<Record<string, () => void | Promise<void>>> {
    return {
      'a word of a source': () => this.#changeSource((texts, at) => (texts[at] = this.#reworded(texts[at]!))),
      'a sentence more': () => this.#changeSource((texts, at) => texts.splice(at, 0, this.#sentence())),
      'a sentence less': () => this.#changeSource((texts, at) => texts.length > 1 && texts.splice(at, 1)),
      'a passage more': () => this.#changePassages((all, at) => all.splice(at, 0, this.#passage())),
      'a passage less': () => this.#changePassages((all, at) => all.length > 2 && all.splice(at, 1)),
      'a passage moved': () => this.#changePassages((all, at) => all.push(...all.splice(at, 1))),
      extract: async () => void (await extract(await openProject(this.root), {})),
      'a hand-off kept': () => this.#keep(),
      'a hand-back': () => this.#handBack(),
      'another hand-back': () => this.#handBack(),
      'work in the outbox': () => this.#workInOutbox(),
      'a word corrected in a page': () => this.#correct(),
      'another word corrected': () => this.#correct(),
      'cells of a page swapped': () => this.#swap(),
      'a line added to a page': () => this.#add(),
      'a page imported': () => this.#importPage(),
      'edits discarded': () => this.#discard(),
      'a kill': () => this.#fail('killed'),
      'a full disk': () => this.#fail('ENOSPC'),
      'two at once': () => this.#two()
    }
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), {recursive: true})
    writeFileSync(join(this.root, path), text)
  }

  #read(path: string): string | undefined {
    return existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : undefined
  }

  #pick<T>(all: ReadonlyArray<T>): T | undefined {
    return all[this.#random(all.length)]
  }

  #sentence(): string {
    const words = Array.from({length: 4 + this.#random(5)}, () => this.#pick(WORDS)!)
    return `The ${words.join(' ')}.`
  }

  #passage(): Passage {
    return this.#random(4) === 0
      ? {kind: 'table', texts: Array.from({length: 4}, () => this.#pick(['Yes', 'No', 'Open', 'Closed'])!)}
      : {kind: 'paragraph', texts: Array.from({length: 1 + this.#random(3)}, () => this.#sentence())}
  }

  #reworded(text: string): string {
    const words = text.split(' ')
    const at = this.#random(words.length)
    words[at] = words[at]!.endsWith('.') ? `${this.#pick(WORDS)!}.` : this.#pick(WORDS)!
    return words.join(' ')
  }

  #save(name: string): void {
    const passages = this.#documents.get(name)!.map(({kind, texts}) => {
      if (kind === 'paragraph') return texts.join(' ')
      const rows = texts.flatMap((cell, at) => (at % 2 === 0 ? [`| ${cell} | ${texts[at + 1] ?? ''} |`] : []))
      return ['| A | B |', '|---|---|', ...rows].join('\n')
    })
    this.#write(`locales/en/${name}.md`, `${passages.join('\n\n')}\n`)
  }

  #changePassages(change: (all: Passage[], at: number) => unknown): void {
    const [name, passages] = this.#pick([...this.#documents])!
    change(passages, this.#random(passages.length))
    this.#save(name)
  }

  #changeSource(change: (texts: string[], at: number) => unknown): void {
    this.#changePassages((all, at) => {
      const {texts, kind} = all[at]!
      if (kind === 'paragraph') change(texts, this.#random(texts.length))
    })
  }

  /** A word that nobody has typed before. */
  #type(typed: Typed): string {
    const word = `mot${++this.#count}`
    this.#typed.set(word, typed)
    return word
  }

  /** Fill in some of what a hand-off lacks. */
  #fill(xml: string, part: number, how: string): string {
    return xml.replace(
      /<source>([^<]*)<\/source>(\s*)<target([^>]*?)(?:\/>|>([^<]*)<\/target>)/g,
      (all, source: string, space: string, _, target: string | undefined) => {
        const isDone = target !== undefined && target !== '' && this.#random(8) > 0
        if (isDone || this.#random(4) >= part) return all
        const text = `${this.#type({source, how})} dit`
        return `<source>${source}</source>${space}<target state="translated">${text}</target>`
      }
    )
  }

  async #keep(): Promise<void> {
    const to = `${this.root}.kept-${++this.#count}`
    await exportHandoffs(await openProject(this.root), {to})
    this.#kept.push(...globSync(`${to}/**/*.xlf`))
  }

  #handBack(): void {
    const path = this.#pick(this.#kept)
    if (path === undefined) return
    const text = this.#fill(readFileSync(path, 'utf8'), 1 + this.#random(4), 'handed back')
    this.#write(`inbox/${++this.#count}.xlf`, text)
    // It may come once more, as it is now.
    if (this.#random(3) === 0) writeFileSync(path, text)
  }

  #workInOutbox(): void {
    const path = this.#pick(globSync('outbox/**/*.xlf', {cwd: this.root}).sort())
    if (path !== undefined) this.#write(path, this.#fill(this.#read(path)!, 2, 'in the outbox'))
  }

  #page(): {path: string; text: string} | undefined {
    const path = `locales/fr/${this.#pick([...this.#documents.keys()])!}.md`
    const text = this.#read(path)
    return text === undefined ? undefined : {path, text}
  }

  #edit(path: string, text: string, word?: string): void {
    this.#write(path, text)
    this.#touched.add(path)
    if (word !== undefined) this.#edits.push({page: path, word})
  }

  #correct(): void {
    const page = this.#page()
    const before = this.#pick(page?.text.match(/\bmot\d+\b/g) ?? [])
    if (!page || before === undefined) return
    const word = this.#type({...this.#typed.get(before)!, how: `instead of ${before} in ${page.path}`})
    // Who types over what nobody has seen yet takes it back.
    if (!this.#isReplaced(before)) this.#typed.delete(before)
    this.#edit(page.path, page.text.replace(new RegExp(`\\b${before}\\b`), word), word)
  }

  #swap(): void {
    const page = this.#page()
    const row = this.#pick(page?.text.match(/^\| mot\d+ dit \| mot\d+ dit \|$/gm) ?? [])
    if (!page || row === undefined) return
    const [, left, right] = /\| (mot\d+) dit \| (mot\d+) dit/.exec(row)!
    for (const word of [left!, right!]) this.#typed.set(word, {how: 'swapped'})
    this.#edit(page.path, page.text.replace(row, `| ${right} dit | ${left} dit |`), left)
  }

  #add(): void {
    const page = this.#page()
    if (!page || this.#random(4) > 0) return
    const word = this.#type({how: `added to ${page.path}`})
    this.#edit(page.path, `${page.text}\n${word} ajoute une ligne.\n`, word)
  }

  async #importPage(): Promise<void> {
    const page = this.#page()
    if (page) await importHandbacks(await openProject(this.root), [page.path], {})
  }

  async #discard(): Promise<void> {
    const path = this.#pick([...this.#touched])
    if (path === undefined || this.#read(path) === undefined) return
    await merge(await openProject(this.root), {discardEdits: [path]})
    this.#touched.delete(path)
    this.#edits = this.#edits.filter(({page}) => page !== path)
  }

  async #fail(code: 'killed' | 'ENOSPC'): Promise<void> {
    const disk = failingDisk(this.#random(40), code)
    const project = await openProject(this.root)
    await sync(project, {disk}).catch((error: Error) => {
      if (error.message !== 'killed') throw error
    })
  }

  async #two(): Promise<void> {
    const project = await openProject(this.root)
    await Promise.all([sync(project, {}), sync(project, {})])
  }

  /** What was typed and stands nowhere any more. */
  #lost(): string[] {
    const files = globSync('{locales,edited,inbox,outbox}/**/*.*', {cwd: this.root})
    const all = new Set(files.flatMap((path) => this.#read(path)?.match(/\bmot\d+\b/g) ?? []))
    return [...this.#typed].flatMap(([word, {how}]) => (all.has(word) ? [] : [`lost: ${word}, ${how}`]))
  }

  /** Pages that are said to be edited, and that nobody edited. */
  #falseEdits({diagnostics}: Report): string[] {
    const said = diagnostics.filter(({id, path}) => isEdit(id) && path.startsWith('locales/fr/'))
    const open = new Set(said.flatMap(({id, path}) => (id === 'edit-taken' ? [] : [path])))
    const wrong = said.filter(({path}) => !this.#touched.has(path))
    for (const path of this.#touched) if (!open.has(path)) this.#touched.delete(path)
    return wrong.map((one) => `nobody edited ${one.path}, but: ${one.id} ${JSON.stringify(one.args)}`)
  }

  /** Edits that a page shows no more, though nothing says so. */
  #undone({diagnostics}: Report): string[] {
    const gone = new Set(diagnostics.flatMap(({id, path}) => (id === 'changed-meanwhile' ? [path] : [])))
    return this.#edits.flatMap(({page, word}) => {
      const text = this.#read(page)
      const isThere = text === undefined || new RegExp(`\\b${word}\\b`).test(text) || gone.has(page)
      return isThere || this.#isReplaced(word) ? [] : [`undone: ${word} in ${page}`]
    })
  }

  /** Whether a word was typed over by a later one, or kept as what its sentence said before it changed again. */
  #isReplaced(word: string): boolean {
    return globSync('locales/xliff/**/*.xlf', {cwd: this.root}).some((path) =>
      new RegExp(`<target[^>]*>[^<]*\\b${word}\\b`).test(this.#read(path)!)
    )
  }

  /** Texts that are valid for a source that they were not written for. */
  #invalid(): string[] {
    return globSync('locales/xliff/**/*.xlf', {cwd: this.root}).flatMap((path) => {
      const {units} = read(readFileSync(join(this.root, path)), path).files[0]!.bitext
      return units.flatMap(({pairs}) =>
        pairs.flatMap(({source, target}) => {
          const word = target && /\bmot\d+\b/.exec(textOf(target))?.[0]
          const meant = word === undefined ? undefined : this.#typed.get(word)?.source
          const isRight = meant === undefined || sameWords(meant, textOf(source))
          if (target && word === undefined && /\p{L}/u.test(textOf(target)))
            return [`nobody wrote “${textOf(target)}” in ${path}`]
          return isRight ? [] : [`${word} was written for “${meant}” and is valid for “${textOf(source)}”`]
        })
      )
    })
  }
}

function isEdit(id: Diagnostic['id']): boolean {
  return /^(?:hand-edited|edit-)/.test(id) && id !== 'edit-discarded'
}

function sameWords(a: string, b: string): boolean {
  return wordsOf([a]).join(' ') === wordsOf([b]).join(' ')
}
