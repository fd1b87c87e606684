import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {defaultRules, readSrx, segment, toSrx} from '../src/index.ts'
import type {SegmentationRules} from '../src/index.ts'

interface Options {
  readonly header?: string
  readonly attributes?: string
  readonly maps?: string
}

const rule = (kind: 'yes' | 'no', before: string, after: string): string =>
  `<rule break="${kind}">\n<beforebreak>${before}</beforebreak><afterbreak>${after}</afterbreak></rule>\n`

function srx(groups: Readonly<Record<string, string>>, options: Options = {}): string {
  const {header = '', attributes = 'cascade="yes" segmentsubflows="yes"'} = options
  const list = Object.entries(groups).map(
    ([name, rules]) => `<languagerule languagerulename="${name}">${rules}</languagerule>`
  )
  const maps =
    options.maps ??
    Object.keys(groups)
      .map((name) => `<languagemap languagepattern=".*" languagerulename="${name}"/>`)
      .join('')
  return `<srx xmlns="http://www.lisa.org/srx20" xmlns:okpsrx="http://okapi.sf.net/srx-extensions" version="2.0"><header ${attributes}>${header}</header><body><languagerules>${list.join('')}</languagerules><maprules>${maps}</maprules></body></srx>`
}

function rulesOf(xml: string): SegmentationRules {
  const {rules, diagnostics} = readSrx(xml, 'team.srx')
  expect(diagnostics).toEqual([])
  return rules!
}

const STOP = rule('yes', '\\.', '\\s')
const ABBREVIATION = rule('no', '\\bM\\.', '\\s')

/** What expressions are made of, with what makes a wrong one. */
const TOKENS = (
  String.raw`a . \. \s \d ( (?: (?<x> (?= (?<= (?! (?> ) ) [ [^ ] - && \k<x> \k<y> \1 \2 * + ? {2} {3,1} {2,} ++ | ` +
  String.raw`\b ^ $ \Q \E \p{L} \x{41} \uD83D (?i) (?x) # (?-i: \A \R \h { } 😀 ~ -- \- \c \0 (?#c) [:alpha:] \W (?m)`
).split(' ')

