import {describe, expect, it} from 'vitest'
import {payloads} from '../../packages/markdown/test/payloads.ts'
import {places, spans} from '../../packages/markdown/test/places.ts'
import {hasShared} from '../support.ts'
import {plain, replaced} from './plain.ts'
import {built, goRound, projectOf} from './round.ts'

/** XML 1.0 has no such characters (2.2). */
const noXml = /[\0-\x08\x0B\x0C\x0E-\x1F]/

/** A blank, which is no text. */
const blank = '&nbsp;'

const texts = payloads.filter((text) => !noXml.test(text) && text !== blank)

/** What is taken for something that a tool did, and told: what is meant by it then. */
const meant = new Map<string, ReadonlyArray<string>>([
  ['&amp;', ['&']],
  ['&amp;amp;', ['&']],
  ['a &amp; b', ['a & b']],
  ['&lt;', ['<']],
  ['&#35;', ['#']],
  ['&#x23;', ['#']],
  ['a\\"b', ['a"b']],
  ['\u200Ba', ['a']],
  ['\uFEFFa', ['a']],
  // A line break, which is a blank.
  ['\u0085a', ['a', ' a']],
  // Of a spreadsheet, where they stand around all of a sentence.
  ['"a"', ['a', '"a"']]
])

const all = [...places, ...spans]
const groups = Array.from({length: Math.ceil(all.length / 14)}, (_, at) => all.slice(at * 14, at * 14 + 14))

/** Texts of one place that are always typed: another sixteenth in each, so that every text is typed somewhere. */
const isSample = (place: number, text: number): boolean => (place + text) % 16 === 0

/** Type texts into places, and hold what a reader sees against them. White space at the edges of a segment is the source's. */
async function typeInto(
  group: typeof all,
  isMeant: (place: number, text: number) => boolean
): Promise<string[]> {
  const cases = group.flatMap((place, at) =>
    texts.flatMap((typed, index) =>
      isMeant(all.indexOf(place), index) ? [{...place, typed, name: `${at}-${index}.md`}] : []
    )
  )
  const project = projectOf(Object.fromEntries(cases.map(({name, source}) => [name, source])))
  const byName = new Map(cases.map((one) => [one.name.replace(/md$/, 'xlf'), one]))
  const change = (found: string, file: string): string => {
    const {text, typed} = byName.get(file.slice(file.lastIndexOf('/') + 1))!
    return found.replace(text.trim(), () => escapeXml(typed))
  }
  await goRound(project, change, 'xliff-2.0')
  return cases.flatMap(({name, source, text, typed}) => {
    const result = project.exists(`locales/fr/${name}`) ? built(project, name) : source
    const seen = JSON.stringify(plain(result))
    const forms = meant.get(typed) ?? [typed, typed.trim(), typed.trimStart(), typed.trimEnd()]
    const isExact = forms.some((by) => JSON.stringify(replaced(plain(source), text.trim(), by)) === seen)
    return isExact ? [] : [`${JSON.stringify(typed)} in ${JSON.stringify(result)}`]
  })
}

describe('what a translator types is what a reader sees', () => {
  const named = groups.map((group) => ({group, names: group.map(({name}) => name).join(', ')}))

  it.each(named)('in $names', async ({group}) => {
    expect(await typeInto(group, isSample)).toEqual([])
  })

  // Some 7,000 documents go through the command: that takes minutes.
  it.skipIf(!hasShared).each(named)('with all other texts in $names', async ({group}) => {
    expect(await typeInto(group, (place, text) => !isSample(place, text))).toEqual([])
  })
})

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
