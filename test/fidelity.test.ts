import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {places, spans} from '../packages/markdown/test/places.ts'
import {payloads} from '../packages/markdown/test/payloads.ts'
import {samplesIn, specExamples} from '../packages/markdown/test/shared.ts'
import {plain, replaced} from './plain.ts'
import {type Sandbox, hasShared, sandbox, shared, translate} from './support.ts'

// From outside: through the command line, XLIFF as text, and a Markdown parser that knows nothing of this project.

type Documents = Readonly<Record<string, string>>

/** A project with documents in English. */
function projectOf(documents: Documents): Sandbox {
  return sandbox(
    Object.fromEntries(Object.entries(documents).map(([name, text]) => [`locales/en/${name}`, text]))
  )
}

/** Export, fill each target, import, merge. */
async function goRound(
  project: Sandbox,
  change: (text: string, path: string) => string,
  format: string
): Promise<void> {
  const exported = await project.passerelle('export', '--to', 'out', '--format', format)
  expect(exported.code, exported.stdout + exported.stderr).toBeLessThanOrEqual(1)
  for (const path of project.list('out/**/*.xlf'))
    project.write(
      path,
      translate(project.read(path), (text) => change(text, path))
    )
  for (const verb of [['import', 'out'], ['merge']]) {
    const {code, stdout, stderr} = await project.passerelle(...verb)
    // A document may be wrong in itself; a text that could not be put in never is.
    expect(code, stdout + stderr).toBeLessThanOrEqual(1)
    expect(stderr).not.toContain('unit-quarantined')
  }
}

/** Documents of the outside data below a folder; white-space torture and the like included. */
function dataset(folder: string): Documents {
  return Object.fromEntries(samplesIn(folder).map(({name, text}) => [name.replace(/\.mdx$/, '.md'), text]))
}

const examples = (): Documents =>
  Object.fromEntries(
    specExamples()
      .filter(({text}) => text.isWellFormed() && !text.includes('\0'))
      .map(({text}, index) => [`example-${index}.md`, text])
  )

const folders = (): string[] =>
  hasShared && existsSync(join(shared, 'data/markdown'))
    ? ['pairs', 'mono'].flatMap((set) =>
        readdirSync(join(shared, 'data/markdown', set), {withFileTypes: true})
          .filter((entry) => entry.isDirectory())
          .map(({name}) => `markdown/${set}/${name}`)
      )
    : []

/** Vowels get a mark below that no document has: seen at once, and taken off again. */
const mark = '\u0331'
const marked = (text: string): string => text.replace(/[aeiouyAEIOUYéèêàâîïôûù]/g, `$&${mark}`)

describe.skipIf(!hasShared)('a source that is its own translation comes back to the byte', () => {
  it.each([...folders(), 'examples'])('%s', {timeout: 120_000}, async (folder) => {
    const documents = folder === 'examples' ? examples() : dataset(folder)
    const project = projectOf(documents)
    await goRound(project, (text) => text, 'xliff-1.2')
    const different = Object.entries(documents).filter(([name, text]) => built(project, name) !== text)
    expect(different.map(([name]) => name)).toEqual([])
  })
})

describe.skipIf(!hasShared)('a translation of every word keeps all that is no word', () => {
  it.each([...folders(), 'examples'])('%s', {timeout: 120_000}, async (folder) => {
    const documents = folder === 'examples' ? examples() : dataset(folder)
    const project = projectOf(documents)
    await goRound(project, marked, 'xliff-2.0')
    const prose = {all: 0, left: 0}
    const different = Object.entries(documents).filter(([name, text]) => {
      const result = plain(built(project, name))
      countProse(result, prose)
      const leaks = leaksIn(result)
      return leaks || JSON.stringify(plain(text)) !== JSON.stringify(result).replaceAll(mark, '')
    })
    expect(different.map(([name]) => name)).toEqual([])
    // Examples of specifications show syntax more than prose.
    console.log(`${folder}: ${prose.left} of ${prose.all} vowels are not translated`)
    expect(prose.left / prose.all).toBeLessThanOrEqual(folder === 'examples' ? 0.05 : 0.005)
  })
})

