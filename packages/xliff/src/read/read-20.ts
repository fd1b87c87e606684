import {excerptOf} from '@passerelle/model'
import {blockOf} from '../words/kinds.ts'
import {type Metadata, metadataIn} from '../words/metadata.ts'
import {printedIn} from '../words/printed.ts'
import {isNewer} from '../words/record-format.ts'
import {REMOVED} from '../words/unit-ids.ts'
import type {Report} from '../xml/report.ts'
import {unspell} from '../xml/escape.ts'
import {childOf, type Element} from '../xml/parse.ts'
import {type Notes, notesIn} from './comments.ts'
import {type Draft, nextId, type UnitContext, type UnitHead} from './draft.ts'
import {readPairs} from './segments-20.ts'

/** Read metadata in a `<file>` or around it. Our own entry says that a file is a record. */
export function readFileMetadata(element: Element, draft: Draft, report: Report): void {
  const {ours, others} = metadataIn(element)
  const [format] = ours.get('record') ?? []
  if (format !== undefined) {
    draft.record = true
    if (isNewer(format)) report('record-newer', 'error', {format}, {offset: element.start})
  }
  draft.skeleton ??= ours.get('skeleton')?.[0]
  draft.printed ??= printedIn(ours)
  draft.metadata.push(...others)
}

/** Read a `<unit>`: its segments, and the white space between them. */
export function readUnit(element: Element, context: UnitContext): void {
  const {draft} = context
  const written = element.attributes['id'] ?? ''
  const removed = draft.record && written.startsWith(REMOVED)
  const id = draft.record ? written.slice(removed ? REMOVED.length : 0).replace(/\.\.\d+$/, '') : written
  const plain = removed ? `${REMOVED}${id}` : id
  const isTwin = draft.units.has(plain)
  const key = isTwin ? nextId(draft, plain) : plain
  const metadata = metadataIn(childOf(element, 'metadata'))
  const notes = notesIn(childOf(element, 'notes') ?? element, metadata.ours.get('exported:note'))
  const unit = describe(element, draft.record ? id : key, metadata, draft, notes)
  const inside = {...context, containers: [...context.containers, element]}
  const {pairs, facts} = readPairs(element, unit.id, {ours: metadata.ours, notes}, inside)
  if (isTwin && !draft.record && id !== '') {
    const text = excerptOf(pairs[0]?.source ?? [])
    context.report('unit-duplicate', 'warning', {text}, {offset: element.start, unit: id})
  }
  draft.units.set(key, {unit: {...unit, pairs}, offset: element.start, pairs, facts, removed})
}

function describe(
  element: Element,
  id: string,
  {ours, others}: Metadata,
  draft: Draft,
  {author}: Notes
): UnitHead {
  const {name, type} = element.attributes
  const limit = element.attributes['slr:sizeRestriction']
  const built = ours.get('built')?.[0]
  return {
    id,
    kind: blockOf(type) ?? 'paragraph',
    ...(draft.record && name !== undefined && {key: unspell(name)}),
    trail: ours.get('trail') ?? [],
    ...(author.length > 0 && {note: author.join('\n')}),
    ...(/^\d+$/.test(limit ?? '') && {maxLength: Number(limit)}),
    ...(others.length > 0 && {metadata: others}),
    ...(built !== undefined && {built})
  }
}
