import {textIdOf} from '@passerelle/model'
import {unzipSync, zipSync} from 'fflate'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {MessageKey} from '../../packages/cli/src/messages/keys.ts'
import type {Folder} from './folder.ts'
import {filled, PAGE, RECORD, RELEASE, SOURCE, translated} from './release.ts'
import type {Deed, Provoked} from './row.ts'

/** A message that is no diagnostic and advises a command. */
export interface Advice extends Pick<Provoked, 'files' | 'steps'> {
  readonly message: MessageKey
  /** The command line that says it. */
  readonly command: string
  /** What people put in the place of a word in capitals. */
  readonly put?: Readonly<Record<string, string>>
  /** What the message says to do by hand before the command. */
  readonly before?: Deed
  /** Whether what the message promises is there; `output` is what the command said. */
  readonly isThere: (folder: Folder, output: string) => boolean
}

const HANDOFF = 'outbox/en-fr/a.xlf'
const BACK = 'back.xlf'
const hasAid = (folder: Folder): boolean => folder.read(RECORD).includes('La ville a envoyé')
const releases = Object.fromEntries(
  Array.from({length: 25}, (_, number) => [`locales/en/release-${number}.md`, `Release ${number} is out.\n`])
)

/** The archive that went out, with all its files filled in. */
function returnArchive({root}: Folder): void {
  const path = join(root, 'for-marie.zip')
  const files = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]): [string, Uint8Array] => [
    name,
    Buffer.from(filled(Buffer.from(bytes).toString('utf8')))
  ])
  writeFileSync(join(root, 'back.zip'), zipSync(Object.fromEntries(files)))
}

/** Every message besides diagnostics that advises a command; a test holds the list against the catalogs. */
export const advice: ReadonlyArray<Advice> = [
  {
    message: 'help.more',
    command: '--help',
    put: {COMMAND: 'sync', COMMANDE: 'sync'},
    isThere: (_, output) => output.includes('passerelle sync')
  },
  {
    message: 'help.see',
    command: 'sync --dry-rum',
    isThere: (_, output) => output.includes('--dry-run')
  },
  {
    message: 'text.next.sync-todo',
    files: {[SOURCE]: RELEASE},
    command: 'sync',
    before: translated(),
    isThere: (folder) => folder.read(PAGE).includes('La ville a envoyé') && !folder.has(HANDOFF)
  },
  {
    message: 'text.next.status-todo',
    files: {[SOURCE]: RELEASE},
    command: 'status',
    isThere: (folder) => folder.has(HANDOFF)
  },
  {
    message: 'text.next.init',
    command: 'init',
    before: (folder) => folder.write('locales/en/releases/first.md', RELEASE),
    isThere: (folder) => folder.has('outbox/en-fr/releases/first.xlf')
  },
  {
    message: 'text.next.extract',
    files: {[SOURCE]: RELEASE},
    command: 'extract',
    isThere: (folder) => folder.has(HANDOFF)
  },
  {
    message: 'text.next.export',
    files: {[SOURCE]: RELEASE},
    command: 'export',
    before: (folder) => folder.write(BACK, filled(folder.read(HANDOFF))),
    put: {FILE: BACK, FICHIER: BACK},
    isThere: hasAid
  },
  {
    message: 'text.next.exportArchive',
    files: {[SOURCE]: RELEASE},
    command: 'export --to for-marie.zip',
    before: returnArchive,
    put: {FILE: 'back.zip', FICHIER: 'back.zip'},
    isThere: hasAid
  },
  {
    message: 'text.next.import',
    files: {[SOURCE]: RELEASE},
    steps: ['export', (folder) => folder.write(BACK, filled(folder.read(HANDOFF)))],
    command: `import ${BACK}`,
    isThere: (folder) => folder.read(PAGE).includes('La ville a envoyé')
  },
  {
    message: 'text.next.confirm',
    files: {[SOURCE]: RELEASE},
    steps: [
      'export',
      (folder) => {
        const whole = filled(folder.read(HANDOFF))
        folder.write('two/a.xlf', whole)
        folder.write('two/b.xlf', whole.replace('La ville a envoyé', 'Oslo a envoyé'))
      },
      'import two'
    ],
    command: `confirm ${SOURCE} --take other`,
    isThere: (folder) => folder.read(PAGE).includes('Oslo a envoyé')
  },
  {
    message: 'text.kept',
    files: {[SOURCE]: RELEASE},
    steps: [
      'sync',
      translated(),
      'sync',
      (folder) => folder.edit(SOURCE, 'Aid came', 'Much aid came'),
      'sync'
    ],
    command: 'status',
    isThere: (_, output) => output.includes('La ville a envoyé')
  },
  {
    message: 'text.next.restore',
    files: {[SOURCE]: RELEASE},
    steps: [
      'sync',
      translated(),
      'sync',
      (folder) => folder.edit(SOURCE, 'Aid came', 'Much aid came'),
      'sync'
    ],
    command: `restore ${SOURCE} --text ${textIdOf(['La ville a envoyé des secours.'])}`,
    isThere: (folder) => folder.read(PAGE).includes('La ville a envoyé')
  },
  {
    message: 'table.more',
    files: releases,
    command: 'sync',
    isThere: (_, output) => output.includes('release-9.md')
  }
]
