import type {BlockKind, CandidateKind, CodeKind, InlineCode} from '@passerelle/model'

/** How XLIFF 1.2 (`ctype`) and 2.x (`type`, `subType`) name a kind of code. */
interface Names {
  readonly ctype: string
  readonly type: string
  readonly subType?: string
  /** What tools show for a code that has no stand-in of its own, such as `↵` for a line break. */
  readonly shown?: string
}

/** Prefix of our values in attributes that allow user-defined ones: `subType`, the `type` of a unit. */
const PREFIX = 'pas:'

/**
 * Kinds of codes in the words of XLIFF.
 *
 * Predefined words where there are any; OmegaT shows the first letter of a `ctype`, so `x-code` reads `<c1/>`.
 * XLIFF 2.0 ties `xlf:b`, `xlf:i`, `xlf:lb` to the type `fmt` and `xlf:var` to `ui` (“subType”).
 */
const KINDS: Readonly<Record<CodeKind, Names>> = {
  bold: {ctype: 'bold', type: 'fmt', subType: 'xlf:b'},
  italic: {ctype: 'italic', type: 'fmt', subType: 'xlf:i'},
  strike: {ctype: 'x-strike', type: 'fmt', subType: 'pas:strike'},
  link: {ctype: 'link', type: 'link'},
  image: {ctype: 'image', type: 'image'},
  break: {ctype: 'lb', type: 'fmt', subType: 'xlf:lb', shown: '↵'},
  code: {ctype: 'x-code', type: 'other', subType: 'pas:code'},
  html: {ctype: 'x-html', type: 'other', subType: 'pas:html'},
  placeholder: {ctype: 'x-placeholder', type: 'ui', subType: 'xlf:var'},
  footnote: {ctype: 'x-footnote', type: 'other', subType: 'pas:footnote'},
  url: {ctype: 'x-url', type: 'link', subType: 'pas:url'},
  mark: {ctype: 'x-mark', type: 'other', subType: 'pas:mark'},
  other: {ctype: 'x-other', type: 'other'}
}

const CTYPES = new Map<string, CodeKind>([
  ...Object.entries(KINDS).flatMap(([kind, {ctype}]): [string, CodeKind][] => [
    [ctype, kind as CodeKind],
    [`x-${ctype}`, kind as CodeKind]
  ]),
  ['pb', 'break'],
  ['x-br', 'break'],
  ['x-html-b', 'bold'],
  ['x-html-i', 'italic'],
  ['x-html-a', 'link']
])

const SUBTYPES = new Map<string, CodeKind>([
  ...Object.entries(KINDS).flatMap(([kind, {subType}]): [string, CodeKind][] =>
    subType ? [[subType, kind as CodeKind]] : []
  ),
  ['xlf:pb', 'break']
])

const TYPES: ReadonlyMap<string, CodeKind> = new Map([
  ['link', 'link'],
  ['image', 'image'],
  ['ui', 'placeholder']
])

/** Predefined values of 1.2 that only `<g>`, or only `<x>`, may have (strict schema). */
const DELIMITERS: ReadonlySet<string> = new Set(['bold', 'italic', 'link'])
const PLACEHOLDERS: ReadonlySet<string> = new Set(['image', 'lb'])

/** The `ctype` of a code in XLIFF 1.2. */
export function ctypeOf({kind, type}: InlineCode): string {
  const {ctype} = KINDS[kind]
  if (ctype.startsWith('x-')) return ctype
  return (type === 'standalone' ? PLACEHOLDERS : DELIMITERS).has(ctype) ? ctype : `x-${ctype}`
}

/** What XLIFF calls a kind of code. */
export function namesOf(kind: CodeKind): Names {
  return KINDS[kind]
}

/** The kind that a `ctype` of XLIFF 1.2 names. */
export function kindOfCtype(ctype: string): CodeKind {
  return CTYPES.get(ctype) ?? 'other'
}

/** The kind that `type` and `subType` of XLIFF 2.x name. */
export function kindOfType(type: string | undefined, subType: string | undefined): CodeKind {
  return (subType && SUBTYPES.get(subType)) || (type && TYPES.get(type)) || 'other'
}

const BLOCKS: ReadonlySet<string> = new Set<BlockKind>([
  'paragraph',
  'heading',
  'cell',
  'alternative',
  'title',
  'front-matter',
  'value',
  'text',
  'attribute',
  'label',
  'comment'
])

/** The `type` of a unit in XLIFF 2.x. */
export function typeOfBlock(kind: BlockKind): string {
  return PREFIX + kind
}

/** The kind of block behind the `type` of a unit (2.x) or the `restype` of a group (1.2). */
export function blockOf(type: string | undefined): BlockKind | undefined {
  const kind = type?.replace(/^(?:pas:|x-)/, '')
  return kind !== undefined && BLOCKS.has(kind) ? (kind as BlockKind) : undefined
}

/** `type` of a match in the translation candidates module (“type” of its attributes) for each kind of candidate. */
const MATCHES: Readonly<Record<CandidateKind, string>> = {
  previous: 'idm',
  superseded: 'idm',
  rejected: 'other',
  disputed: 'other',
  declined: 'other',
  proposed: 'tm',
  exact: 'tm',
  ice: 'icm',
  fuzzy: 'tm',
  machine: 'mt',
  assembled: 'am',
  term: 'tb'
}

/** Kinds of candidates by the words of XLIFF: `type` of a match, `alttranstype` and `state-qualifier` of an `alt-trans`. */
const CANDIDATES: ReadonlyMap<string | undefined, CandidateKind> = new Map([
  ['icm', 'ice'],
  ['mt', 'machine'],
  ['am', 'assembled'],
  ['ebm', 'assembled'],
  ['tb', 'term'],
  ['previous-version', 'previous'],
  ['rejected', 'rejected'],
  ['leveraged-mt', 'machine'],
  ['mt-suggestion', 'machine'],
  ['leveraged-glossary', 'term']
])

/** What a candidate says of itself: our kind, or words of XLIFF. */
interface Named {
  readonly ours: string | undefined
  readonly type?: string | undefined
  readonly alttranstype?: string | undefined
  readonly qualifier?: string | undefined
}

export function matchOf(kind: CandidateKind): {type: string; subType: string} {
  return {type: MATCHES[kind], subType: PREFIX + kind}
}

/** The kind of a candidate, from a match or an `alt-trans`. One that does not say is taken for a match of a memory. */
export function candidateOf(
  {ours, type, alttranstype, qualifier}: Named,
  score: number | undefined
): CandidateKind {
  const kind = ours?.replace(/^(?:pas:|x-)/, '')
  if (kind !== undefined && Object.hasOwn(MATCHES, kind)) return kind as CandidateKind
  const said = CANDIDATES.get(type) ?? CANDIDATES.get(alttranstype) ?? CANDIDATES.get(qualifier)
  return said ?? (score === 100 ? 'exact' : 'fuzzy')
}
