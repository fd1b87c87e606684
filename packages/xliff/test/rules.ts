import {expect, it} from 'vitest'
import {validate} from '../src/index.ts'

const MODULES = Object.entries({
  mtc: 'matches:2.0',
  gls: 'glossary:2.0',
  fs: 'fs:2.0',
  mda: 'metadata:2.0',
  res: 'resourcedata:2.0',
  ctr: 'changetracking:2.0',
  slr: 'sizerestriction:2.0',
  val: 'validation:2.0',
  itsm: 'itsm:2.1',
  pgs: 'pgs:1.0'
}).map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:xliff:${name}"`)

const HEAD = `xmlns="urn:oasis:names:tc:xliff:document:2.0" ${MODULES.join(' ')} xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" xmlns:x="urn:x" version="2.1" srcLang="en"`

/** A document around files. */
export const xliff = (files: string, attributes = 'trgLang="fr"'): string =>
  `<xliff ${HEAD} ${attributes}>${files}</xliff>`
export const file = (inside: string, attributes = ''): string =>
  xliff(`<file id="f1"${attributes}>${inside}</file>`)
export const SEGMENT = '<segment id="s1"><source>One</source><target>Un</target></segment>'
export const UNIT = `<unit id="u1">${SEGMENT}</unit>`
export const unit = (inside: string, attributes = ''): string =>
  file(`<unit id="u1"${attributes}>${inside}</unit>`)
export const source = (content: string, target?: string): string =>
  unit(
    `<segment id="s1"><source>${content}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`
  )
export const beside = (module: string): string => unit(module + SEGMENT)

/** What breaks a rule, and what is nearest to it and does not. */
export type Rule = readonly [id: string, broken: string, sound: string]

type Level = 'error' | 'warning'

const told = (xml: string, asked: Level): string[] => [
  ...new Set(
    validate(xml, 'a.xlf')
      .filter(({level}) => level === asked)
      .map(({id}) => id.replace('xliff-', ''))
  )
]

/** Try each rule: what breaks it is told so, and its neighbour is sound. */
export function tryRules(rules: ReadonlyArray<Rule>, level: Level = 'error'): void {
  const named = rules.map(([id, broken, sound]) => {
    const what = broken.replace(/^<xliff[^>]*>/, '').replace('</xliff>', '')
    return {id, broken, sound, what}
  })
  it.for(named)('$id: $what', ({id, broken, sound}) => {
    expect(told(broken, level)).toContain(id)
    expect(told(sound, level)).toEqual([])
    // What deserves a warning breaks nothing.
    expect(told(broken, 'error').length > 0).toBe(level === 'error')
    expect(told(sound, 'error')).toEqual([])
  })
}
