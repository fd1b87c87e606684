import {type Bitext, codesOf, commented, type Content, type InlineCode, tidy} from '@passerelle/model'
import type {FlatCatalog, ReadFile, ReadPair} from '@passerelle/xliff'

/** A catalog as flat strings by key, with codes as the file writes them: the form that tools of i18next exchange. */
export function flatOf(bitext: Bitext): FlatCatalog {
  const source: Record<string, string> = {}
  const target: Record<string, string> = {}
  for (const unit of bitext.units) {
    const [pair] = unit.pairs
    if (unit.key === undefined || !pair) continue
    source[unit.key] = write(pair.source, pair.source)
    if (pair.target) target[unit.key] = write(pair.target, pair.source)
  }
  const {document, sourceLocale, targetLocale} = bitext
  return {namespace: document, sourceLocale, targetLocale, source, target}
}

/** A flat catalog that came back, as a hand-back for its record; unknown keys are left out. */
export function handbackOf(record: Bitext, flat: FlatCatalog, file: ReadFile): ReadFile {
  const comments = new Map(file.bitext.units.map(({id, pairs}) => [id, pairs[0]?.comments]))
  const units = record.units.flatMap((unit) => {
    const [pair] = unit.pairs
    const target = unit.key === undefined ? undefined : flat.target[unit.key]
    const said = comments.get(unit.key ?? '')
    if (!pair || (!target && !said)) return []
    const {target: _, subState: __, ...bare} = pair
    const translated = target ? {target: read(target, pair.source), state: 'translated' as const} : {}
    return [{...unit, pairs: [commented({...bare, candidates: [], ...translated}, said)]}]
  })
  const {version, place, tally} = file
  const bitext = {...file.bitext, units, removed: []}
  const said = new Map(
    file.pairs.flatMap((each) => (each.said === undefined ? [] : [[each.unit.id, each.said] as const]))
  )
  const pairs = units.flatMap((unit) =>
    unit.pairs.map((pair): ReadPair => ({
      unit,
      pair,
      offset: 0,
      unitOffset: 0,
      said: said.get(unit.key ?? '')
    }))
  )
  return {bitext, version, place, pairs, placeOf: () => place, tally}
}

/** Print codes like those of the source, for a target that was read from a record has no `raw`. */
function write(content: Content, source: Content): string {
  const raws = new Map(codesOf(source).map((code) => [`${code.type} ${code.id}`, code.raw]))
  return content
    .map((part) => (typeof part === 'string' ? part : (raws.get(`${part.type} ${part.id}`) ?? '')))
    .join('')
}

/**
 * Find the codes of the source in a string. If a code is written there more often than in the source, the others are
 * text.
 */
function read(text: string, source: Content): Content {
  const unused = codesOf(source)
  const raws = [...new Set(unused.map(({raw}) => raw))].filter(Boolean).sort((a, b) => b.length - a.length)
  if (raws.length === 0) return [text]
  const pattern = new RegExp(`(${raws.map((raw) => raw.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`)
  const parts = text.split(pattern).map((part): string | InlineCode => {
    const at = unused.findIndex(({raw}) => raw === part)
    return at < 0 ? part : unused.splice(at, 1)[0]!
  })
  return tidy(parts)
}
