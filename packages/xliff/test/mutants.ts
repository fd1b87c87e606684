import fc from 'fast-check'
import {type Document, type Element, parseXmlDocument, serializeToWellFormedString} from 'slimdom'

const XML = 'http://www.w3.org/XML/1998/namespace'

/** Words of lines. */
function words(...lines: ReadonlyArray<string>): string[] {
  return lines.flatMap((line) => line.split(' '))
}

/** Values that some attribute of XLIFF has, or none. */
const VALUES = [
  '',
  ' ',
  'a b',
  ' 1 ',
  '1 2',
  ...words(
    '0 1 -1 11 1.5 100 101 a é a/b x-a my:own :a a: yes no firstNo en fr e_n fr-CA preserve default',
    'ltr auto source target initial translated final new signed-off needs-translation exact-match',
    'approved fmt ui link quote other xlf:b xlf:var generic comment term bold image seg #1 #n=n1',
    '#f=f1/u=u1 #/f=f1 #t=1 u1 s1 n1 d1 open both word pixel 1.1 1.2 2.0 2.1 2.2 2026-02-29T00:00:00Z',
    '2026-11-28T12:00:00 1;2;#;4 image/png 00AF'
  )
]

/** Attributes of XLIFF, and of nobody. */
const ATTRIBUTES = words(
  'id ref name type subType state subState category appliesTo priority order startRef isolated',
  'dataRef dataRefStart canCopy canDelete canReorder copyOf equiv translate canResegment srcDir',
  'trgDir dir value hex subFlows similarity version rid xid mid ctype restype phase-name tool-id',
  'state-qualifier pos clone uid date reformat purpose mime-type size-unit maxwidth resname bogus',
  'xml:lang xml:space xml:id'
)

/** Elements of XLIFF and its modules, by prefix where they have one, and of nobody. */
const ELEMENTS = words(
  'file group unit segment ignorable source target notes note originalData data skeleton cp ph pc',
  'sc ec mrk sm em g x bx ex bpt ept it sub header body skl tool phase-group phase trans-unit',
  'bin-unit alt-trans seg-source context-group context count-group count prop-group glossary',
  'reference external-file foo mtc:matches mtc:match gls:glossary gls:glossEntry gls:term',
  'mda:metadata mda:metaGroup mda:meta res:resourceData res:resourceItem slr:profiles slr:data',
  'val:validation val:rule ext:foo'
)

const SPACES: ReadonlyMap<string, string> = new Map([
  ['mtc', 'urn:oasis:names:tc:xliff:matches:2.0'],
  ['gls', 'urn:oasis:names:tc:xliff:glossary:2.0'],
  ['mda', 'urn:oasis:names:tc:xliff:metadata:2.0'],
  ['res', 'urn:oasis:names:tc:xliff:resourcedata:2.0'],
  ['slr', 'urn:oasis:names:tc:xliff:sizerestriction:2.0'],
  ['val', 'urn:oasis:names:tc:xliff:validation:2.0'],
  ['ext', 'urn:example:extension']
])

type Change = (element: Element, other: Element) => void

const drop: Change = (element) => element.remove()
const double: Change = (element) => element.after(element.cloneNode(true))
const move: Change = (element, other) => {
  if (!element.contains(other)) other.after(element)
}
const put =
  (text: string): Change =>
  (element) =>
    element.append(text)

/** A change of one of the attributes that are there. */
const change =
  (at: number, to: (value: string) => string | undefined): Change =>
  (element) => {
    const attributes = element.attributes.filter(({prefix, name}) => prefix !== 'xmlns' && name !== 'xmlns')
    const attribute = attributes[at % attributes.length]
    if (!attribute) return
    const value = to(attribute.value)
    if (value === undefined) element.removeAttributeNode(attribute)
    else attribute.value = value
  }

const add =
  (name: string, value: string): Change =>
  (element) =>
    name.startsWith('xml:') ? element.setAttributeNS(XML, name, value) : element.setAttribute(name, value)

const insert =
  (name: string, at: number): Change =>
  (element) => {
    const [prefix] = name.split(':')
    const space = SPACES.get(prefix!) ?? element.ownerDocument!.documentElement!.namespaceURI
    const child = element.ownerDocument!.createElementNS(space, name)
    element.insertBefore(child, element.childNodes[at % (element.childNodes.length + 1)] ?? null)
  }

const value = fc.constantFrom(...VALUES)

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(drop, double, move),
  fc.constantFrom('text', ' ', '\u00A0').map(put),
  fc.nat(20).map((at) => change(at, () => undefined)),
  {weight: 2, arbitrary: fc.tuple(fc.nat(20), value).map(([at, now]) => change(at, () => now))},
  fc
    .tuple(fc.nat(20), fc.constantFrom(' %', '%s', '-%', '% %', '%,', '0%'))
    .map(([at, around]) => change(at, (before) => around.replaceAll('%', before))),
  fc.tuple(fc.constantFrom(...ATTRIBUTES), value).map(([name, now]) => add(name, now)),
  fc.tuple(fc.constantFrom(...ELEMENTS), fc.nat(20)).map(([name, at]) => insert(name, at))
)

/** One of some files with one thing changed in it. */
function mutants(files: ReadonlyArray<string>): fc.Arbitrary<string> {
  const place = fc.nat(1 << 16)
  return fc.tuple(fc.constantFrom(...files), place, place, anyChange).map(([xml, at, beside, mutate]) => {
    const document = documentOf(xml)
    const elements = document.getElementsByTagName('*')
    const [element, other] = [at, beside].map((each) => elements[each % elements.length]!) as [
      Element,
      Element
    ]
    if (element !== document.documentElement && other !== document.documentElement) mutate(element, other)
    return serializeToWellFormedString(document)
  })
}

const wanted = process.env['PASSERELLE_RUNS']

/**
 * Files with one thing changed in them: the same few at every run; others, and as many as are asked for, with
 * `PASSERELLE_RUNS`.
 *
 * @param share
 *   How many are made of those that are asked for.
 */
export function mutantsOf(
  files: ReadonlyArray<string>,
  few: number,
  share = 1
): {seed: number; some: string[]} {
  const seed = wanted === undefined ? 2026 : Date.now() % 2 ** 31
  const numRuns = wanted === undefined ? few : Math.ceil(Number(wanted) * share)
  return {seed, some: fc.sample(mutants(files), {seed, numRuns})}
}

function documentOf(xml: string): Document {
  return parseXmlDocument(xml.replace(/^\uFEFF?(?:<\?xml[^]*?\?>)?\s*/, ''))
}
