import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')

/** Real documents: outside ones where they are at hand, else the repository's own releases over and over. */
export function realDocuments(): {readonly name: string; readonly texts: ReadonlyArray<string>} {
  const shared = process.env['PASSERELLE_SHARED'] ?? join(root, '../shared')
  const folder = join(shared, 'data/markdown/pairs/cds-digital-canada')
  const outside = globSync('**/*.md', {cwd: folder})
    .sort()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
  if (outside.length > 0) return {name: 'government announcements', texts: outside}
  const own = globSync('locales/*/releases/*.md', {cwd: root})
    .sort()
    .map((path) => readFileSync(join(root, path), 'utf8'))
  return {name: 'own releases, ten times', texts: Array.from({length: 10}, () => own).flat()}
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
