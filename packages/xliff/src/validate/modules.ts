import {detach} from '../xml/detach.ts'
import {fileOf, type Questions} from './questions.ts'
import {byId, memo} from './memo.ts'
import {judgeOf, revisableIn, revisableOf} from './revised.ts'
import type {Fault} from './structure.ts'
import {ancestor, bare, inheritedValue, named, type Node, walk} from './tree.ts'

/** Constraints of the modules (chapter 5). */
export function checkModules(
  root: Node,
  nodes: ReadonlyArray<Node>,
  questions: Questions,
  fault: Fault
): void {
  for (const node of nodes) {
    if (Object.hasOwn(CHECKS, node.name)) CHECKS[node.name]!(node, fault, root, questions)
    checkFormat(node, fault)
    checkSize(node, fault)
  }
}

type Check = (node: Node, fault: Fault, root: Node, questions: Questions) => void

const CHECKS: Readonly<Record<string, Check>> = {
  'mtc:matches': (node, fault) => uniqueIds(named(node, 'mtc:match'), fault),
  'mtc:match'(node, fault) {
    const subType = node.attributes.get('subType')
    if (subType !== undefined && !node.attributes.has('type')) fault('sub-type-without-type', node, {subType})
    if (node.attributes.has('xml:lang')) fault('match-with-language', node)
  },
  'gls:glossary': (node, fault) =>
    uniqueIds(
      walk(node).filter(({name}) => name === 'gls:glossEntry' || name === 'gls:translation'),
      fault
    ),
  'gls:glossEntry'(node, fault) {
    if (named(node, 'gls:translation').length + named(node, 'gls:definition').length === 0) {
      fault('glossary-entry-empty', node)
    }
  },
  'mda:metadata': (node, fault) => uniqueIds(walk(node), fault),
  'res:resourceData': (node, fault) => uniqueIds(node.children, fault),
  'res:resourceItemRef'(node, fault, _, questions) {
    askForItem(bare(node), detach(node.attributes.get('ref') ?? ''), fileOf(node), questions, fault)
  },
  'res:resourceItem'(node, fault) {
    // Nobody can tell here what is in a resource outside the file.
    const sides = ['res:source', 'res:target'].flatMap((name) => named(node, name))
    const isOutside = sides.length > 0 && sides.every(({attributes}) => attributes.has('href'))
    if (isOutside && !node.attributes.has('mimeType')) fault('resource-without-type', node)
    if (node.children.length === 0) fault('resource-empty', node)
  },
  'res:source': (node, fault, root) => checkResource(node, root.attributes.get('srcLang'), fault),
  'res:target': (node, fault, root) => checkResource(node, root.attributes.get('trgLang'), fault),
  'val:rule': checkValidationRule,
  unit: checkCase,
  segment: checkCase,
  'ctr:revisions': (node, fault, _, questions) => checkRevisions(node, questions, fault)
}

function askForItem(
  node: Node,
  ref: string,
  file: string | undefined,
  questions: Questions,
  fault: Fault
): void {
  const say = (): void => fault('resource-unknown', node, {ref}, 'warning')
  questions.ask({name: 'res:resourceItem', id: ref, file}, undefined, say)
}

/** Values of a variable that counts: numbers, and the plural categories of CLDR. */
const COUNTS = /^(?:\d+(?:\.\d+)?|zero|one|two|few|many|other)$/

/** A case gives a value for each variable that its unit or group switches by (2.2). */
function checkCase(node: Node, fault: Fault): void {
  const value = node.attributes.get('pgs:case')
  if (value === undefined) return
  const variables = inheritedValue(node.name === 'unit' ? (node.parent ?? node) : node, 'pgs:switch')
  if (variables === undefined) {
    fault('case-without-switch', node, {value}, 'warning')
    return
  }
  const [values, kinds] = [value, variables].map((list) =>
    list.split(/[\s,]+/).filter((item) => item !== '')
  ) as [string[], string[]]
  const [found, expected] = [values.length, kinds.length]
  if (found !== expected) fault('case-count-differs', node, {value, found, expected})
  const isWrong = values.some(
    (each, index) => /^(?:plural|ordinal):/.test(kinds[index] ?? '') && !COUNTS.test(each)
  )
  if (isWrong) fault('attribute-value', node, {element: node.name, attribute: 'pgs:case', value})
}

function uniqueIds(nodes: ReadonlyArray<Node>, fault: Fault): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const id = node.attributes.get('id')
    if (id !== undefined && seen.has(id)) fault('id-duplicate', node, {element: node.name, id})
    if (id !== undefined) seen.add(id)
  }
}

function checkResource(node: Node, expected: string | undefined, fault: Fault): void {
  const isEmpty = node.element.children.every((child) => typeof child === 'string' && child.trim() === '')
  if (isEmpty !== node.attributes.has('href')) fault('resource-href-or-content', node)
  const language = node.attributes.get('xml:lang')
  if (language !== undefined && expected !== undefined && language.toLowerCase() !== expected.toLowerCase()) {
    fault('resource-language-differs', node, {language, expected})
  }
}

const RULES = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith']

