import type {Families} from '@passerelle/model'
import {PUBLISHED, RECORD, RELEASE, SOURCE} from './release.ts'
import type {Rows} from './row.ts'

const CATALOG = 'locales/en/ui.json'

/** What is wrong with files, and with how they belong together. */
export const files = {
  'cannot-read': {
    files: {
      [SOURCE]: RELEASE,
      'pipeline.config.ts': "export default {locales: ['en', 'fr'], segmentation: {en: 'rules.srx'}}\n"
    },
    command: 'extract',
    solved: (folder) => folder.write('rules.srx', '<srx/>')
  },
  'cannot-write': {
    files: {[SOURCE]: RELEASE, outbox: 'A file where a folder belongs.\n'},
    command: 'sync',
    solved: (folder) => folder.remove('outbox')
  },
  'utf8-invalid': {
    files: {[SOURCE]: Buffer.from('Le café.\n', 'latin1')},
    command: 'check',
    solved: (folder) => folder.write(SOURCE, 'Le café.\n')
  },
  'front-matter-invalid': {
    files: {[SOURCE]: '---\ntitle: Oslo: a bridge\n---\n\nIt opens.\n'},
    command: 'check',
    solved: (folder) => folder.edit(SOURCE, 'Oslo: a bridge', '"Oslo: a bridge"')
  },
  'json-invalid': {
    files: {[CATALOG]: '{"open": "Open" "close": "Close"}\n'},
    command: 'check',
    solved: (folder) => folder.edit(CATALOG, '" "', '", "')
  },
  'json-root': {
    files: {[CATALOG]: '["Open", "Close"]\n'},
    command: 'check',
    solved: (folder) => folder.write(CATALOG, '{"open": "Open"}\n')
  },
  'json-key-repeated': {
    files: {[CATALOG]: '{"open": "Open", "open": "Open it"}\n'},
    command: 'check',
    solved: (folder) => folder.edit(CATALOG, '"open": "Open", ', '')
  },
  'mdx-invalid': {
    files: {'locales/en/a.mdx': 'See <Box\n\nIt opens.\n'},
    command: 'check',
    solved: (folder) => folder.edit('locales/en/a.mdx', '<Box', '<Box />')
  },
  'both-exist': {
    files: {[SOURCE]: 'The river rose.\n', 'locales/fr/a.md': 'La rivière a monté.\n'},
    command: 'sync',
    solved: {
      before: {sync: (folder) => folder.rename('locales/fr/a.md', 'moved/locales/fr/a.md')},
      inOrder: true
    }
  },
  'direction-unclear': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.write('locales/xliff/fr-en/a.xlf', folder.read(RECORD))],
    command: 'sync',
    solved: (folder) => folder.rename('locales/xliff/fr-en/a.xlf', 'away/a.xlf')
  },
  'source-gone': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.remove(SOURCE)],
    command: 'check',
    solved: (folder) => folder.write(SOURCE, RELEASE)
  },
  'config-converted': {
    command: 'init --config json',
    solved: (folder) => folder.remove('pipeline.config.ts.old')
  },
  'config-computed': {
    files: {'pipeline.config.ts': "export default {outbox: ['to', 'translators'].join('-')}\n"},
    command: 'init --config json',
    solved: (folder) => folder.edit('passerelle.config.json', 'to-translators', 'outbox')
  }
} satisfies Rows<Families['files']>