/** XML 1.0 has no such characters (2.2). */
const texts = payloads.filter((text) => !/[\0-\x08\x0B\x0C\x0E-\x1F]/.test(text))
const all = [...places, ...spans]
const groups = Array.from({length: Math.ceil(all.length / 14)}, (_, at) => all.slice(at * 14, at * 14 + 14))

// White space at the edges of a segment is the source's.
describe('what a translator types is what a reader sees', () => {
  it.each(groups.map((group) => ({group, names: group.map(({name}) => name).join(', ')})))(
    'in $names',
    {timeout: 180_000},
    async ({group}) => {
      const cases = group.flatMap((place, at) =>
        texts.map((typed, index) => ({...place, typed, name: `${at}-${index}.md`}))
      )
      const project = projectOf(Object.fromEntries(cases.map(({name, source}) => [name, source])))
      const byName = new Map(cases.map((one) => [one.name.replace(/md$/, 'xlf'), one]))
      const change = (found: string, file: string): string => {
        const {text, typed} = byName.get(file.slice(file.lastIndexOf('/') + 1))!
        return found.replace(text.trim(), () => escapeXml(typed))
      }
      await goRound(project, change, 'xliff-2.0')
      const wrong = cases.flatMap(({name, source, text, typed}) => {
        const result = built(project, name)
        const seen = JSON.stringify(plain(result))
        const isExact = [typed, typed.trim(), typed.trimStart(), typed.trimEnd()].some(
          (by) => JSON.stringify(replaced(plain(source), text.trim(), by)) === seen
        )
        return isExact ? [] : [`${JSON.stringify(typed)} in ${JSON.stringify(result)}`]
      })
      expect(wrong).toEqual([])
    }
  )
})

function built(project: Sandbox, name: string): string {
  return readFileSync(join(project.root, 'locales/fr', name), 'utf8')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What is no prose in a text: template syntax, attribute lists, formulas and addresses. */
const noProse =
  /\{\{[^]*?\}\}|\{%[^]*?%\}|<%[^]*?%>|\{[#:.][^{}]*\}|\$[^$]+\$|(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w.-]+/g

/** A tag of a template, and in it the values that people read. */
const tag = /(?:\{%|\{\{[<%])[^]*?(?:%\}|[>%]\}\})/g
const tagValue = /\b(?:alt|title|caption)="([^"]*)"/g

/** Count the vowels of texts, and those without a mark; values of tags are texts by themselves. */
function countProse(value: unknown, prose: {all: number; left: number}): void {
  if (Array.isArray(value)) for (const inner of value) countProse(inner, prose)
  if (typeof value !== 'object' || value === null) return
  const {type, children} = value as Record<string, unknown>
  if (!['paragraph', 'heading', 'tableCell'].includes(String(type))) countProse(children, prose)
  else {
    const text = textIn(children)
    const values = [...text.matchAll(tag)].flatMap(([found]) => [...found.matchAll(tagValue)])
    for (const one of [text, ...values.map(([, found]) => found!)]) countVowels(one, prose)
  }
}

function countVowels(text: string, prose: {all: number; left: number}): void {
  const vowels = marked(text.replaceAll(mark, '').replace(noProse, '')).split(mark).length - 1
  const found = text.replace(noProse, '').split(mark).length - 1
  prose.all += vowels
  prose.left += Math.max(0, vowels - found)
}

/** What a paragraph says, HTML without its letters: a tag of a template may be made of several nodes. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  const {type, value: text, children} = value as Record<string, unknown>
  if (type === 'text') return String(text)
  return type === 'html' ? JSON.stringify(text ?? '').replace(/[\p{L}\u0331]/gu, '') : textIn(children)
}

/** Whether a mark got where no word is: code, addresses, names. */
function leaksIn(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(leaksIn)
  if (typeof value !== 'object' || value === null) return false
  const node = value as Record<string, unknown>
  const own = ['url', 'identifier', 'lang', 'meta'].some((field) =>
    JSON.stringify(node[field] ?? '').includes(mark)
  )
  const isCode = node['type'] === 'code' || node['type'] === 'inlineCode'
  return own || (isCode && String(node['value']).includes(mark)) || Object.values(node).some(leaksIn)
}
