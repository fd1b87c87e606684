import type {Families} from '@passerelle/model'
import {filled, inTarget, PAGE, PUBLISHED, RELEASE, returned, SOURCE, translated} from './release.ts'
import {translate} from '../support.ts'
import type {Folder} from './folder.ts'
import {AS_ADVISED, type Deed, type Rows} from './row.ts'

const CONFIG = 'pipeline.config.ts'
const edited =
  (from: string, to: string): Deed =>
  (folder) =>
    folder.edit(PAGE, from, to)

/** A translator gets as far as the title. */
function begun(folder: Folder): void {
  const back = translate(folder.read('outbox/en-fr/a.xlf'), (text) =>
    text === 'The river rose' ? 'La rivière a monté' : ''
  )
  folder.write('inbox/a.xlf', back)
}

/** What is said of pages: built, edited by hand, behind. */
export const pages = {
  'unit-quarantined': {
    files: {'locales/en/ui.json': '{"hello": "Hello"}\n'},
    steps: ['sync', translated({Hello: 'Bonjour {{name}}'}, 'ui.json.xlf')],
    command: 'sync',
    solved: [
      'export --to out',
      (folder) => {
        const handoff = folder.read('out/en-fr/ui.json.xlf')
        folder.write('inbox/better.xlf', filled(handoff, {Hello: 'Bonjour'}))
      }
    ]
  },
  'cosmetic-change': {
    files: {[SOURCE]: "It's open.\n"},
    steps: [
      'sync',
      translated({"It's open.": 'C’est ouvert.'}),
      'sync',
      (folder) => folder.write(SOURCE, 'It’s open.\n')
    ],
    command: 'sync',
    solved: {nothing: 'the translation fits; it is said once'}
  },
  recut: {
    files: {[SOURCE]: 'The river rose  \nNobody was hurt.\n'},
    steps: [
      ...PUBLISHED,
      (folder) => folder.write(CONFIG, "export default {locales: ['en', 'fr'], hardBreaks: true}\n")
    ],
    command: 'sync',
    solved: {nothing: 'the rules for cutting sentences were changed on purpose'}
  },
  'hand-edited': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Personne', 'Nul')],
    command: 'check',
    solved: {before: {merge: (folder) => folder.remove(PAGE)}}
  },
  'hand-edited-skeleton': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('# La', '## La')],
    command: 'check',
    solved: {before: {merge: (folder) => folder.remove(PAGE)}}
  },
  'edit-other-structure': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Tapez', 'Encore.\n\nTapez')],
    command: `import ${PAGE}`,
    solved: edited('Encore.\n\n', '')
  },
  'edit-other-sentences': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Personne', 'Bien. Personne')],
    command: `import ${PAGE}`,
    solved: edited('Bien. ', '')
  },
  'edit-other-codes': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('`npm i`', '**cela**')],
    command: `import ${PAGE}`,
    solved: edited('**cela**', '`npm i`')
  },
  'not-a-localized-document': {
    ...returned((xml) => `${xml}\n`),
    command: 'import README.md',
    solved: {instead: 'import back.xlf'}
  },
  'document-outdated': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      'export --to out',
      (folder) => {
        const better = inTarget('Aid', (target) => target.replace('La ville', 'Oslo'))
        folder.write('back.xlf', better(filled(folder.read('out/en-fr/a.xlf'))))
      },
      'import back.xlf'
    ],
    command: 'check',
    solved: AS_ADVISED
  },
  'page-held-back': {
    files: {[SOURCE]: RELEASE, [CONFIG]: "export default {locales: ['en', 'fr'], buildFrom: 100}\n"},
    steps: ['sync', begun, 'sync'],
    command: 'status',
    solved: {before: {sync: translated()}}
  }
} satisfies Rows<Families['pages']>
