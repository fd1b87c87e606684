import {describe, expect, it} from 'vitest'
import {hasShared} from '../support.ts'
import {type Plain, plain} from './plain.ts'
import {built, type Documents, projectOf, sets} from './round.ts'

/*
 * Real translations: of documents that their organisation publishes in both languages and that have the same structure, the
 * French sentences are given to the English document as targets, by XLIFF. What is built must say what the French one says.
 */

/** A block of a hand-off: its kind, and the XML of its sources. */
interface Group {
  readonly kind: string
  readonly sources: ReadonlyArray<string>
}

describe.skipIf(!hasShared)('real French in the place of English', () => {
  const pairs = [...sets].flatMap(([folder, documents]) =>
    folder.includes('/pairs/') ? [{folder, ...pairsIn(documents)}] : []
  )

  it('is what the French document says', async () => {
    const english = projectOf(named(pairs.map(({folder, en}) => [folder, en])))
    const french = projectOf(named(pairs.map(({folder, fr}) => [folder, fr])))
    for (const project of [english, french])
      expect(
        (await project.passerelle('export', '--to', 'out', '--format', 'xliff-1.2')).code
      ).toBeLessThanOrEqual(1)
    let kept = 0
    for (const path of english.list('out/**/*.xlf')) {
      const xml = english.read(path)
      const targets = targetsFor(groupsIn(xml), french.exists(path) ? groupsIn(french.read(path)) : [])
      kept += targets.filter((target) => target === undefined).length
      english.write(path, filled(xml, targets))
    }
    for (const verb of [['import', 'out'], ['merge']]) {
      const {code, stderr} = await english.passerelle(...verb)
      expect(code, stderr).toBeLessThanOrEqual(1)
      expect(stderr).not.toContain('unit-quarantined')
    }

    const counts = {exact: 0, other: 0}
    const missed: string[] = []
    for (const {folder, en, fr} of pairs) {
      for (const [name, text] of Object.entries(en)) {
        const path = `${folder}/${name}`
        const result = english.exists(`locales/fr/${path}`) ? built(english, path) : text
        const [were, are, must] = [text, result, fr[name]!].map((document) => blocksIn(plain(document)))
        for (const [index, wanted] of must!.entries()) {
          if (are![index] === wanted) counts.exact++
          // Not given, for its codes are others; said in English as before.
          else if (are![index] === were![index]) counts.other++
          else missed.push(`${path}: ${are![index] ?? 'nothing'} for ${wanted}`)
        }
      }
    }
    console.log(
      `${counts.exact} blocks exact, ${missed.length} not; ${counts.other} have other codes or sentences and were not given`
    )
    expect(counts.exact).toBeGreaterThan(1000)
    // No more is English than was not given: what was set aside would be, too.
    expect(counts.other).toBeLessThanOrEqual(kept)
    expect(
      missed.length / (counts.exact + missed.length),
      missed.slice(0, 60).join('\n')
    ).toBeLessThanOrEqual(0.005)
  })
})

/** English and French documents of the same structure, by the name that both have. */
function pairsIn(documents: Documents): {en: Documents; fr: Documents} {
  const names = Object.keys(documents).flatMap((name) => (name.startsWith('en/') ? [name.slice(3)] : []))
  const both = names.filter((name) => {
    const french = documents[`fr/${name}`]
    return french !== undefined && skeleton(plain(documents[`en/${name}`]!)) === skeleton(plain(french))
  })
  const of = (locale: string): Documents =>
    Object.fromEntries(both.map((name) => [name, documents[`${locale}/${name}`]!]))
  return {en: of('en'), fr: of('fr')}
}

function named(all: ReadonlyArray<readonly [folder: string, documents: Documents]>): Documents {
  return Object.fromEntries(
    all.flatMap(([folder, documents]) =>
      Object.entries(documents).map(([name, text]) => [`${folder}/${name}`, text])
    )
  )
}

