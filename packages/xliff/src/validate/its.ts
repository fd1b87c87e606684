import {checkItsValues} from './its-values.ts'
import type {Fault} from './structure.ts'
import {memo} from './memo.ts'
import {ancestor, named, type Node, walk} from './tree.ts'

const ISSUE = ['Type', 'Comment', 'Severity', 'ProfileRef', 'Enabled'].map((name) => `locQualityIssue${name}`)
const AGENTS = ['org', 'person', 'tool'].flatMap((name) => [
  name,
  `${name}Ref`,
  `rev${name[0]!.toUpperCase()}${name.slice(1)}`,
  `rev${name[0]!.toUpperCase()}${name.slice(1)}Ref`
])

/** Attributes of the ITS module that say the same in two ways; an annotation has only one of them (5.9 of 2.1). */
const EITHER: ReadonlyArray<readonly [one: string, other: ReadonlyArray<string>]> = [
  ['locQualityIssuesRef', ISSUE],
  ['locQualityRatingScore', ['locQualityRatingVote']],
  ['taIdentRef', ['taSource', 'taIdent']],
  ['provenanceRecordsRef', AGENTS]
]

/** Attributes of the ITS module that mean nothing on an annotation without certain others. */
const NEEDS: ReadonlyArray<readonly [attribute: string, needed: ReadonlyArray<string>]> = [
  ['taSource', ['taIdent']],
  ['taIdent', ['taSource']],
  ['taConfidence', ['taClassRef', 'taIdentRef', 'taIdent']],
  ['localeFilterType', ['localeFilterList']],
  ...ISSUE.slice(2).map((name) => [name, [...ISSUE.slice(0, 2), 'locQualityIssuesRef']] as const)
]

/** Attributes that say how sure somebody is, and the data category under which `annotatorsRef` says who. */
const CONFIDENCES: ReadonlyArray<readonly [attribute: string, category: string]> = [
  ['taConfidence', 'text-analysis'],
  ['termConfidence', 'terminology'],
  ['mtConfidence', 'mt-confidence']
]

/** Attributes that refer to another element. */
const REFERENCES = ['locQualityIssues', 'provenanceRecords']

/** Attributes that add to another attribute, which may stand on an element above. */
const THRESHOLDS = ['locQualityRatingScore', 'locQualityRatingVote']

const CATEGORIES = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' '
  )
)

/** Attributes that only annotations have: they do not apply to a whole unit, group or file. */
const INLINE = /^its:(?:locQualityIssue|ta[CIS])/

/** Attributes whose annotations, if they have a type, have one of ITS; terms have that of the core. */
const TYPED =
  /^(?:its:(?:locQuality(?:Issue|Rating)|ta[CIS]|mtConfidence|provenanceRecordsRef|allowedCharacters|localeFilterList)|itsm:)/

/** Constraints of the ITS module (5.9 of 2.1). */
export function checkIts(nodes: ReadonlyArray<Node>, fault: Fault): void {
  for (const node of nodes) {
    checkVersion(node, fault)
    if (node.name === 'mrk' || node.name === 'sm') checkAnnotation(node, fault)
    else if (STRUCTURE.test(node.name)) checkStructural(node, fault)
    for (const name of THRESHOLDS) {
      const isAlone = has(node, `${name}Threshold`) && !isInherited(node, name)
      if (isAlone)
        fault('its-attribute-alone', node, {attribute: `its:${name}Threshold`, needed: `its:${name}`})
    }
    const annotators = node.attributes.get('its:annotatorsRef')
    if (annotators !== undefined) checkAnnotators(node, annotators, fault)
    checkHolder(node, fault)
    checkItsValues(node, fault)
  }
}

const STRUCTURE = /^(?:file|group|unit)$/

function checkStructural(node: Node, fault: Fault): void {
  for (const [attribute, value] of node.attributes) {
    if (INLINE.test(attribute))
      fault('attribute-misplaced', node, {element: node.name, attribute, value}, 'warning')
  }
  if (has(node, 'locQualityRatingScore') && has(node, 'locQualityRatingVote'))
    fault('its-attributes-clash', node, {one: 'its:locQualityRatingScore', other: 'its:locQualityRatingVote'})
  checkStandoff(node, fault)
  checkProvenance(node, fault)
}

/** An element or attribute of ITS needs the version of ITS, here or above. XLIFF 2.0 did not have ITS. */
function checkVersion(node: Node, fault: Fault): void {
  const isOfIts =
    node.name.startsWith('its:') || [...node.attributes.keys()].some((name) => /^itsm?:/.test(name))
  if (!isOfIts) return
  let root = node
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (has(at, 'version') || (at.name.startsWith('its:') && at.attributes.has('version'))) return
    root = at
  }
  fault('its-version-missing', node, {}, root.attributes.get('version') === '2.0' ? 'warning' : 'error')
}

