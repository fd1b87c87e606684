import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const shared = join(process.env['PASSERELLE_SHARED'] ?? join(root, '../shared'), 'data/markdown')

/** Some documents, and where they are from. */
export interface Corpus {
  readonly name: string
  readonly texts: ReadonlyArray<string>
}

/** Real documents: every third of the outside ones where they are at hand, else the repository's own releases over and over. */
export function realDocuments(): Corpus {
  const outside = read(shared, '{pairs,mono}/**/*.md').filter((_, index) => index % 3 === 0)
  if (outside.length > 0) return {name: 'government pages, documentation, blogs', texts: outside}
  const own = read(root, 'locales/*/releases/*.md')
  return {name: 'own releases, ten times', texts: Array.from({length: 10}, () => own).flat()}
}

/** One document of a size in characters, made of real ones. */
export function longDocument(size: number): string {
  const texts = realDocuments().texts.map((text) => text.replace(/^---[^]*?\n---\n/, ''))
  const pieces: string[] = []
  let length = 0
  for (let index = 0; length < size; index++) {
    const text = `${texts[index % texts.length]!}\n\n`
    pieces.push(text)
    length += text.length
  }
  return pieces.join('').slice(0, size)
}

/** Documents made to bring parsers to their knees, by name; none where the outside data is not at hand. */
export function hostileDocuments(): ReadonlyArray<readonly [name: string, text: string]> {
  return paths(shared, 'pathological/*.md').map((path) => [
    path.replace(/^.*\/|\.md$/g, ''),
    readFileSync(join(shared, path), 'utf8')
  ])
}

function paths(cwd: string, pattern: string): string[] {
  return globSync(pattern, {cwd}).sort()
}

function read(cwd: string, pattern: string): string[] {
  return paths(cwd, pattern).map((path) => readFileSync(join(cwd, path), 'utf8'))
}

const WORDS = (
  'the convention on river safety was signed by some one hundred states and welcomed as an historic step ' +
  'forward for people who live along the banks where aid had been slow to come in former years'
).split(' ')

/** A release of about 3 kB, always the same for the same number. */
export function syntheticRelease(number: number): string {
  let seed = number * 2654435761
  const next = (below: number): number => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed % below
  }
  const sentence = (): string => {
    const words = Array.from({length: 8 + next(14)}, () => WORDS[next(WORDS.length)]!)
    if (next(4) === 0) words[2] = `**${words[2]!}**`
    return `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())} ${number}.`
  }
  const paragraph = (): string => Array.from({length: 3 + next(4)}, sentence).join(' ')
  const rows = Array.from(
    {length: 4},
    () => `| ${WORDS[next(WORDS.length)]!} ${number} | ${next(9000)} |`
  ).join('\n')
  return `---\ntitle: Release ${number} of the year\ndate: 2026-11-23\n---\n\n# Release ${number}\n\n${[
    1, 2, 3, 4
  ]
    .map(paragraph)
    .join('\n\n')}\n\n| place | people |\n|---|---|\n${rows}\n\n- ${sentence()}\n- ${sentence()}\n`
}