const phrasing = new Set(['paragraph', 'heading', 'tableCell'])

/** Kinds of blocks and how they nest. */
function skeleton(value: Plain): string {
  if (Array.isArray(value)) return value.map(skeleton).join('')
  if (typeof value !== 'object' || value === null) return ''
  const type = typeOf(value)
  return phrasing.has(type) ? `${type} ` : `${type}(${skeleton(value['children'])})`
}

/**
 * What each block says, in order: texts and kinds of markup; where links lead, what code, tags of templates and
 * lists of attributes say is the source's. */
function blocksIn(value: Plain): string[] {
  if (Array.isArray(value)) return value.flatMap(blocksIn)
  if (typeof value !== 'object' || value === null) return []
  if (!phrasing.has(typeOf(value))) return blocksIn(value['children'])
  return [
    saidIn(value['children'])
      .replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, '{}')
      .replace(/ ?\{[#:.][^{}]*\}/g, '')
  ]
}

function saidIn(value: Plain): string {
  if (Array.isArray(value)) return value.map(saidIn).join('')
  if (typeof value !== 'object' || value === null) return ''
  const {value: text, children} = value
  const type = typeOf(value)
  return type === 'text' && typeof text === 'string' ? text : `<${type}>${saidIn(children)}</>`
}

function typeOf({type}: {readonly [key: string]: Plain}): string {
  return typeof type === 'string' ? type : ''
}

function groupsIn(xml: string): Group[] {
  return [...xml.matchAll(/<group [^>]*restype="([^"]*)"[^>]*>([^]*?)<\/group>/g)].map(([, kind, body]) => ({
    kind: kind!,
    sources: [...body!.matchAll(/<source[^>]*>([^]*?)<\/source>/g)].map(([, source]) => source!)
  }))
}

/** Targets of each block, from another hand-off that has the same blocks. Undefined for those that get none. */
function targetsFor(
  english: ReadonlyArray<Group>,
  french: ReadonlyArray<Group>
): ReadonlyArray<ReadonlyArray<string> | undefined> {
  const fits =
    english.length === french.length && english.every(({kind}, index) => kind === french[index]!.kind)
  return english.map(({sources}, index) => (fits ? targetsOf(sources, french[index]!.sources) : undefined))
}

/** A hand-off with these targets, block by block. */
function filled(xml: string, targets: ReadonlyArray<ReadonlyArray<string> | undefined>): string {
  let group = -1
  let segment = 0
  return xml.replace(/<group |<target [^>]*(?:\/>|>[^]*?<\/target>)/g, (found) => {
    if (found === '<group ') {
      group++
      segment = 0
      return found
    }
    const target = targets[group]?.[segment++]
    return target === undefined ? found : `<target state="translated">${target}</target>`
  })
}

/** Targets for the segments of a block; more sentences than it has go to the last. Undefined where codes are others. */
function targetsOf(sources: ReadonlyArray<string>, french: ReadonlyArray<string>): string[] | undefined {
  if (french.length < sources.length) return undefined
  const texts = sources.map((_, index) =>
    index + 1 < sources.length ? french[index]! : french.slice(index).join(' ')
  )
  const targets = texts.map((text, index) => withCodesOf(sources[index]!, text))
  return targets.every((target) => target !== undefined) ? targets : undefined
}

/** A text with each code replaced by that of the source which is of its kind, in order. */
function withCodesOf(source: string, text: string): string | undefined {
  const codes = Map.groupBy(source.match(/<[gx] [^>]*>/g) ?? [], kindOf)
  const other = text.replace(/<[gx] [^>]*>/g, (code) => codes.get(kindOf(code))?.shift() ?? '\0')
  return other.includes('\0') || [...codes.values()].some((left) => left.length > 0) ? undefined : other
}

function kindOf(code: string): string {
  return /^<[gx]/.exec(code)![0] + (/ctype="([^"]*)"/.exec(code)?.[1] ?? '')
}
