import type {MetaEntry, MetaGroup} from '@passerelle/model'
import {escapeText, unspell} from '../xml/escape.ts'
import {childrenOf, type Element, textIn} from '../xml/parse.ts'
import type {Printer} from '../xml/printer.ts'

/** Category of our groups of metadata. */
const CATEGORY = 'passerelle'

/** Metadata of a file or unit: ours, and that of tools. */
export interface Metadata {
  /** Entries in our category, by type. */
  readonly ours: ReadonlyMap<string, ReadonlyArray<string>>
  /** What tools have noted for themselves. */
  readonly others: ReadonlyArray<MetaGroup>
}

const NONE: Metadata = {ours: new Map(), others: []}

/** Read `<mda:metadata>` (XLIFF 2, metadata module). */
export function metadataIn(element: Element | undefined): Metadata {
  if (!element) return NONE
  const ours = new Map<string, string[]>()
  const others: MetaGroup[] = []
  for (const group of childrenOf(element, 'metaGroup')) {
    if (group.attributes['category'] === CATEGORY) noteOurs(group, ours)
    else others.push(...groupsOf(group))
  }
  return {ours, others}
}

function noteOurs(group: Element, ours: Map<string, string[]>): void {
  for (const {type, value} of childrenOf(group, 'meta').map(entryOf)) {
    const known = ours.get(type)
    if (known) known.push(value)
    else ours.set(type, [value])
  }
}

/** A group with the groups inside it; empty groups are left out. */
function groupsOf(element: Element): MetaGroup[] {
  const {id, category, appliesTo} = element.attributes
  const entries = element.children.flatMap((child): ReadonlyArray<MetaEntry | MetaGroup> => {
    if (typeof child === 'string') return []
    if (child.name === 'metaGroup') return groupsOf(child)
    return child.name === 'meta' ? [entryOf(child)] : []
  })
  if (entries.length === 0) return []
  return [
    {
      ...(NMTOKEN.test(id ?? '') && {id: id!}),
      ...(category !== undefined && {category: unspell(category)}),
      ...((appliesTo === 'source' || appliesTo === 'target' || appliesTo === 'ignorable') && {appliesTo}),
      entries
    }
  ]
}

const NMTOKEN = /^[\w.:-]+$/

function entryOf(element: Element): MetaEntry {
  return {type: unspell(element.attributes['type'] ?? ''), value: unspell(textIn(element))}
}

/** Groups of properties (XLIFF 1.2, `<prop-group>`: deprecated, and written by tools nevertheless). */
export function propertiesOf(elements: ReadonlyArray<Element>): MetaGroup[] {
  return elements.flatMap((element) => childrenOf(element, 'prop-group')).flatMap(propertiesIn)
}

function propertiesIn(group: Element): MetaGroup[] {
  const {name} = group.attributes
  const entries = childrenOf(group, 'prop').map((prop) => ({
    type: unspell(prop.attributes['prop-type'] ?? ''),
    value: unspell(textIn(prop))
  }))
  return entries.length === 0 ? [] : [{...(name !== undefined && {category: unspell(name)}), entries}]
}

/** Write metadata: ours, where entries have a value, and what tools have noted. */
export function writeMetadata(
  printer: Printer,
  entries: ReadonlyArray<readonly [type: string, value: string | undefined]>,
  others: ReadonlyArray<MetaGroup> = []
): void {
  const ours = entries.flatMap(([type, value]): MetaEntry[] => (value === undefined ? [] : [{type, value}]))
  if (ours.length === 0 && others.length === 0) return
  const ids = new Set<string>()
  printer.block('mda:metadata', [], () => {
    if (ours.length > 0) writeGroup(printer, {category: CATEGORY, entries: ours}, ids)
    for (const group of others) writeGroup(printer, group, ids)
  })
}

/** @param ids Ids that are taken: a group of a second tool may have the same id, and is written without one. */
function writeGroup(printer: Printer, {id, category, appliesTo, entries}: MetaGroup, ids: Set<string>): void {
  const isFree = id !== undefined && !ids.has(id)
  if (isFree) ids.add(id)
  printer.block(
    'mda:metaGroup',
    [
      ['id', isFree ? id : undefined],
      ['category', category],
      ['appliesTo', appliesTo]
    ],
    () => {
      for (const entry of entries) {
        if ('entries' in entry) writeGroup(printer, entry, ids)
        else printer.line('mda:meta', [['type', entry.type]], escapeText(entry.value))
      }
    }
  )
}
