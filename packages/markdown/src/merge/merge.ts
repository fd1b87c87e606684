import {
  type Block,
  type Content,
  type Diagnostic,
  type Document,
  codesOf,
  isBalanced,
  sameContent,
  textOf
} from '@passerelle/model'
import {type Analysis, analyse, isBlock} from '../read/analyse.ts'
import {alignTables} from './align-tables.ts'
import {type Assembly, type Choice, assemble} from './assemble.ts'
import {type MarkdownOptions, type Settings, resolve} from '../sites/options.ts'
import {recall} from '../read/remembered.ts'
import {type Proof, type Reason, prove} from './prove.ts'

/** A localized document, and what could not be put into it. */
export interface Merge {
  readonly text: string
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Indexes of blocks that kept their source because their target could not be proved. */
  readonly quarantined: ReadonlySet<number>
}

/**
 * Put targets in place of the blocks of a document, and prove the result by reading it again.
 *
 * Each target is escaped for the slot it lands in. If the proof fails, the unit at fault is armoured: everything in it
 * that could be markup is escaped. If that fails too, it is quarantined: it keeps its source, with a diagnostic
 * `unit-quarantined`.
 *
 * @param targets
 *   One per block; `undefined`, or content equal to the source's, keeps the source's bytes.
 */
export function merge(
  document: Document,
  targets: ReadonlyArray<Content | undefined>,
  options?: MarkdownOptions
): Merge {
  const settings = resolve(options, document.path)
  const changed = new Map<number, Content>()
  for (const [index, block] of document.blocks.entries()) {
    const target = targets[index]
    if (target && !isUnchanged(block.content, target)) changed.set(index, target)
  }
  if (changed.size === 0) return {text: document.text, diagnostics: [], quarantined: new Set()}

  const analysis = recall(document, options) ?? analyse(document.text, document.path, settings)
  const slots = [...analysis.slots.keys()].filter((index) => isBlock(analysis.slots[index]!))
  const quarantine = new Map<number, Reason>()
  const choices = new Map<number, Choice>()
  for (const [index, content] of changed) {
    const slot = slots[index]
    if (slot === undefined) continue
    if (isBalanced(content)) choices.set(slot, {content, manner: 'pretty'})
    else quarantine.set(slot, 'unbalanced')
  }

  const settled = settle(analysis, choices, quarantine, document.path, settings)
  const text = settled ? withTablesAligned(analysis, settled, document.path, settings) : document.text
  const blocks = new Map(slots.map((slot, index) => [slot, index]))
  const lost = [...quarantine].map(([slot, reason]) => ({index: blocks.get(slot) ?? 0, reason}))
  lost.sort((a, b) => a.index - b.index)
  return {
    text,
    diagnostics: lost.map(({index, reason}) =>
      report(document.blocks[index]!, changed.get(index) ?? [], reason, document.path)
    ),
    quarantined: new Set(lost.map(({index}) => index))
  }
}

/** Whether a target equals its source, so that the source's bytes can stay. */
function isUnchanged(source: Content, target: Content): boolean {
  if (!sameContent(source, target)) return false
  const raws = codesOf(target).map(({raw}) => raw)
  return codesOf(source).every(({raw}, index) => raw === raws[index])
}

interface Attempt extends Assembly, Proof {}

/** A proved result with its tables aligned as in the source, if that is proved to say the same. */
function withTablesAligned(source: Analysis, result: Attempt, path: string, settings: Settings): string {
  if (result.tables.length === 0) return result.text
  const text = alignTables(source, result)
  if (text === result.text) return text
  const expected = result.expected.map(({content, slot}) => ({slot, content}))
  const {faults} = prove(source, {text, expected}, path, settings)
  return faults.length === 0 ? text : result.text
}

/**
 * Armour and quarantine units until the result is proved.
 *
 * @returns
 *   `undefined` if even the unchanged source is not read as itself, so that nothing can be put into it.
 */
function settle(
  analysis: Analysis,
  choices: Map<number, Choice>,
  quarantine: Map<number, Reason>,
  path: string,
  settings: Settings
): Attempt | undefined {
  const attempt = (some: ReadonlyMap<number, Choice>): Attempt => {
    const assembly = assemble(analysis, some, settings)
    return {...assembly, ...prove(analysis, assembly, path, settings)}
  }
  for (;;) {
    const result = attempt(choices)
    const {expected, faults} = result
    if (faults.length === 0) return result
    const known = faults.map(({at, reason}) => ({slot: expected[at]?.slot ?? -1, reason}))
    const certain = known.filter(({slot, reason}) => reason !== 'structure' && choices.has(slot))
    if (certain.length > 0) for (const {slot, reason} of certain) escalate(slot, reason, choices, quarantine)
    else {
      const slot = firstAtFault(choices, (some) => attempt(some).faults.length > 0)
      if (slot === undefined) return undefined
      escalate(slot, faults[0]?.reason ?? 'structure', choices, quarantine)
    }
  }
}

/**
 * The first slot that breaks the proof: the result is proved with all slots before it, and not with it.
 *
 * The place of the first difference does not tell: a text that breaks out of its slot changes what is read after it.
 */
function firstAtFault(
  choices: ReadonlyMap<number, Choice>,
  fails: (some: ReadonlyMap<number, Choice>) => boolean
): number | undefined {
  const ordered = [...choices].sort(([a], [b]) => a - b)
  let proved = 0
  let failed = ordered.length
  while (failed - proved > 1) {
    const middle = (proved + failed) >> 1
    if (fails(new Map(ordered.slice(0, middle)))) failed = middle
    else proved = middle
  }
  return ordered[failed - 1]?.[0]
}

function escalate(
  slot: number,
  reason: Reason,
  choices: Map<number, Choice>,
  quarantine: Map<number, Reason>
): void {
  const choice = choices.get(slot)
  if (!choice) return
  if (choice.manner === 'pretty') choices.set(slot, {...choice, manner: 'armoured'})
  else {
    choices.delete(slot)
    quarantine.set(slot, reason)
  }
}

function report({place}: Block, target: Content, reason: Reason, path: string): Diagnostic {
  const {line, column} = place
  return {id: 'unit-quarantined', level: 'error', path, line, column, args: {text: textOf(target), reason}}
}
