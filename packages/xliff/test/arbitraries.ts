import type {
  Bitext,
  BlockKind,
  Candidate,
  CodeKind,
  Comment,
  Content,
  Doubt,
  DoubtKind,
  InlineCode,
  MetaGroup,
  Pair,
  State,
  Unit
} from '@passerelle/model'
import {DOUBTS} from '@passerelle/model'
import fc from 'fast-check'

const kind = fc.constantFrom<CodeKind>(
  'bold',
  'italic',
  'strike',
  'link',
  'image',
  'break',
  'code',
  'html',
  'placeholder',
  'footnote',
  'url',
  'other'
)

/** Any text, with what XML makes trouble of among it. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({unit: 'binary', minLength: 1, maxLength: 4}),
      fc.constantFrom(
        'peace treaty ',
        ' ',
        '\t',
        '\n',
        '\r',
        '\r\n',
        '&',
        '<b>',
        ']]>',
        '"',
        "'",
        '\u00A0',
        '\u202F!',
        '\u0000',
        '\u000B',
        '\uD800',
        '\uDC00',
        '\uFFFE',
        '\uFEFF',
        '\u0085',
        '\u2028',
        '\\u{0001}',
        '\\u{5C}',
        '<x id="99"/>',
        '<!--',
        '{{name}}',
        '👌'
      )
    ),
    {minLength: 1, maxLength: 4}
  )
  .map((parts) => parts.join(''))

/** Plain prose that no tool trips over. */
const prose = fc
  .array(fc.constantFrom('peace', 'treaty', 'état', 'Oslo', '700', '&', '<', '’'), {
    minLength: 1,
    maxLength: 5
  })
  .map((words) => words.join(' '))

interface Look {
  readonly kind: CodeKind
  readonly open: {readonly equiv?: string; readonly note?: string}
  readonly close: {readonly equiv?: string; readonly note?: string}
}

function look(word: fc.Arbitrary<string>): fc.Arbitrary<Look> {
  const side = fc.record({equiv: word, note: word}, {requiredKeys: []})
  return fc.record({kind, open: side, close: side})
}

type Tree = string | {readonly look: Look; readonly children: ReadonlyArray<Tree> | undefined}

const {tree} = fc.letrec<{tree: ReadonlyArray<Tree>}>((tie) => ({
  tree: fc.array(
    fc.oneof(
      {maxDepth: 3, depthSize: 'small'},
      text,
      fc.record({look: look(text), children: fc.constant(undefined)}),
      fc.record({look: look(text), children: tie('tree')})
    ),
    {maxLength: 4}
  )
}))

/** Balanced content, its codes numbered from 1. */
export const content: fc.Arbitrary<Content> = tree.map((parts) => tidy(flatten(parts, {last: 0})))

function flatten(parts: ReadonlyArray<Tree>, number: {last: number}): (string | InlineCode)[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [part]
    const id = String(++number.last)
    const {kind, open, close} = part.look
    if (!part.children) return [{type: 'standalone', id, kind, raw: '', ...open} as const]
    return [
      {type: 'open', id, kind, raw: '', ...open} as const,
      ...flatten(part.children, number),
      {type: 'close', id, kind, raw: '', ...close} as const
    ]
  })
}

function tidy(parts: ReadonlyArray<string | InlineCode>): Content {
  const result: (string | InlineCode)[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else result.push(part)
  }
  return result
}

/** Content that a tool or a translator damaged: codes lost, doubled, crossed, invented. */
export const damaged: fc.Arbitrary<Content> = fc
  .array(
    fc.oneof(
      text,
      fc
        .record({
          type: fc.constantFrom<InlineCode['type']>('open', 'close', 'standalone'),
          id: fc.constantFrom('1', '2', 's1', 's1_1', 'a/b', 'x.y', 'é', '1..2', 'c.1', ''),
          kind,
          side: fc.record({equiv: text, note: text}, {requiredKeys: []})
        })
        .map(({side, ...code}) => ({...code, raw: '', ...side}))
    ),
    {maxLength: 6}
  )
  .map(tidy)

const state = fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final')

/** How far a translation is: sub-states are those of tools, and what 1.2 says besides. */
const standing: fc.Arbitrary<Pick<Pair, 'state' | 'subState'>> = fc.oneof(
  {weight: 3, arbitrary: fc.record({state})},
  fc.record({state, subState: fc.constantFrom('my:own', 'é.x:80%')}),
  fc.constantFrom<Pick<Pair, 'state' | 'subState'>>(
    {state: 'translated', subState: 'pas:needs-review-translation'},
    {state: 'reviewed', subState: 'pas:,leveraged-mt'},
    {state: 'reviewed', subState: 'pas:x-edited,x-a%3Ab'},
    {state: 'translated', subState: 'pas:,,approved'}
  )
)

/** What translators say; no two alike. */
const comments: fc.Arbitrary<Comment[]> = fc.uniqueArray(
  fc.record(
    {
      text: text.map((words) => words.trim()).filter(Boolean),
      category: fc.constantFrom('query', 'a & b'),
      priority: fc.integer({min: 1, max: 10})
    },
    {requiredKeys: ['text']}
  ),
  {minLength: 1, maxLength: 3, selector: (comment) => comment.text.replace(/\s+/g, ' ')}
)

const says = (parts: Content): boolean => parts.some((part) => typeof part !== 'string' || part.trim() !== '')

