import {type Content, type Diagnostic, type Document, textOf} from '@passerelle/model'
import type {CatalogOptions} from './options.ts'
import type {StringPlan} from './plan.ts'
import {print} from './print.ts'
import {meaningOf, type Refusal, sameMeaning, valueOf} from './prove.ts'
import {read} from './read.ts'

/** A localized catalog. */
export interface Merge {
  readonly text: string
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /** Indexes of the blocks whose target could not be proved; they have their source's text. */
  readonly quarantined: ReadonlySet<number>
}

/**
 * Put targets into a catalog.
 *
 * Only what changes is printed: with no targets, for a locale with the plural forms of the source, the result is
 * the source byte for byte. A derived form without a target has the source's `_other`, so that it is found.
 *
 * The result is proved: it means what was meant, and each value shows i18next the codes of its target and no
 * other. A target that cannot be proved is quarantined alone: `unit-quarantined` (error, args `key`, `text`,
 * `reason`: `code-invented`, `code-broken`, `target-empty` or `not-json`).
 *
 * @param document
 *   As `extract` gave it, with the same options.
 * @param targets
 *   One per block; undefined keeps the source's value.
 * @throws {RangeError}
 *   When targets or options do not belong to the document.
 */
export function merge(
  document: Document,
  targets: ReadonlyArray<Content | undefined>,
  options: CatalogOptions
): Merge {
  const {plan, strings} = read(document.text, document.path, options)
  if (strings.length !== document.blocks.length || targets.length !== strings.length) {
    throw new RangeError(`${targets.length} targets for ${strings.length} blocks of ${document.path}`)
  }
  const nothing = {text: document.text, diagnostics: [], quarantined: new Set<number>()}
  if (!plan) return nothing

  const values = new Map<StringPlan, string>()
  const refusals = new Map<number, Refusal>()
  for (const [index, target] of targets.entries()) {
    if (!target) continue
    const proof = valueOf(target, document.blocks[index]!.content)
    if ('reason' in proof) refusals.set(index, proof)
    else values.set(strings[index]!, proof.value)
  }

  let text = print(document.text, plan, values)
  if (!sameMeaning(text, meaningOf(document.text, plan, values))) {
    // No input is known to lead here; if one does, no target of this file is to be trusted.
    for (const [index, target] of targets.entries()) {
      if (target && !refusals.has(index)) refusals.set(index, {reason: 'not-json', text: textOf(target)})
    }
    text = print(document.text, plan, new Map())
  }
  return {
    text,
    diagnostics: Array.from(refusals, ([index, refusal]) => report(document, index, refusal)),
    quarantined: new Set(refusals.keys())
  }
}

function report({path, blocks}: Document, index: number, {reason, text}: Refusal): Diagnostic {
  const {key = '', place} = blocks[index]!
  const {line, column} = place
  return {id: 'unit-quarantined', level: 'error', path, line, column, unit: key, args: {key, text, reason}}
}
