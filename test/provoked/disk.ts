import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import * as fs from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import type {Families} from '@passerelle/model'
import {openProject, sync} from '@passerelle/pipeline'
import type {Folder} from './folder.ts'
import {filled, PAGE, PUBLISHED, RECORD, RELEASE, SOURCE, translated} from './release.ts'
import {AS_ADVISED, type Deed, type Rows} from './row.ts'
import type {Told} from './told.ts'

const LOCK = '.passerelle.lock'
const OUTBOX = 'outbox/en-fr/a.xlf'

/** A translator works in the outbox itself. */
const worked: Deed = (folder) => folder.write(OUTBOX, filled(folder.read(OUTBOX)))

/** Hold a project like another run of this computer. */
const held: Deed = (folder) => {
  const holder = {pid: process.pid, host: hostname(), since: new Date().toISOString(), run: 'another'}
  folder.write(LOCK, JSON.stringify(holder))
}

/** `sync`, at whose first rename something happens. */
function syncDuring(deed: Deed): (folder: Folder) => Promise<ReadonlyArray<Told>> {
  return async (folder) => {
    let isFirst = true
    const rename: typeof fs.rename = async (from, to) => {
      if (isFirst) {
        isFirst = false
        await deed(folder)
      }
      return fs.rename(from, to)
    }
    const {diagnostics} = await sync(await openProject(folder.root), {disk: {...fs, rename}})
    return diagnostics
  }
}

/** `sync` on a disk that does not take a file. */
function syncWithout(path: string): (folder: Folder) => Promise<ReadonlyArray<Told>> {
  return async (folder) => {
    const rename: typeof fs.rename = async (from, to) => {
      if (String(from).endsWith(path)) throw Object.assign(new Error('no'), {code: 'EACCES'})
      return fs.rename(from, to)
    }
    const {diagnostics} = await sync(await openProject(folder.root), {disk: {...fs, rename}})
    return diagnostics
  }
}

function git(folder: Folder, args: ReadonlyArray<string>, input = ''): string {
  return execFileSync('git', [...args], {cwd: folder.root, input, encoding: 'utf8'}).trim()
}

/** The record as git has it in its index that could not merge it. */
const unmerged: Deed = (folder) => {
  git(folder, ['init', '-q'])
  const hash = git(folder, ['hash-object', '-w', RECORD])
  const stages = [1, 2, 3].map((stage) => `100644 ${hash} ${stage}\t${RECORD}\n`)
  git(folder, ['update-index', '--index-info'], stages.join(''))
}

/** What comes between a run and its files. */
export const disk = {
  locked: {
    files: {[SOURCE]: RELEASE},
    steps: [held],
    command: 'extract',
    solved: (folder) => folder.remove(LOCK)
  },
  'lock-strange': {
    files: {[SOURCE]: RELEASE},
    steps: [
      (folder) => {
        folder.write(LOCK, 'a file of somebody')
        utimesSync(join(folder.root, LOCK), new Date(), new Date(Date.now() - 60_000))
      }
    ],
    command: 'extract',
    solved: (folder) => folder.remove(LOCK)
  },
  'lock-lost': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', (folder) => folder.edit(SOURCE, 'three', 'four')],
    command: syncDuring(held),
    solved: {nothing: 'the other run does what is left'}
  },
  'left-in-place': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', worked],
    command: syncWithout(RECORD),
    solved: {instead: 'sync'}
  },
  'changed-meanwhile': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', (folder) => folder.edit(SOURCE, 'three', 'four')],
    command: syncDuring(worked),
    solved: {instead: 'sync'}
  },
  'kept-aside': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.write(`${PAGE}.1.00000000.passerelle`, 'Of somebody.')],
    command: 'sync',
    solved: (folder) => folder.remove('locales/fr/a-2.md')
  },
  'run-killed': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.rename(PAGE, `${PAGE}.1.00000000.passerelle`)],
    command: 'check',
    solved: AS_ADVISED
  },
  'not-a-file': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', translated(), ({root}) => void mkdirSync(join(root, PAGE), {recursive: true})],
    command: 'sync',
    solved: (folder) => folder.remove(PAGE)
  },
  'link-outside': {
    steps: [
      (folder) => {
        folder.write('a/file', '')
        mkdirSync(join(folder.root, 'locales/en'), {recursive: true})
        symlinkSync(import.meta.filename, join(folder.root, SOURCE))
      }
    ],
    command: 'check',
    solved: [
      (folder) => {
        folder.remove(SOURCE)
        folder.write(SOURCE, RELEASE)
      }
    ]
  },
  'name-unsafe': {
    files: {[SOURCE]: RELEASE, 'locales/en/x\\..\\..\\..\\y.md': RELEASE},
    command: 'check',
    solved: (folder) => folder.remove('locales/en/x\\..\\..\\..\\y.md')
  },
  'name-not-utf8': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ({root}) => {
        writeFileSync(Buffer.concat([Buffer.from(join(root, 'locales/en/')), latin('été.md')]), RELEASE)
      }
    ],
    command: 'check',
    solved: {nothing: 'the copy of a project that this test makes cannot hold such a name'}
  },
  'conflict-markers': {
    files: {[SOURCE]: `# One\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> b\n`},
    command: 'check',
    solved: (folder) => folder.write(SOURCE, '# One\n\nTwo.\n')
  },
  'record-damaged': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) => {
        git(folder, ['init', '-q'])
        git(folder, ['add', RECORD])
        folder.write(RECORD, folder.read(RECORD).slice(0, 1500))
      }
    ],
    command: 'check',
    solved: AS_ADVISED
  },
  'record-newer': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) =>
        folder.write(
          RECORD,
          folder.read(RECORD).replace('<mda:meta type="record">1<', '<mda:meta type="record">99<')
        )
    ],
    command: 'check',
    solved: (folder) =>
      folder.write(
        RECORD,
        folder.read(RECORD).replace('<mda:meta type="record">99<', '<mda:meta type="record">1<')
      )
  },
  'record-conflict': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) =>
        folder.edit(RECORD, /^.*<target>.*Personne.*\n/m, (line) => {
          const other = line.replace('Personne', 'Nul')
          return `<<<<<<< HEAD\n${line}=======\n${other}>>>>>>> other\n`
        }),
      unmerged
    ],
    command: 'check',
    solved: {before: {}, inOrder: true}
  },
  'record-unmerged': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, unmerged],
    command: 'check',
    solved: AS_ADVISED
  },
  'outbox-kept': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', worked, (folder) => folder.edit(OUTBOX, 'target-language="fr"', 'target-language="de"')],
    command: 'sync',
    solved: {before: {sync: (folder) => folder.rename(OUTBOX, 'away/a.xlf')}}
  },
  'work-taken': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', worked],
    command: 'export',
    solved: {nothing: 'it says what was done'}
  },
  'work-set-aside': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', (folder) => folder.write(OUTBOX, 'Notes of a translator.\n')],
    command: 'export',
    solved: AS_ADVISED
  }
} satisfies Rows<Families['disk']>

function latin(name: string): Buffer {
  return Buffer.from(name, 'latin1')
}