/** What of a translation is in doubt: at most one of each kind, in their order. */
const doubts: fc.Arbitrary<Doubt[]> = fc
  .subarray(Object.keys(DOUBTS) as DoubtKind[], {minLength: 1})
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map((kind) =>
        fc.option(text, {nil: undefined}).map((detail) => ({kind, ...(detail && {detail})}))
      )
    )
  )

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    kind: fc.constantFrom<Candidate['kind']>(
      'previous',
      'superseded',
      'rejected',
      'disputed',
      'declined',
      'exact',
      'ice',
      'fuzzy',
      'machine',
      'assembled',
      'term'
    ),
    source: fc.oneof(content, damaged),
    target: fc.oneof(content, damaged),
    score: fc.option(fc.nat(100), {nil: undefined}),
    origin: fc.option(text, {nil: undefined})
  })
  .map(({score, origin, ...rest}) => ({
    ...rest,
    ...(score !== undefined && {score}),
    ...(origin !== undefined && {origin})
  }))

/** What tools note for themselves. */
const metadata: fc.Arbitrary<MetaGroup[]> = fc.letrec<{groups: MetaGroup[]}>((tie) => ({
  groups: fc.array(
    fc.record(
      {
        category: text,
        appliesTo: fc.constantFrom<NonNullable<MetaGroup['appliesTo']>>('source', 'target', 'ignorable'),
        entries: fc
          .tuple(
            fc.array(fc.record({type: text, value: text}), {minLength: 1, maxLength: 3}),
            fc.oneof({maxDepth: 2}, fc.constant([]), tie('groups'))
          )
          .map(([entries, groups]) => [...entries, ...groups])
      },
      {requiredKeys: ['entries']}
    ),
    {minLength: 1, maxLength: 2}
  )
})).groups

/** Whether targets stand in another order than their sources; only where all are there can they. */
function isReordered(order: number[] | null, list: ReadonlyArray<{target: unknown}>): order is number[] {
  return order !== null && list.every(({target}) => target) && order.some((place, index) => place !== index)
}

function pairs(target: fc.Arbitrary<Content>, candidates: fc.Arbitrary<Candidate[]>): fc.Arbitrary<Pair[]> {
  return fc
    .array(
      fc.record({
        source: content.filter(says),
        target: fc.option(target, {nil: undefined}),
        standing,
        comments: fc.option(comments, {nil: undefined, freq: 3}),
        doubts: fc.option(doubts, {nil: undefined, freq: 3}),
        candidates,
        gap: fc.constantFrom('', ' ', '\n', '\u00A0 ', '\u0001')
      }),
      {minLength: 1, maxLength: 3}
    )
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.option(fc.shuffledSubarray([...list.keys()], {minLength: list.length})))
    )
    .map(([list, order]) =>
      list.map(({target, standing: {state: far, ...more}, comments: said, doubts: why, ...pair}, index) => ({
        id: `s${index + 1}`,
        ...pair,
        // What is empty on purpose was translated so.
        state: target?.length === 0 && far === 'initial' ? 'translated' : far,
        ...(target && {target, ...more}),
        ...(said && {comments: said}),
        ...(why && {doubts: why}),
        ...(isReordered(order, list) && {order: order[index]! + 1})
      }))
    )
}

const block = fc.constantFrom<BlockKind>('paragraph', 'heading', 'cell', 'front-matter', 'value', 'label')

function units(pairList: fc.Arbitrary<Pair[]>, word: fc.Arbitrary<string>): fc.Arbitrary<Unit[]> {
  const unit = fc
    .record(
      {
        id: fc.stringMatching(/^u[a-z0-9]{1,4}(-[0-9]){0,1}$/),
        kind: block,
        key: word,
        trail: fc.array(word, {maxLength: 2}),
        note: word,
        maxLength: fc.integer({min: 1, max: 999}),
        metadata,
        built: word,
        pairs: pairList
      },
      {requiredKeys: ['id', 'kind', 'trail', 'pairs']}
    )
    .map((value): Unit => value)
  return fc.uniqueArray(unit, {maxLength: 4, selector: ({id}) => id})
}

/** Whatever a bilingual file may hold. */
export const bitext: fc.Arbitrary<Bitext> = fc.record(
  {
    document: text,
    sourceLocale: fc.constantFrom('en', 'fr', 'fr-CA'),
    targetLocale: fc.constantFrom('fr', 'en', 'en-GB'),
    units: units(
      fc.oneof(
        pairs(
          fc.oneof({weight: 7, arbitrary: fc.oneof(content, damaged).filter(says)}, fc.constant<Content>([])),
          fc.array(candidate, {maxLength: 2})
        ),
        fc.constant<Pair[]>([])
      ),
      text
    ),
    removed: units(pairs(content.filter(says), fc.array(candidate, {maxLength: 2})), text),
    comments,
    metadata,
    skeleton: text
  },
  {requiredKeys: ['document', 'sourceLocale', 'targetLocale', 'units', 'removed']}
)

/** What is exported: sound codes, and documents as they are called. */
export const sound: fc.Arbitrary<Bitext> = fc.record({
  document: fc.constantFrom('releases/oslo.md', 'labels.json', 'a & b "c".md'),
  sourceLocale: fc.constantFrom('en', 'fr'),
  targetLocale: fc.constantFrom('fr-CA', 'en'),
  units: units(pairs(content.filter(says), fc.array(candidate, {maxLength: 2})), fc.oneof(prose, text)),
  removed: fc.constant([])
})
