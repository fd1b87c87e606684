import type {Families} from '@passerelle/model'
import {AS_ADVISED, type Rows} from './row.ts'

const CONFIG = 'pipeline.config.ts'

/** How the command line is misused, and how a configuration is miswritten. */
export const usage = {
  'unknown-verb': {command: 'synk', solved: {instead: 'sync'}},
  'unknown-option': {command: 'sync --dry-rum', solved: {instead: 'sync --dry-run'}},
  'missing-value': {
    command: 'check --baseline',
    solved: {instead: 'check --baseline known.json --update-baseline'}
  },
  'missing-argument': {
    files: {'inbox/oslo.xlf': ''},
    command: 'import',
    solved: {instead: AS_ADVISED}
  },
  'excess-arguments': {
    files: {'my text.md': 'One.\n'},
    command: 'segment my text.md',
    solved: {instead: 'segment "my text.md"'}
  },
  'invalid-choice': {command: 'check --format gitbub', solved: {instead: 'check --format github'}},
  'invalid-number': {command: 'check --minimum 900', solved: {instead: 'check --minimum 90'}},
  'root-not-found': {command: 'status --cwd nowhere', solved: {instead: 'status'}},
  'unknown-locale': {
    files: {'locales/en/a.md': 'One.\n', 'locales/fr/b.md': 'Un.\n'},
    command: 'status -l frr',
    solved: {instead: 'status -l fr'}
  },
  'file-not-found': {command: 'import oslo.xlf', solved: (folder) => folder.write('oslo.xlf', '')},
  'config-failed': {
    files: {[CONFIG]: "export default {\n  locales: ['en', 'fr'],\n  outbox: 'out\n}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, "'out\n", "'out'\n")
  },
  'config-missing-package': {
    files: {
      [CONFIG]:
        "import {defineConfig} from 'passerelle-lost'\n\nexport default defineConfig({locales: ['en', 'fr']})\n"
    },
    command: 'status',
    solved: (folder) => folder.write(CONFIG, "export default {locales: ['en', 'fr']}\n")
  },
  'config-no-default': {
    files: {[CONFIG]: "export const config = {locales: ['en', 'fr']}\n"},
    command: 'status',
    solved: {before: {init: (folder) => folder.remove(CONFIG)}}
  },
  'config-unknown-key': {
    files: {[CONFIG]: "export default {locale: ['en', 'fr']}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, 'locale:', 'locales:')
  },
  'config-invalid-value': {
    files: {[CONFIG]: "export default {repair: 'edges'}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, "'edges'", "'edge'")
  }
} satisfies Rows<Families['usage']>