/** Elements that references lead to have ids of their own. */
function checkStandoff(holder: Node, fault: Fault): void {
  const met = new Set<string>()
  for (const node of holder.children) {
    if (!REFERENCES.includes(node.name.replace('its:', ''))) continue
    const id = node.attributes.get('xml:id')
    if (id === undefined) continue
    if (met.has(id)) fault('id-duplicate', node, {element: node.name, id})
    met.add(id)
  }
}

function has(node: Node, name: string): boolean {
  return node.attributes.has(`its:${name}`)
}

function isInherited(node: Node, name: string): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (has(at, name)) return true
  return false
}

function checkAnnotation(node: Node, fault: Fault): void {
  for (const [one, other] of EITHER) {
    const clash = has(node, one) && other.find((name) => has(node, name))
    if (clash) fault('its-attributes-clash', node, {one: `its:${one}`, other: `its:${clash}`})
  }
  const alone = (attribute: string, needed: string): void =>
    fault('its-attribute-alone', node, {attribute: `its:${attribute}`, needed: `its:${needed}`})
  for (const [attribute, needed] of NEEDS) {
    if (has(node, attribute) && !needed.some((name) => has(node, name))) alone(attribute, needed[0]!)
  }
  for (const [attribute, category] of CONFIDENCES) {
    if (has(node, attribute) && !isAnnotated(node, category)) alone(attribute, 'annotatorsRef')
  }
  checkType(node, fault)
  for (const name of REFERENCES) {
    const ref = node.attributes.get(`its:${name}Ref`)
    if (ref !== undefined && !leadsTo(node, ref, `its:${name}`)) fault('its-reference-unknown', node, {ref})
  }
}

/** Drafts of the module had other types than `its:generic`, and tools still write them. */
function checkType(node: Node, fault: Fault): void {
  const type = node.attributes.get('type')
  const isTerm = type === 'its:term-no' || (type === 'term' && has(node, 'termConfidence'))
  if (isTerm && node.attributes.has('value') && node.attributes.has('ref'))
    fault('its-attributes-clash', node, {one: 'value', other: 'ref'})
  if (type === undefined || type.startsWith('its:')) return
  if ([...node.attributes.keys()].some((name) => TYPED.test(name)))
    fault('attribute-value', node, {element: node.name, attribute: 'type', value: type})
}

/** Whether it is said, here or above, who annotated for a data category. */
function isAnnotated(node: Node, category: string): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const entries = at.attributes.get('its:annotatorsRef')?.trim().split(/\s+/) ?? []
    if (entries.some((entry) => entry.startsWith(`${category}|`))) return true
  }
  return false
}

/** A reference is `#its=` and an id, perhaps with a path before it; the examples of 2.1 have the id alone. */
function idIn(ref: string): string {
  return ref.replace(/^#?\/?(?:[fgu]=[^/]*\/)*(?:its=)?/, '')
}

function leadsTo(node: Node, ref: string, name: string): boolean {
  const unit = ancestor(node, 'unit')
  return unit !== undefined && standoffIn(unit).has(`${name} ${idIn(ref)}`)
}

/** A unit, group or file names its tools and people in itself or above. */
function checkProvenance(node: Node, fault: Fault): void {
  const ref = node.attributes.get('its:provenanceRecordsRef')
  if (ref === undefined) return
  for (let at: Node | undefined = node; at; at = at.parent) {
    const records = named(at, 'its:provenanceRecords')
    if (records.some(({attributes}) => attributes.get('xml:id') === idIn(ref))) return
  }
  fault('its-reference-unknown', node, {ref})
}

/** Elements that annotations of a unit refer to, each as its name and id. */
const standoffIn = memo(
  (unit) =>
    new Set(
      walk(unit)
        .filter(({name}) => REFERENCES.includes(name.replace('its:', '')))
        .map(({name, attributes}) => `${name} ${attributes.get('xml:id')}`)
    )
)

/** Each data category once, followed by a bar and who annotated. */
function checkAnnotators(node: Node, value: string, fault: Fault): void {
  const categories = value
    .trim()
    .split(/\s+/)
    .map((entry) => /^([^|]+)\|[^|]/.exec(entry)?.[1] ?? '')
  const isKnown = categories.every((category) => CATEGORIES.has(category))
  if (!isKnown || new Set(categories).size < categories.length)
    fault('its-annotators-malformed', node, {value})
}

function checkHolder(node: Node, fault: Fault): void {
  const isIn = (names: ReadonlyArray<string>): boolean => names.some((name) => node.attributes.has(name))
  const isEmpty =
    (node.name === 'its:locQualityIssue' && !isIn(ISSUE.slice(0, 2))) ||
    (node.name === 'its:provenanceRecord' && !isIn(AGENTS))
  if (isEmpty) fault('its-element-empty', node, {element: node.name})
}
