import type {Families} from '@passerelle/model'
import {PUBLISHED, RECORD, RELEASE, SOURCE} from './release.ts'
import type {Rows} from './row.ts'

const CONFIG = 'pipeline.config.ts'
const CATALOG = 'locales/en/ui.json'

/** A configuration that looks in some places. */
function content(...patterns: ReadonlyArray<string>): string {
  const list = patterns.map((pattern) => `'${pattern}'`).join(', ')
  return `export default {locales: ['en', 'fr'], content: [${list}]}\n`
}

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
  'document-followed': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) => folder.remove(SOURCE),
      (folder) => folder.write('locales/en/news.md', RELEASE)
    ],
    command: 'status',
    solved: ['sync']
  },
  'source-gone': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.remove(SOURCE)],
    command: 'check',
    solved: (folder) => folder.write(SOURCE, RELEASE)
  },
  'nothing-to-check': {
    command: 'check',
    solved: (folder) => folder.write(SOURCE, RELEASE)
  },
  'one-language': {
    files: {[SOURCE]: RELEASE, [CONFIG]: "export default {content: ['locales/{locale}/**/*.md']}\n"},
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, '{content', "{locales: ['en', 'fr'], content")
  },
  'nothing-selected': {
    files: {[SOURCE]: RELEASE},
    command: 'check -l en',
    solved: {nothing: 'a choice that leaves nothing is no mistake'}
  },
  'pattern-without-folder': {
    files: {
      [SOURCE]: RELEASE,
      'news/en/a.md': RELEASE,
      [CONFIG]: content('locales/{locale}/*.md', 'new/{locale}/*.md')
    },
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, 'new/', 'news/')
  },
  'pattern-without-file': {
    files: {[SOURCE]: RELEASE, [CONFIG]: content('locales/{locale}/*.md', 'locales/{locale}/*.json')},
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, ", 'locales/{locale}/*.json'", '')
  },
  'folder-misnamed': {
    files: {[SOURCE]: RELEASE, 'locales/francais/b.md': 'La rivière a monté.\n'},
    command: 'check',
    solved: (folder) => folder.rename('locales/francais', 'locales/fr')
  },
  'locale-not-configured': {
    files: {[SOURCE]: RELEASE, 'locales/de/b.md': 'Der Fluss stieg.\n'},
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, "'fr'", "'fr', 'de'")
  },
  'folder-not-read': {
    files: {
      [SOURCE]: RELEASE,
      'locales/shared/b.md': 'For both.\n',
      [CONFIG]: content('locales/{locale}/**/*.md')
    },
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, '/*.md', "/*.md', '!locales/shared/**")
  },
  'file-not-read': {
    files: {[SOURCE]: RELEASE, 'locales/en/b.docx': 'PK', [CONFIG]: content('locales/{locale}/**/*.md')},
    command: 'check',
    solved: (folder) => folder.edit(CONFIG, '/*.md', "/*.md', '!locales/en/b.docx")
  },
  'assets-not-read': {
    files: {[SOURCE]: RELEASE, 'locales/en/b.png': 'x'},
    command: 'check',
    solved: {nothing: 'pictures belong among the texts'}
  },
  'same-name': {
    files: {
      'a/en/b/x.md': 'One.\n',
      'en/x.md': 'Two.\n',
      'a/b/en/x.md': 'Three.\n',
      [CONFIG]: content('a/{locale}/**/*.md', '{locale}/*.md', 'a/b/{locale}/*.md')
    },
    command: 'check',
    solved: (folder) => folder.rename('a/b/en/x.md', 'a/b/en/y.md')
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
