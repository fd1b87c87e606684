import type {ArgsThen, DiagnosticId, Level, Problem} from '@passerelle/model'
import {mayStandIn, MODULE_ATTRIBUTES, type Rule} from './schema.ts'
import type {Node} from './tree.ts'

/** Note that a node breaks a constraint; a warning where files that OASIS calls valid break it, too. */
export type Fault = <Rule extends RuleId>(
  id: Rule,
  node: Node,
  ...rest: ArgsThen<`xliff-${Rule}`, [level: 'error' | 'warning']>
) => void

/** A {@link Fault} that gives each problem to a function as a value. */
export function faultTo(take: (problem: Problem, node: Node) => void): Fault {
  const fault = (rule: RuleId, node: Node, args: object = {}, level: Level = 'error'): void =>
    take({id: `xliff-${rule}`, level, args} as Problem, node)
  return fault
}

/** Note a problem that is there as a value. */
export function passFault(to: Fault, {id, level, args}: Problem, node: Node): void {
  const loose = to as (rule: string, node: Node, args: object, level: Level) => void
  loose(id.replace(/^xliff-/, ''), node, args, level)
}

/** A constraint: the id of its diagnostic without `xliff-`. */
export type RuleId = Extract<DiagnosticId, `xliff-${string}`> extends `xliff-${infer Rule}` ? Rule : never

/** The elements of a version with what they may hold, and the types of their attributes. */
export interface Schema {
  readonly elements: Readonly<Record<string, Rule>>
  readonly types: Readonly<Record<string, RegExp>>
  /** Whether XLIFF 2's modules are checked; for XLIFF 1.2 they are extensions like others. */
  readonly isModular: boolean
}

/** Check elements, their order, and their attributes against the tables of a version. */
export function checkStructure(
  nodes: ReadonlyArray<Node>,
  {elements, types, isModular}: Schema,
  fault: Fault
): void {
  for (const node of nodes) {
    const rule = Object.hasOwn(elements, node.name) ? elements[node.name] : undefined
    if (rule) {
      checkChildren(node, rule, isModular, fault)
      checkAttributes(node, rule, types, fault)
    } else if (!/^(?:~|its:)/.test(node.name) && (isModular || !node.name.includes(':'))) {
      // Elements of the core inside an extension are not checked.
      fault('element-unknown', node, {element: node.name})
    } else if (isModular) checkXml(node, types, fault)
  }
}

/** Types of XML's own attributes. */
const XML: Readonly<Record<string, string>> = {
  'xml:space': 'space',
  'xml:lang': 'language',
  'xml:id': 'name'
}

const NONE: ReadonlyMap<string, unknown> = new Map()

/**
 * XML's rules for its own attributes hold in extensions, too; but an extension may have an empty `xml:lang`.
 *
 * @param listed
 *   Attributes that are checked with those of their element.
 */
function checkXml(
  node: Node,
  types: Schema['types'],
  fault: Fault,
  listed: ReadonlyMap<string, unknown> = NONE
): void {
  for (const [attribute, type] of Object.entries(XML)) {
    const value = listed.has(attribute) ? undefined : node.attributes.get(attribute)
    const isTakenBack = value === '' && type === 'language'
    if (value === undefined || isTakenBack || types[type]!.test(value)) continue
    fault(IDS[type] ?? 'attribute-value', node, {element: nameIn(node), attribute, value})
  }
}

function checkChildren(node: Node, rule: Rule, isModular: boolean, fault: Fault): void {
  const {children, mixed} = rule
  const names = node.children.map(({name}) => `<${name}>`)
  const model = modelOf(node.name, rule)
  if (!model.test(names.join(''))) faultChildren(node, children, names, model, fault)
  else if (isModular) {
    for (const child of node.children) {
      if (!mayStandIn(child.name, node.name))
        fault('element-misplaced', child, {element: child.name, parent: node.name})
    }
  }
  // An element that has to be empty has no white space either.
  const text = children === '' ? /./s : NOT_BLANK
  if (!mixed && node.element.children.some((child) => typeof child === 'string' && text.test(child))) {
    fault('text-misplaced', node, {element: node.name})
  }
}

