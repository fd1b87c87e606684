import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {evaluateXPathToBoolean, evaluateXPathToNodes} from 'fontoxpath'
import {type Element, type Node, parseXmlDocument} from 'slimdom'
import {DATA, hasData} from './validate-xml.ts'

const FOLDER = join(DATA, 'xsd/2.1')
const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron'

interface Rule {
  readonly context: string
  readonly lets: ReadonlyArray<readonly [name: string, value: string]>
  /** What must hold, and what must not. */
  readonly tests: ReadonlyArray<{readonly test: string; readonly holds: boolean; readonly says: string}>
}

interface Schema {
  readonly namespaces: ReadonlyMap<string, string>
  /** Of the rules of a pattern the first that is for a node is used. */
  readonly patterns: ReadonlyArray<ReadonlyArray<Rule>>
}

/** The Schematron rules of OASIS for XLIFF 2.1: core and modules; without those that warn. */
const schemas: ReadonlyArray<Schema> = hasData
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sch'))
      .map((name) => schemaOf(readFileSync(join(FOLDER, name), 'utf8')))
  : []

function schemaOf(text: string): Schema {
  const plain = text
    .replace(/<\?xml[^]*?\?>\s*/, '')
    .replace(/<!DOCTYPE[^]*?\]>/, '')
    .replaceAll(/&(?!(?:lt|gt|amp|quot|apos);)[\w-]+;/g, '')
  const root = parseXmlDocument(plain).documentElement!
  const named = (parent: Element, name: string): Element[] => [
    ...parent.getElementsByTagNameNS(SCHEMATRON, name)
  ]
  const ruleOf = (rule: Element): Rule => ({
    context: xpath(rule, 'context'),
    lets: named(rule, 'let').map((each) => [each.getAttribute('name')!, xpath(each, 'value')]),
    tests: ['assert', 'report'].flatMap((kind) =>
      named(rule, kind).map((each) => ({
        test: xpath(each, 'test'),
        holds: kind === 'assert',
        says: (each.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
      }))
    )
  })
  return {
    namespaces: new Map(
      named(root, 'ns').map((each) => [each.getAttribute('prefix')!, each.getAttribute('uri')!])
    ),
    patterns: named(root, 'pattern').map((pattern) =>
      named(pattern, 'rule')
        .filter((rule) => rule.getAttribute('role') !== 'warn')
        .map(ruleOf)
    )
  }
}

/** An expression of XSLT, whose `current()` is the node that a rule is for. */
function xpath(element: Element, attribute: string): string {
  return element.getAttribute(attribute)!.replaceAll('current()', '$current').replaceAll('@ ', '@')
}

/** What the Schematron rules have against a file; empty when they have nothing. */
export function schematronErrors(xml: string): string[] {
  const document = parseXmlDocument(xml.replace(/^<\?xml[^]*?\?>\s*/, ''))
  return schemas.flatMap(({namespaces, patterns}) => {
    const options = {namespaceResolver: (prefix: string) => namespaces.get(prefix) ?? null}
    return patterns.flatMap((rules) => {
      const met = new Set<Node>()
      return rules.flatMap(({context, lets, tests}) => {
        const nodes = evaluateXPathToNodes<Node>(`//(${context})`, document, null, {}, options)
        const own = nodes.filter((node) => !met.has(node))
        for (const node of own) met.add(node)
        return own.flatMap((current) => {
          const scope = (expression: string): string =>
            lets.reduceRight(
              (inner, [name, value]) => `let $${name} := (${value}) return ${inner}`,
              `(${expression})`
            )
          const isBroken = ({test, holds}: (typeof tests)[number]): boolean => {
            try {
              return evaluateXPathToBoolean(scope(test), current, null, {current}, options) !== holds
            } catch {
              // A value that a rule cannot calculate with is not of its type.
              return true
            }
          }
          return tests.filter(isBroken).map(({says}) => says)
        })
      })
    })
  })
}
