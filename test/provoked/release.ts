import {translate} from '../support.ts'
import type {Folder} from './folder.ts'
import type {Deed, Provoked, Solution, Steps} from './row.ts'

/** A release, and where its source and its page lie. */
export const SOURCE = 'locales/en/a.md'
export const PAGE = 'locales/fr/a.md'
export const RECORD = 'locales/xliff/en-fr/a.xlf'

export const RELEASE = `# The river rose

It rose by [three metres](https://a.example). Nobody was hurt.

Use \`npm i\` now.

Aid came from the town.

Call \`npm i\`
`

/** What a translator makes of the text between tags. */
const FRENCH: Readonly<Record<string, string>> = {
  'The river rose': 'La rivière a monté',
  'It rose by ': 'Elle a monté de ',
  'three metres': 'trois mètres',
  'Nobody was hurt.': 'Personne n’a été blessé.',
  'Use ': 'Tapez ',
  ' now.': ' maintenant.',
  'Aid came from the town.': 'La ville a envoyé des secours.',
  'Call ': 'Appelez '
}

/** A hand-off as a translator fills it in; what is not in the list stays as it is. */
export function filled(xml: string, french = FRENCH): string {
  return translate(xml, (text) => french[text] ?? text)
}

/** A translator fills in what waits in the outbox, and it is laid into the inbox. */
export function translated(french?: Readonly<Record<string, string>>, name = 'a.xlf'): Deed {
  return (folder) => folder.write(`inbox/${name}`, filled(folder.read(`outbox/en-fr/${name}`), french))
}

/** All that leads to a release that is translated, built and published. */
export const PUBLISHED: Steps = ['sync', translated(), 'sync']

export type Change = (xml: string) => string | Uint8Array

/** Where the hand-back of the rows below lies. */
const BACK = 'back.xlf'

interface Returned {
  readonly format?: 'xliff-1.2' | 'xliff-2.0'
  /** What happened before it was handed out. */
  readonly steps?: Steps
  /** What happened while it was being translated. */
  readonly meanwhile?: Steps
  readonly files?: Provoked['files']
  /** What the translator does with the hand-off. @default fills it in */
  readonly fill?: (xml: string) => string
  /** @default the translator mends it */
  readonly solved?: Solution
}

/** A release that was handed out, and came back with something done to it. */
export function returned(
  change: Change,
  {format = 'xliff-1.2', steps = [], fill = filled, ...rest}: Returned = {}
): Provoked {
  const whole = (folder: Folder): string => fill(folder.read('out/en-fr/a.xlf'))
  return {
    files: rest.files ?? {[SOURCE]: RELEASE},
    steps: [
      ...steps,
      `export --to out --format ${format}`,
      ...(rest.meanwhile ?? []),
      (folder) => folder.write(BACK, changed(whole(folder), change))
    ],
    command: `import ${BACK}`,
    solved: rest.solved ?? ((folder) => folder.write(BACK, whole(folder)))
  }
}

function changed(xml: string, change: Change): string | Uint8Array {
  const after = change(xml)
  if (after === xml) throw new Error(`nothing is changed in ${xml}`)
  return after
}

/** Change the unit whose source has a text. */
export function inUnit(source: string, change: (unit: string) => string): (xml: string) => string {
  const pattern = new RegExp(`<(trans-unit|unit) (?:(?!</\\1)[^])*?${source}[^]*?</\\1>`)
  return (xml) => xml.replace(pattern, change)
}

/** Change the target of the segment whose source has a text. */
export function inTarget(source: string, change: (target: string) => string): (xml: string) => string {
  const pattern = new RegExp(
    `(<source[^>]*>(?:(?!</source)[^])*?${source}[^]*?</source>\\s*)(<target[^]*?</target>)`
  )
  return (xml) => xml.replace(pattern, (_, before: string, target: string) => before + change(target))
}

const mrk = (mid: number, text: string): string => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`
const segmented = (gap: string, last: string): string =>
  `<source>Aid came from the town.</source><seg-source>${mrk(1, 'Aid came')} ${mrk(2, 'from the town.')}</seg-source><target>${mrk(1, 'La ville a envoyé')}${gap}${mrk(2, last)}</target>`

/** A tool has cut the sentence about aid in two; `last` is what it has for the second half. */
export const asSegmented = (gap: string, last: string): ((xml: string) => string) =>
  inUnit('Aid', (unit) => unit.replace(/<source>[^]*<\/target>/, segmented(gap, last)))

/** A new text stands before the link, and the old end is still behind it. */
export const withOldEnd: Change = inTarget('It rose', (target) =>
  target.replace('>Elle a monté de <', '>La rivière a gagné trois mètres.<')
)
