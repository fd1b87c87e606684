import type {JsonObject} from './json.ts'
import {type ArrayPlan, living, type Member, type ObjectPlan, type Plan, type StringPlan} from './plan.ts'

/** How a file writes its strings. */
interface Style {
  /** Everything outside ASCII is written as an escape. */
  readonly ascii: boolean
  readonly upper: boolean
  /** `/` is written `\/`. */
  readonly slash: boolean
}

/** New values for strings of a plan; a string that is not in it keeps its value, as written. */
export type Values = ReadonlyMap<StringPlan, string>

/**
 * Print the target's file.
 *
 * Whatever the plan does not change is copied from the source's file, character for character; new entries take
 * the indentation and separators of their siblings.
 */
export function print(text: string, plan: Plan, values: Values): string {
  const {start, end} = 'node' in plan ? plan.node : plan
  const style = styleOf(text)
  const body = printNode(plan)
  return text.slice(0, start) + body + text.slice(end)

  function printNode(node: Plan): string {
    if (node.type === 'string') return printString(node)
    if (node.type === 'array') return printArray(node)
    if (node.type === 'object') return printObject(node)
    return text.slice(node.start, node.end)
  }

  function printString(string: StringPlan): string {
    const value = values.get(string)
    if (value === undefined || value === string.node.value)
      return text.slice(string.node.start, string.node.end)
    return `"${encode(value, style)}"`
  }

  function printArray({node, items}: ArrayPlan): string {
    let result = ''
    let offset = node.start
    for (const [index, item] of items.entries()) {
      const origin = node.items[index]!
      result += text.slice(offset, origin.start) + printNode(item)
      offset = origin.end
    }
    return result + text.slice(offset, node.end)
  }

  function printObject(object: ObjectPlan): string {
    const {node} = object
    const last = node.properties.at(-1)
    const gaps = gapsOf(text, object)
    const members = living(object)
    const entries = members.map((member, index) => (gaps[index] ?? '') + printMember(member))
    return `{${entries.join('')}${text.slice(last ? last.end : node.start + 1, node.end)}`
  }

  function printMember({key, origin, role, value}: Member): string {
    const name = role === 'derived' ? `"${encode(key, style)}"` : text.slice(origin.key.start, origin.key.end)
    return name + text.slice(origin.key.end, origin.value.start) + printNode(value)
  }
}

/** Encode a string's value, without the quotes. Lone surrogates and control characters become escapes. */
function encode(value: string, {ascii, upper, slash}: Style): string {
  let text = JSON.stringify(value).slice(1, -1)
  if (slash) text = text.replaceAll('/', String.raw`\/`)
  if (!ascii) return text
  return text.replace(/[^\0-\x7F]/g, (character) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0')
    return String.raw`\u` + (upper ? digits.toUpperCase() : digits)
  })
}

/** The file's own way of writing strings: escapes where it has nothing but ASCII and escapes of what is not. */
function styleOf(text: string): Style {
  const escapes = Array.from(text.matchAll(/\\(?:u([0-9a-fA-F]{4})|.)/gs), ({1: digits}) => digits ?? '')
  const beyond = escapes.filter((digits) => parseInt(digits, 16) > 0x7f)
  return {
    ascii: beyond.length > 0 && !/[^\0-\x7F]/.test(text.replace(/^\uFEFF/, '')),
    upper: beyond.some((digits) => /[A-F]/.test(digits)),
    slash: /(?<!\\)(?:\\\\)*\\\//.test(text)
  }
}

/**
 * What stands before each living member: white space before the first, a separator before the others.
 *
 * Whatever form now heads a message takes the separator of the form that did, so that a blank line between
 * messages stays. Within the message a new form takes the separator of its siblings, or the shortest of the object.
 */
function gapsOf(text: string, {node, members}: ObjectPlan): string[] {
  const own = node.properties.map(({start}, index) =>
    text.slice(index === 0 ? node.start + 1 : node.properties[index - 1]!.end, start)
  )
  const lead = own[0] ?? ''
  const plain = own.slice(1).sort((a, b) => a.length - b.length)[0] ?? `,${lead || afterColon(text, node)}`

  return runsOf(members).flatMap((run) => {
    const [first, second] = run.filter(({role}) => role !== 'derived')
    const inside = second ? own[second.index]! : plain
    return run
      .filter(({role}) => role !== 'dropped')
      .map((member, index) => {
        if (index === 0) return own[first!.index]!
        return member.role === 'derived' || member === first ? inside : own[member.index]!
      })
  })
}

/** An object on one line with a single entry shows by its colon whether its author writes spaces. */
function afterColon(text: string, {properties}: JsonObject): string {
  const [first] = properties
  return first ? (/:(\s*)$/.exec(text.slice(first.key.end, first.value.start))?.[1] ?? '') : ''
}

/** Neighbours of one message together, every other member alone. */
function runsOf(members: ReadonlyArray<Member>): Member[][] {
  const runs: Member[][] = []
  for (const member of members) {
    const run = runs.at(-1)
    if (run && member.group && run[0]?.group === member.group) run.push(member)
    else runs.push([member])
  }
  return runs
}
