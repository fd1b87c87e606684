import type {Content, Document} from '@passerelle/model'
import fc from 'fast-check'

const piece = fc.constantFrom(
  'Read ',
  'the treaty',
  ' été ',
  'd’accord',
  '{{count}}',
  '{{ name }}',
  '{{- raw}}',
  '{{value, number(minimumFractionDigits: 2)}}',
  '$t(common.ok)',
  '$t(files, {"count": {{count}} })',
  '<0>',
  '</0>',
  '<strong>',
  '</strong>',
  '<br/>',
  '<a href="{{url}}">',
  '</a>',
  '"',
  '\\',
  '\n',
  '\u0007',
  '\uD83D',
  '🎈',
  '<',
  '{',
  '}}',
  '12'
)

/** A value as authors write them, with codes that do not always balance. */
const value: fc.Arbitrary<string> = fc.array(piece, {maxLength: 7}).map((pieces) => pieces.join(''))

const key = fc.constantFrom('title', 'a.b', 'été', 'back\\slash', 'quo"te', '0', '__proto__', 'none_male')

const forms: fc.Arbitrary<string> = fc.constantFrom('item', 'item_male', 'place_ordinal')

/** Entries of one message, or one value, or an object: flattened into their object. */
function entries(depth: number): fc.Arbitrary<ReadonlyArray<readonly [string, unknown]>> {
  const leaf = fc.oneof(value, fc.constantFrom(1.5, true, null), fc.array(value, {maxLength: 3}))
  const node: fc.Arbitrary<unknown> = depth === 0 ? leaf : fc.oneof(leaf, object(depth - 1))
  return fc.oneof(
    fc.tuple(key, node).map((entry) => [entry]),
    fc
      .tuple(forms, fc.subarray(['zero', 'one', 'two', 'few', 'many'], {minLength: 1}), value, fc.boolean())
      .map(([base, suffixes, text, last]) => {
        const all = last ? [...suffixes, 'other'] : ['other', ...suffixes]
        return all.map((suffix) => [`${base}_${suffix}`, `${text} ${suffix}`] as const)
      })
  )
}

function object(depth: number): fc.Arbitrary<unknown> {
  return fc
    .array(entries(depth), {maxLength: 4})
    .map((all) => Object.fromEntries(new Map(all.flat())) as unknown)
}

/** A whole file: any indentation, either line end, with or without a byte order mark or final newline. */
export const file: fc.Arbitrary<string> = fc
  .record({
    value: object(2),
    indent: fc.constantFrom('', '  ', '\t', '    '),
    mark: fc.constantFrom('', '\uFEFF'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    final: fc.constantFrom('', '\n', '\n\n'),
    ascii: fc.boolean()
  })
  .map(({value: root, indent, mark, lineEnd, final, ascii}) => {
    const printed = JSON.stringify(root, undefined, indent)
    const text = ascii ? printed.replace(/[^\0-\x7F]/g, escaped) : printed
    return mark + (text + final).replaceAll('\n', lineEnd)
  })

function escaped(character: string): string {
  return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0')
}

/** Text that means something to JSON, to i18next or to nobody. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({unit: 'binary', maxLength: 6}),
  fc.constantFrom(
    '"',
    '\\',
    '\\u0041',
    '\u0000',
    '\uDC00',
    '{{',
    '}}',
    '{',
    '{{x}}',
    '$t(',
    ')',
    '$t(a)',
    '<0>',
    '</0>',
    '<',
    '>',
    '\u2028',
    ' mot '
  )
)

/** What a translator may give back: the codes in any order, some twice or gone, between any text. */
export function targetOf(source: Content): fc.Arbitrary<Content> {
  const codes = source.filter((part) => typeof part !== 'string')
  const part = codes.length === 0 ? hostile : fc.oneof(hostile, fc.constantFrom(...codes))
  return fc.oneof(
    fc.array(part, {maxLength: 6}),
    fc
      .array(hostile, {minLength: source.length, maxLength: source.length})
      .map((texts) => source.map((it, index) => (typeof it === 'string' ? texts[index]! : it)))
  )
}

/** Targets for all blocks of a document, some missing. */
export function targetsFor(document: Document): fc.Arbitrary<(Content | undefined)[]> {
  return fc.tuple(
    ...document.blocks.map(({content}) => fc.option(targetOf(content), {nil: undefined, freq: 4}))
  )
}
