import {type Block, isTranslatable} from '@passerelle/model'
import {extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {type PlaceCase, components, open, places, replaceText, shown, spans, values} from './places.ts'
import {payloads} from './payloads.ts'

// What a translator typed is what a reader sees, wherever it stands, and nothing around it changes.
describe('typed text is exact, and quarantined never', () => {
  it.each([...places, ...spans, ...values, ...components])('in a $name', (place) => {
    const texts = payloads.flatMap((text) => [text, `${text} a`, `a ${text}`, `a${text}a`])
    const opened = open(place)
    expect(texts.flatMap((text) => problem(place, opened, text))).toEqual([])
  })
})

/** What goes wrong when a text is put into a place. */
function problem(
  place: PlaceCase,
  {document, index, block}: ReturnType<typeof open>,
  text: string
): string[] {
  const target = replaceText(block.content, place.text, text)
  const targets = document.blocks.map((_, at) => (at === index ? target : undefined))
  const merged = merge(document, targets)
  const said = `${JSON.stringify(text)} in ${JSON.stringify(merged.text)}`
  if (merged.quarantined.size > 0) return [`quarantined: ${said}`]
  if (!isTranslatable(text) || isPlaceholder(block, text)) return []

  const {blocks} = extract(merged.text, document.path).document
  const wanted = document.blocks.map((one, at) => shown(at === index ? {...one, content: target} : one))
  return JSON.stringify(blocks.map(shown)) === JSON.stringify(wanted) ? [] : [`not exact: ${said}`]
}

/** In a scalar, a text that is an address or a placeholder as a whole leaves nothing to translate. */
function isPlaceholder({kind}: Block, text: string): boolean {
  return kind === 'front-matter' && /^[[<(]?(?:\w+:)?(?:\S+@|www\.|\w+:\/\/|[{$]).*$/.test(text)
}
