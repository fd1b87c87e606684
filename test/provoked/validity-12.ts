import {rule} from './validity-row.ts'

const FILE = 'original="a.txt" source-language="en" target-language="fr" datatype="plaintext"'
const body = (units: string, header = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file ${FILE}>${header}<body>${units}</body></file></xliff>`
const one = (inside: string): string => body(`<trans-unit id="u1">${inside}</trans-unit>`)
const both = (source: string, target: string): string =>
  one(`<source>${source}</source><target>${target}</target>`)
const alternative = (inside: string): string => `<alt-trans>${inside}</alt-trans>`
const segmented = (mid: number): string =>
  one(
    `<source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="${mid}">b</mrk></target>`
  )
const PHASES = '<header><phase-group><phase phase-name="p" process-name="q"/></phase-group></header>'
const phased = (phase: string): string =>
  body(
    `<trans-unit id="u1"><source>a</source><alt-trans phase-name="${phase}"><target>b</target></alt-trans></trans-unit>`,
    PHASES
  )

/** Rules that only XLIFF 1.2 has. */
export const validity12 = {
  'xliff-attribute-out-of-use': rule(one('<source ts="a">a</source>'), one('<source>a</source>')),
  'xliff-attribute-unknown': rule(one('<source sort="a">a</source>'), one('<source>a</source>')),
  'xliff-candidate-with-targets': rule(
    one(`<source>a</source>${alternative('<target>b</target><target>c</target>')}`),
    one(`<source>a</source>${alternative('<target>b</target>')}${alternative('<target>c</target>')}`)
  ),
  'xliff-element-out-of-use': rule(
    one('<source>a</source><prop-group><prop prop-type="a">b</prop></prop-group>'),
    one('<source>a</source>')
  ),
  'xliff-namespace-of-other-version': rule(
    both('a', 'b').replace('document:1.2', 'document:1.1'),
    both('a', 'b')
  ),
  'xliff-reference-unknown': rule(phased('o'), phased('p')),
  'xliff-segment-unknown': rule(segmented(2), segmented(1))
}
