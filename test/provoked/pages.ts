import type {Families} from '@passerelle/model'
import {filled, inTarget, PAGE, PUBLISHED, RECORD, RELEASE, returned, SOURCE, translated} from './release.ts'
import {translate} from '../support.ts'
import type {Folder} from './folder.ts'
import {AS_ADVISED, type Deed, type Provoked, type Rows} from './row.ts'

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

const CATALOG = 'locales/en/ui.json'
const FRENCH_CATALOG = 'locales/fr/ui.json'

/** A catalog that is published, and then broken by hand in its localized file; who broke it mends it. */
function broken(from: string, to: string): Provoked {
  const english = {
    hello: 'Hello {{name}}',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
    last: 'The last'
  }
  const french = {
    Hello: 'Bonjour',
    'Hello ': 'Bonjour ',
    ' file': ' fichier',
    ' files': ' fichiers',
    'The last': 'Le dernier'
  }
  return {
    files: {[CATALOG]: `${JSON.stringify(english, undefined, 2)}\n`},
    steps: [
      'sync',
      translated(french, 'ui.json.xlf'),
      'sync',
      (folder) => folder.edit(FRENCH_CATALOG, from, to)
    ],
    command: 'check',
    solved: (folder) => folder.edit(FRENCH_CATALOG, to, from)
  }
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
  'edit-taken': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Personne', 'Nul')],
    command: 'sync',
    solved: {nothing: 'a correction in a page is how people work; it is said once'}
  },
  'edit-waits': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Personne', 'Nul')],
    command: 'check',
    solved: AS_ADVISED
  },
  'edit-of-earlier': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      edited('Personne', 'Nul'),
      (folder) => folder.edit(SOURCE, 'Nobody was hurt', 'Nobody at all was hurt')
    ],
    command: 'sync',
    solved: {nothing: 'the sentence is to be translated anew, as any whose source has changed'}
  },
  'edit-over-newer': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      'export --to out',
      (folder) => {
        const better = inTarget('Nobody', (target) => target.replace('Personne', 'Pas un'))
        folder.write('back.xlf', better(filled(folder.read('out/en-fr/a.xlf'))))
      },
      'import back.xlf',
      edited('Personne', 'Nul')
    ],
    command: 'sync',
    solved: {nothing: 'both are kept, and the gate asks until one of them is chosen'}
  },
  'edit-discarded': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('# La', '## La')],
    command: `merge --discard-edit ${PAGE}`,
    solved: {nothing: 'it was asked for, and what was there is kept'}
  },
  'hand-edited': {
    files: {[SOURCE]: RELEASE, [CONFIG]: "export default {locales: ['en', 'fr'], edits: 'ask'}\n"},
    steps: [...PUBLISHED, edited('Personne', 'Nul')],
    command: 'sync',
    solved: AS_ADVISED
  },
  'hand-edited-skeleton': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('# La', '## La')],
    command: 'sync',
    solved: AS_ADVISED
  },
  'edit-other-structure': {
    files: {[SOURCE]: 'The river rose.\n\nNobody was hurt.\n'},
    steps: ['sync', (folder) => folder.write(PAGE, 'La rivière a monté.\n')],
    command: 'sync',
    solved: {
      before: {
        import: (folder) => folder.write(PAGE, 'La rivière a monté.\n\nPersonne n’a été blessé.\n')
      }
    }
  },
  'edit-other-sentences': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('Personne', 'Bien. Personne')],
    command: 'sync',
    solved: AS_ADVISED
  },
  'edit-other-codes': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, edited('https://a.example', 'https://fr.a.example')],
    command: 'sync',
    solved: AS_ADVISED
  },
  'edit-no-place': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      // The page shows a translation that another has replaced since, of a sentence that is gone.
      'export --to out --format xliff-1.2',
      (folder) =>
        folder.write(
          'back.xlf',
          filled(folder.read('out/en-fr/a.xlf'), {'Nobody was hurt.': 'Nul n’a été blessé.'})
        ),
      'import back.xlf',
      edited('Personne', 'Pas un'),
      (folder) => folder.edit(SOURCE, ' Nobody was hurt.', '')
    ],
    command: 'sync',
    solved: AS_ADVISED
  },
  'edit-is-original': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.write(PAGE, folder.read(SOURCE))],
    command: 'sync',
    solved: AS_ADVISED
  },
  'edit-like-source': {
    files: {[SOURCE]: RELEASE},
    steps: [
      'sync',
      translated({'Nobody was hurt.': 'Personne n’a été blessé.'}),
      'sync',
      edited('Aid came from the town', 'Aid came from a town')
    ],
    command: 'sync',
    solved: AS_ADVISED
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
  },
  'document-behind': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.edit(SOURCE, 'Aid came from the town.\n\n', '')],
    command: 'check',
    solved: AS_ADVISED
  },
  'document-missing': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.remove(PAGE)],
    command: 'check',
    solved: AS_ADVISED
  },
  'document-unopened': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) => {
        folder.write('kept.xlf', folder.read(RECORD))
        folder.edit(RECORD, /<\/unit>[^]*$/, '')
      }
    ],
    command: 'check',
    solved: (folder) => folder.write(RECORD, folder.read('kept.xlf'))
  },
  'key-lost': broken(',\n  "last": "Le dernier"', ''),
  'form-lost': broken('  "files_one": "{{count}} fichier",\n', ''),
  'variable-lost': broken('{{name}}', 'Nom'),
  'variable-invented': broken('Le dernier', 'Le dernier {{nom}}'),
  'value-of-other-kind': broken('"Le dernier"', '["Le dernier"]'),
  'value-empty': broken('"Le dernier"', '""'),
  'key-extra': broken('{\n', '{\n  "extra": "x",\n'),
  'form-unreachable': broken('{\n', '{\n  "files_two": "{{count}}",\n'),
  'baseline-invalid': {
    files: {[SOURCE]: RELEASE, 'passerelle-baseline.json': '[1]'},
    command: 'check',
    solved: {before: {check: (folder) => folder.remove('passerelle-baseline.json')}}
  },
  'baseline-repaired': {
    files: {[SOURCE]: RELEASE},
    steps: ['check --update-baseline', ...PUBLISHED],
    command: 'check',
    solved: AS_ADVISED
  }
} satisfies Rows<Families['pages']>