describe('rules from SRX', () => {
  it('lets the first rule that matches decide', () => {
    const held = rulesOf(srx({a: ABBREVIATION + STOP}))
    expect(segment('M. Roy. Oui.', 'fr', {rules: held})).toEqual(['M. Roy. ', 'Oui.'])
    const late = rulesOf(srx({a: STOP + ABBREVIATION}))
    expect(segment('M. Roy. Oui.', 'fr', {rules: late})).toEqual(['M. ', 'Roy. ', 'Oui.'])
  })

  it('adds every map that fits when it cascades, and the first alone when not', () => {
    const maps =
      '<languagemap languagepattern="FR.*" languagerulename="a"/><languagemap languagepattern=".*" languagerulename="b"/>'
    const groups = {a: ABBREVIATION, b: STOP}
    const cascading = rulesOf(srx(groups, {maps}))
    expect(segment('M. Roy. Oui.', 'fr-CA', {rules: cascading})).toEqual(['M. Roy. ', 'Oui.'])
    expect(segment('M. Roy. Oui.', 'en', {rules: cascading})).toEqual(['M. ', 'Roy. ', 'Oui.'])
    const first = rulesOf(srx(groups, {maps, attributes: 'cascade="no" segmentsubflows="yes"'}))
    expect(segment('M. Roy. Oui.', 'fr-CA', {rules: first})).toEqual(['M. Roy. Oui.'])
  })

  it('cascades where 2.0 does not say, and never in 1.0', () => {
    const silent = srx({a: STOP}, {attributes: 'segmentsubflows="yes"'})
    expect(rulesOf(silent).cascade).toBe(true)
    expect(rulesOf(silent.replace('version="2.0"', 'version="1.0"')).cascade).toBe(false)
  })

  it('takes an empty side as matching anywhere', () => {
    expect(segment('a»b c', 'fr', {rules: rulesOf(srx({a: rule('yes', '', '»')}))})).toEqual(['a', '»b c'])
    expect(segment('ab', 'fr', {rules: rulesOf(srx({a: rule('yes', '', '')}))})).toEqual(['a', 'b'])
  })

  it('reads white space as the engine does that the file was made for', () => {
    const icu = srx({a: STOP})
    const java = srx({a: STOP}, {header: '<okpsrx:options useJavaRegex="yes"/>'})
    const text = 'Un.\u00A0Deux. Trois.'
    expect(segment(text, 'fr', {rules: rulesOf(icu)}).length).toBe(3)
    expect(segment(text, 'fr', {rules: rulesOf(java)}).length).toBe(2)
    expect(readSrx(icu, 'team.srx', {flavour: 'java'}).rules?.flavour).toBe('java')
  })

  it('adds the breaks of Unicode as the last rule', () => {
    const options = '<okpsrx:options useIcu4jBreakRules="yes"/>'
    const rules = rulesOf(srx({a: ABBREVIATION}, {header: options}))
    expect(segment('M. Roy dort.  Il rêve. ', 'fr', {rules})).toEqual(['M. Roy dort.  ', 'Il rêve. '])
    for (const sentence of ['Il rêve. ', 'Il a rêvé. ', 'Oui. ']) {
      expect(segment(sentence.repeat(9000), 'fr', {rules}).length).toBe(9000)
    }
  })

  it('reads where codes go', () => {
    const header = '<formathandle type="start" include="yes"/><formathandle type="isolated" include="yes"/>'
    expect(rulesOf(srx({a: STOP}, {header})).formatHandle).toEqual({start: true, end: true, isolated: true})
  })

  it('reports a rule that cannot be converted and goes on without it', () => {
    const {rules, diagnostics} = readSrx(srx({a: STOP + rule('no', '(x)\\1\\.', '\\s')}), 'team.srx')
    expect(diagnostics).toEqual([
      {
        id: 'srx-rule-failed',
        level: 'warning',
        path: 'team.srx',
        line: 3,
        args: {
          rule: 2,
          group: 'a',
          before: '(x)\\1\\.',
          after: '\\s',
          reason: 'a back reference before the boundary'
        }
      }
    ])
    expect(segment('xx. Y', 'en', {rules: rules!})).toEqual(['xx. ', 'Y'])
  })

  it.each([
    ['a named group that is not there', '\\k<name>', 'a reference to no group'],
    ['a named group that comes later', '\\k<name>(?<name>a)', 'a reference to no group'],
    ['a group that is not there', '(a)\\2', 'a reference to no group'],
    ['no group at all', '\\1', 'a reference to no group'],
    ['a count that runs backwards', 'a{3,2}', 'a count that runs backwards'],
    [
      'too many groups inside one another',
      '('.repeat(5000) + ')'.repeat(5000),
      'more than 200 groups or classes inside one another'
    ],
    [
      'too many classes inside one another',
      '[a'.repeat(5000) + ']'.repeat(5000),
      'more than 200 groups or classes inside one another'
    ]
  ])('names a rule with %s, and leaves it out', (_, after, reason) => {
    const escaped = after.replaceAll('<', '&lt;')
    const {rules, diagnostics} = readSrx(srx({a: rule('yes', ',', escaped) + STOP}), 'team.srx')
    expect(diagnostics).toMatchObject([{id: 'srx-rule-failed', args: {rule: 1, after, reason}}])
    expect(segment('A, b. C, d.', 'en', {rules: rules!})).toEqual(['A, b. ', 'C, d.'])
  })

  it('converts an expression or names it, whatever it is made of', () => {
    const token = fc.constantFrom(...TOKENS)
    const side = fc.array(token, {maxLength: 10}).map((tokens) => tokens.join(''))
    fc.assert(
      fc.property(side, side, fc.boolean(), (before, after, java) => {
        const escaped = [before, after].map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
        const header = java ? '<okpsrx:options useJavaRegex="yes"/>' : ''
        const file = srx({a: rule('yes', escaped[0]!, escaped[1]!) + STOP}, {header})
        const {rules} = readSrx(file, 'team.srx')
        expect(segment('Aa. B.', 'en', {rules: rules!}).join('')).toBe('Aa. B.')
      }),
      {numRuns: 2000}
    )
  })

  it('reports maps that lead nowhere or cannot be read', () => {
    const maps =
      '<languagemap languagepattern=".*" languagerulename="b"/><languagemap languagepattern="(" languagerulename="a"/>'
    const {diagnostics} = readSrx(srx({a: STOP}, {maps}), 'team.srx')
    expect(diagnostics.map(({id}) => id)).toEqual(['srx-group-missing', 'srx-map-failed'])
  })

  it('reports files that are not SRX', () => {
    expect(readSrx('<srx><body>', 'team.srx').diagnostics).toMatchObject([
      {id: 'srx-not-well-formed', line: 1}
    ])
    expect(readSrx('<tmx/>', 'team.srx').diagnostics).toMatchObject([
      {id: 'srx-not-srx', args: {root: 'tmx'}}
    ])
    expect(readSrx('', 'team.srx').rules).toBeUndefined()
  })
})