/** A rule has exactly one of the attributes that say what it checks (constraints of `<val:rule>`). */
function checkValidationRule(node: Node, fault: Fault): void {
  const {attributes} = node
  const rules = RULES.filter((name) => attributes.has(name))
  const isForeign = [...attributes.keys()].some((name) => name.startsWith('~'))
  if (rules.length > 1 || (rules.length === 0 && !isForeign))
    fault('rule-not-one', node, {rules: rules.join(' ')})
  if (attributes.has('occurs') && !attributes.has('isPresent')) {
    fault('rule-occurs-without-is-present', node, {}, 'warning')
  }
  if (attributes.has('existsInSource') && (rules.length !== 1 || attributes.has('isNotPresent'))) {
    fault('rule-exists-in-source-without-pattern', node)
  }
}

/**
 * A name and a value with a comma between; a backslash between such pairs. In a value, both are escaped by a backslash.
 */
const STYLES = /^[^\\,]+,(?:[^\\,]|\\[\\,])*(?:\\[^\\,]+,(?:[^\\,]|\\[\\,])*)*$/

/** The format style module (5.3): a sub-style needs a style; ends have neither, unless they stand alone. */
function checkFormat(node: Node, fault: Fault): void {
  if (node.attributes.has('fs:subFs') && !node.attributes.has('fs:fs'))
    fault('sub-format-without-format', node)
  const style = node.attributes.get('fs:subFs')
  // A file that Okapi calls valid has a single word here.
  if (style !== undefined && !STYLES.test(style))
    fault('sub-format-malformed', node, {value: style}, 'warning')
  const isEnd = node.name === 'ec' && node.attributes.get('isolated') !== 'yes'
  if (isEnd && (node.attributes.has('fs:fs') || node.attributes.has('fs:subFs'))) fault('format-on-end', node)
}

/** The size restriction module (5.4 of 2.0). */
function checkSize(node: Node, fault: Fault): void {
  const {attributes} = node
  if (attributes.has('slr:sizeInfo') && attributes.has('slr:sizeInfoRef')) fault('size-info-twice', node)
  const isEnd = node.name === 'ec' && attributes.get('isolated') !== 'yes'
  for (const name of [
    'slr:sizeInfo',
    'slr:sizeInfoRef',
    'slr:equivStorage',
    'slr:sizeRestriction',
    'slr:storageRestriction'
  ]) {
    if (isEnd && attributes.has(name)) fault('size-on-end', node, {attribute: name})
  }
  for (const [name, {profile, pattern}] of SIZES) {
    const value = attributes.get(name)
    if (value === undefined || pattern.test(value) || !isOfXliff(node, profile)) continue
    // A valid file of OASIS names no profile and has a note in words as a size.
    if (name === 'slr:sizeInfo' && /\S\s+\S/.test(value) && !isProfiled(node)) continue
    if (name.endsWith('Restriction'))
      fault('attribute-value', node, {element: node.name, attribute: name, value})
    else fault('size-not-integer', node, {attribute: name, value})
  }
  const ref = attributes.get('slr:sizeInfoRef')
  if (ref !== undefined && !hasSizeData(node, ref)) fault('size-data-unknown', node, {ref})
}

const LIMIT = /^(?:\*|\d+|\d+,(?:\d+|\*))$/
/** One size for a code, or one for each end of a pair. */
const SIZE = /^\d+(?:,\d+)?$/

/** How sizes are written in the profiles that XLIFF defines, which count code points and bytes. */
const SIZES = new Map([
  ['slr:sizeRestriction', {profile: 'generalProfile', pattern: LIMIT}],
  ['slr:storageRestriction', {profile: 'storageProfile', pattern: LIMIT}],
  ['slr:sizeInfo', {profile: 'generalProfile', pattern: SIZE}],
  ['slr:equivStorage', {profile: 'storageProfile', pattern: SIZE}]
])

/** Whether XLIFF defines the profile of a size; profiles of others define their own values. */
function isOfXliff(node: Node, profile: string): boolean {
  const own = profilesOf(node)?.attributes.get(profile) ?? ''
  return own.startsWith('xliff:') || own === ''
}

function isProfiled(node: Node): boolean {
  return (profilesOf(node)?.attributes.get('generalProfile') ?? '') !== ''
}

function profilesOf(node: Node): Node | undefined {
  const file = node.name === 'file' ? node : ancestor(node, 'file')
  return file && named(file, 'slr:profiles')[0]
}

const sizeDataOf = memo((node) => byId(named(node, 'slr:data').flatMap(walk)))

function hasSizeData(node: Node, id: string): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (sizeDataOf(at).has(id)) return true
  return false
}

/** Revisions are about one element inside the element that holds them (5.6 of 2.0). */
function checkRevisions(node: Node, questions: Questions, fault: Fault): void {
  const holder = node.parent?.parent
  if (!holder) return
  const judge = judgeOf(node, holder)
  if (/^(?:xliff|file|group)$/.test(holder.name)) {
    const revisable = revisableOf(holder)
    questions.survey(holder, revisable.see, () => judge(revisable, fault))
  } else judge(revisableIn(holder), fault)
  checkVersions(node, fault)
}

function checkVersions(node: Node, fault: Fault): void {
  const versions = named(node, 'ctr:revision').map(({attributes}) => attributes.get('version'))
  const current = node.attributes.get('currentVersion')
  if (current !== undefined && !versions.includes(current))
    fault('revision-unknown', node, {version: current})
  const known = versions.filter((version) => version !== undefined)
  if (new Set(known).size < known.length) fault('revision-duplicate', node)
}