/** Report which child may not stand here, or that children are missing. */
function faultChildren(
  node: Node,
  children: string,
  names: ReadonlyArray<string>,
  model: RegExp,
  fault: Fault
): void {
  const allowed = new Set(children.match(/<[^>]*>/g))
  const stranger =
    node.children.find(({name}) => !allowed.has(`<${name}>`) && !(allowed.has('<~>') && /[~:]/.test(name))) ??
    tooMuchOf(node, names, model)
  if (stranger) fault('element-misplaced', stranger, {element: nameIn(stranger), parent: node.name})
  else fault('children-incomplete', node, {element: node.name, found: names.join('')})
}

/** Anything but white space of XML; a no-break space is text. */
const NOT_BLANK = /[^ \t\r\n]/

/** How many children are tried as the one too many; more would help nobody. */
const MOST_TRIED = 100

/** The last child without which the others match the rule. */
function tooMuchOf({children}: Node, names: ReadonlyArray<string>, model: RegExp): Node | undefined {
  if (names.length > MOST_TRIED) return undefined
  return children.findLast((_, index) => model.test(names.toSpliced(index, 1).join('')))
}

const models = new Map<Rule, RegExp>()

/** The children that an element may have, as an expression over their names. */
function modelOf(name: string, rule: Rule): RegExp {
  const known = models.get(rule)
  if (known) return known
  // In a module, its own elements have no foreign namespace, and those of the core have.
  const own = prefixOf(name)
  const other = own === '' ? '[a-z]+:' : `(?!${own})`
  const model = new RegExp(`^${rule.children.replaceAll('<~>', `<(?:~|${other}[^>]*)>`)}$`)
  models.set(rule, model)
  return model
}

/** The prefix of a module, with its colon; empty for the core. */
function prefixOf(name: string): string {
  return /^(?:[a-z]+:)?/.exec(name)![0]
}

/** The name of an element as its file writes it. */
function nameIn({name, element}: Node): string {
  return name === '~' ? element.name : name
}

function checkAttributes(node: Node, rule: Rule, types: Schema['types'], fault: Fault): void {
  const expected = typesOf(rule)
  for (const [name, {type, required}] of expected) {
    const value = node.attributes.get(name)
    if (value === undefined && required)
      fault('attribute-missing', node, {element: node.name, attribute: name})
    if (value !== undefined && !types[type]!.test(value)) {
      fault(IDS[type] ?? 'attribute-value', node, {element: node.name, attribute: name, value})
    }
  }
  if (rule.open === 'any') checkXml(node, types, fault, expected)
  for (const [name, value] of node.attributes) {
    if (expected.has(name)) continue
    const args = {element: node.name, attribute: name, value}
    if (rule.open === 'all') {
      // The schema of 1.2 allows any attribute here; one without a namespace is a mistake all the same.
      if (!name.includes(':')) fault('attribute-unknown', node, args, 'warning')
      continue
    }
    const module = MODULE_ATTRIBUTES.get(name)
    if (module ? !module.on.test(node.name) : !isAllowed(name, node, rule)) {
      // Where attributes of others may stand, a schema does not see those of another module.
      const isHarmless = module && rule.open === 'any' && prefixOf(name) !== prefixOf(node.name)
      fault('attribute-misplaced', node, args, isHarmless ? 'warning' : 'error')
    } else if (module && !module.pattern.test(value)) fault('attribute-value', node, args)
  }
}

const IDS: Readonly<
  Record<string, 'id-not-nmtoken' | 'language-not-well-formed' | 'value-not-user-defined'>
> = {
  id: 'id-not-nmtoken',
  language: 'language-not-well-formed',
  languageOrNone: 'language-not-well-formed',
  user: 'value-not-user-defined'
}

/**
 * Attributes of other namespaces, XML's too, may stand where extensions may. So may those of ITS, but on the root only
 * its version. Those of schemas may stand everywhere.
 */
function isAllowed(name: string, node: Node, {open}: Rule): boolean {
  if (name.startsWith('xsi:')) return true
  if (name.startsWith('its:')) return open === 'any' && (node.name !== 'xliff' || name === 'its:version')
  return /^(?:~|xml:)/.test(name) && open === 'any'
}

const known = new Map<Rule, Map<string, {type: string; required: boolean}>>()

function typesOf(rule: Rule): Map<string, {type: string; required: boolean}> {
  const types =
    known.get(rule) ??
    new Map(
      rule.attributes
        .split(' ')
        .filter((entry) => entry !== '')
        .map((entry) => {
          const [, name, mark, type] = /^(.*?)(!?):([^:]*)$/.exec(entry)!
          return [name!, {type: type!, required: mark === '!'}]
        })
    )
  known.set(rule, types)
  return types
}
