/**
 * The part of the schema of SARIF 2.1.0 (OASIS, errata 01) that our logs use, written by hand: the name of a shape to
 * its properties, `!` after those that must be there. The schema allows no other property, but in a bag.
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  log: {$schema: isUri, 'version!': oneOf('2.1.0'), 'runs!': listOf('run')},
  run: {
    'tool!': 'tool',
    columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
    results: listOf('result')
  },
  tool: {'driver!': 'toolComponent'},
  toolComponent: {
    'name!': isText,
    version: isText,
    semanticVersion: isText,
    rules: listOf('reportingDescriptor')
  },
  reportingDescriptor: {
    'id!': isText,
    shortDescription: 'multiformatMessageString',
    defaultConfiguration: 'reportingConfiguration',
    help: 'multiformatMessageString'
  },
  reportingConfiguration: {level: oneOf('none', 'note', 'warning', 'error')},
  multiformatMessageString: {'text!': isText},
  message: {'text!': isText},
  result: {
    'message!': 'message',
    ruleId: isText,
    ruleIndex: atLeast(-1),
    level: oneOf('none', 'note', 'warning', 'error'),
    locations: listOf('location'),
    relatedLocations: listOf('location'),
    partialFingerprints: isTexts,
    suppressions: listOf('suppression'),
    properties: isObject
  },
  location: {id: atLeast(-1), physicalLocation: 'physicalLocation'},
  // One of `address` and `artifactLocation` must be there; we give the latter.
  physicalLocation: {'artifactLocation!': 'artifactLocation', region: 'region'},
  artifactLocation: {uri: isUri, uriBaseId: isText},
  region: {startLine: atLeast(1), startColumn: atLeast(1)},
  suppression: {
    'kind!': oneOf('inSource', 'external'),
    status: oneOf('accepted', 'underReview', 'rejected')
  }
}

/** What a property must be: a shape by its name, a list of such, or a test. */
type Rule = string | {readonly listOf: string} | ((value: unknown) => boolean)

function listOf(shape: string): Rule {
  return {listOf: shape}
}

function oneOf(...values: ReadonlyArray<string>): Rule {
  return (value) => values.includes(value as string)
}

function atLeast(least: number): Rule {
  return (value) => Number.isInteger(value) && (value as number) >= least
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isUri(value: unknown): boolean {
  return typeof value === 'string' && /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*$/i.test(value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isText)
}

/** Where a log is not of the shape that the schema asks for: `log.runs[0].tool: missing`. */
export function misshapen(value: unknown, shape = 'log', at = shape): string[] {
  if (!isObject(value)) return [`${at}: no object`]
  const rules = new Map(
    Object.entries(SHAPES[shape]!).map(([name, rule]) => [name.replace('!', ''), rule] as const)
  )
  const missing = Object.keys(SHAPES[shape]!)
    .filter((name) => name.endsWith('!') && !Object.hasOwn(value, name.slice(0, -1)))
    .map((name) => `${at}.${name.slice(0, -1)}: missing`)
  const wrong = Object.entries(value).flatMap(([name, its]: [string, unknown]) => {
    const rule = rules.get(name)
    return rule === undefined ? [`${at}.${name}: unknown`] : broken(its, rule, `${at}.${name}`)
  })
  return [...missing, ...wrong]
}

function broken(value: unknown, rule: Rule, at: string): string[] {
  if (typeof rule === 'string') return misshapen(value, rule, at)
  if (typeof rule === 'function') return rule(value) ? [] : [`${at}: ${JSON.stringify(value)}`]
  if (!Array.isArray(value)) return [`${at}: no list`]
  return value.flatMap((item, index) => misshapen(item, rule.listOf, `${at}[${index}]`))
}