describe('rules as SRX', () => {
  it('are read again as they were', () => {
    const {rules, diagnostics} = readSrx(toSrx(), defaultRules.path)
    expect(diagnostics).toEqual([])
    const lines = JSON.stringify(rules, (key, value: unknown) => (key === 'line' ? undefined : value))
    expect(JSON.parse(lines)).toEqual(JSON.parse(JSON.stringify(defaultRules)))
  })

  it('cut the same when read as Java would', () => {
    const {rules} = readSrx(toSrx(), 'default.srx', {flavour: 'java'})
    const text = '«\u00A0M.\u00A0Roy est là.\u00A0» Elle rit… «\u202FOui.\u202F» Non\u202F! Tél.\u00A0: 555.'
    expect(segment(text, 'fr', {rules: rules!})).toEqual(segment(text, 'fr'))
    expect(segment(text, 'fr').length).toBe(5)
  })

  it('keep to syntax that Java and ICU share: bounded look-behinds, no flags, no names', () => {
    for (const {before, after} of defaultRules.groups.flatMap(({rules}) => rules)) {
      expect(before.replaceAll(/\\.|\[[^\]]*\]/g, 'x')).not.toMatch(/[*+]|,\}/)
      expect(before + after).not.toMatch(/\(\?[a-zA-Z<][^=!]/)
    }
  })

  it('have the structure that the schema of SRX 2.0 asks for', () => {
    const children: Readonly<Record<string, RegExp>> = {
      srx: /^header body $/,
      header: /^(formathandle ){0,3}$/,
      body: /^languagerules maprules $/,
      languagerules: /^(languagerule )+$/,
      languagerule: /^(rule )+$/,
      rule: /^(beforebreak )?(afterbreak )?$/,
      maprules: /^(languagemap )+$/
    }
    const attributes: Readonly<Record<string, ReadonlyArray<string>>> = {
      srx: ['xmlns', 'version'],
      header: ['segmentsubflows', 'cascade'],
      formathandle: ['type', 'include'],
      languagerule: ['languagerulename'],
      rule: ['break'],
      languagemap: ['languagepattern', 'languagerulename']
    }
    const parser = new SaxesParser()
    const seen: {name: string; children: string}[] = []
    parser.on('error', (error) => expect.unreachable(error.message))
    parser.on('opentag', ({name, attributes: own}) => {
      const parent = seen.at(-1)
      if (parent) parent.children += `${name} `
      seen.push({name, children: ''})
      expect(Object.keys(own)).toEqual(attributes[name] ?? [])
      for (const key of ['break', 'include', 'cascade', 'segmentsubflows']) {
        expect(own[key] ?? 'no').toMatch(/^(yes|no)$/)
      }
    })
    parser.on('closetag', ({name}) => expect(seen.pop()?.children).toMatch(children[name] ?? /^$/))
    parser.write(toSrx()).close()
  })

  it('keep options and characters that XML would change', () => {
    const odd: SegmentationRules = {
      ...defaultRules,
      flavour: 'java',
      unicodeBreaks: true,
      groups: [{name: 'a"<', rules: [{breaks: false, before: '\t&<', after: '\n'}]}],
      maps: [{pattern: '"<&\t', group: 'a"<'}]
    }
    const {rules} = readSrx(toSrx(odd), odd.path)
    expect(rules).toMatchObject({flavour: 'java', unicodeBreaks: true, maps: odd.maps, groups: odd.groups})
  })
})
