import {codesOf, type Content, excerptOf, type InlineCode, isBalanced, mayBeLeftOut} from '@passerelle/model'

export type CodeProblemId = 'code-lost' | 'code-invented' | 'code-repeated' | 'code-empty' | 'code-order'

/** A wrong code in a target: a diagnostic without its place. */
export interface CodeProblem {
  readonly id: CodeProblemId
  readonly args: {
    /** The code as people see it. */
    readonly code: string
    readonly kind: string
    /** The beginning of the source. */
    readonly text: string
  }
}

/**
 * Compare the codes of a target with those of its source.
 *
 * A target has each code of its source once, by id and type. Their order is free, because French often moves emphasis;
 * but pairs open before they close, nest, and have something inside if those of the source do. Content with a problem
 * must not be merged: a lost closing code changes the style of the rest of a page.
 *
 * @param key
 *   Key of the unit, if it has one; see `mayBeLeftOut`.
 * @returns
 *   One problem for each wrong code; none if the target fits.
 */
export function codesFit(source: Content, target: Content, key = ''): CodeProblem[] {
  const text = excerptOf(source)
  const problem = (id: CodeProblemId, {equiv, raw, kind, id: number}: InlineCode): CodeProblem => ({
    id,
    args: {code: equiv || raw || number, kind, text}
  })
  const wanted = group(source)
  const found = group(target)

  const problems: CodeProblem[] = []
  for (const [id, {first, parts}] of wanted) {
    const there = found.get(id)?.parts ?? []
    if (!parts.every((part) => there.includes(part))) {
      if (!mayBeLeftOut(first, key)) problems.push(problem('code-lost', first))
    } else if (there.length > parts.length && there.every((part) => parts.includes(part))) {
      problems.push(problem('code-repeated', first))
    }
  }
  for (const [id, {first, parts}] of found) {
    const known = wanted.get(id)?.parts ?? []
    if (!parts.every((part) => known.includes(part))) problems.push(problem('code-invented', first))
  }
  if (problems.length > 0) return problems
  const close = isBalanced(target) ? undefined : codesOf(target).find(({type}) => type === 'close')
  if (close) return [problem('code-order', close)]
  const meant = hollow(source)
  return [...hollow(target)].flatMap(([id, open]) => (meant.has(id) ? [] : [problem('code-empty', open)]))
}

interface Group {
  readonly first: InlineCode
  readonly parts: InlineCode['type'][]
}

/** Pairs with nothing inside, by id. */
function hollow(content: Content): Map<string, InlineCode> {
  const pairs = new Map<string, InlineCode>()
  for (const [at, open] of content.entries()) {
    const close = content[at + 1]
    if (typeof open === 'string' || open.type !== 'open' || typeof close !== 'object') continue
    if (close.type === 'close' && close.id === open.id) pairs.set(open.id, open)
  }
  return pairs
}

/** The codes of a content by id: the first part of each, and all its parts. */
function group(content: Content): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const code of codesOf(content)) {
    const known = groups.get(code.id)
    if (known) known.parts.push(code.type)
    else groups.set(code.id, {first: code, parts: [code.type]})
  }
  return groups
}
