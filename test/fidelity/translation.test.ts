import {beforeAll, describe, expect, it} from 'vitest'
import {hasShared} from '../support.ts'
import {plain} from './plain.ts'
import {built, everything, goRound, sets} from './round.ts'

/** Vowels get a mark below that no document has: seen at once, and taken off again. */
const mark = '\u0331'
const marked = (text: string): string => text.replace(/[aeiouyAEIOUYéèêàâîïôûù]/g, `$&${mark}`)

describe.skipIf(!hasShared)('a translation of every word keeps all that is no word', () => {
  const project = everything()
  beforeAll(() => goRound(project, marked, 'xliff-2.0'))

  it.each([...sets])('%s', (folder, documents) => {
    const prose = {all: 0, left: 0}
    const different = Object.entries(documents).filter(([name, text]) => {
      const result = plain(built(project, `${folder}/${name}`))
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
