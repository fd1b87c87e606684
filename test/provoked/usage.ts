import {execFileSync} from 'node:child_process'
import {type Families, textIdOf} from '@passerelle/model'
import type {Folder} from './folder.ts'
import {AS_ADVISED, type Rows} from './row.ts'
import type {Told} from './told.ts'

const CONFIG = 'pipeline.config.ts'
const DATA = 'passerelle.config.json'

/** What Node itself makes of a project: here, every module is one with `export`. */
function asNodeReads({root}: Folder): Told[] {
  const script = `import {openProject} from '@passerelle/pipeline'
    await openProject(process.argv[1]).catch(({id, args}) => console.log(JSON.stringify({id, args})))`
  const args = ['--input-type=module', '--eval', script, root]
  return execFileSync(process.execPath, args, {encoding: 'utf8'})
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told)
}

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
  'nothing-there': {
    files: {'locales/en/a.md': 'One.\n'},
    command: 'confirm locales/en/b.md:1',
    solved: {instead: 'confirm locales/en'}
  },
  'text-unknown': {
    files: {'locales/en/a.md': 'One.\n'},
    command: 'confirm locales/en/a.md --take zzzzz',
    solved: {instead: AS_ADVISED}
  },
  'text-misfits': {
    files: {'locales/en/a.md': 'One *came*.\n'},
    steps: [
      'export',
      (folder) => {
        const lost = '<target>Un vint.</target>'
        folder.write('back.xlf', folder.read('outbox/en-fr/a.xlf').replace(/<target[^>]*\/>/, lost))
      },
      'import back.xlf'
    ],
    command: `restore locales/en/a.md:1 --text ${textIdOf(['Un vint.'])}`,
    solved: {instead: 'restore'}
  },
  'sentence-unclear': {
    files: {'locales/en/a.md': 'One came. Two went.\n'},
    command: 'confirm locales/en/a.md:1 --empty',
    solved: {instead: AS_ADVISED}
  },
  'config-failed': {
    files: {[CONFIG]: "export default {\n  locales: ['en', 'fr'],\n  outbox: 'out\n}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, "'out\n", "'out'\n")
  },
  'config-missing-package': {
    files: {
      [CONFIG]:
        "import {defineConfig} from 'helpers'\n\nexport default defineConfig({locales: ['en', 'fr']})\n",
      'package.json': '{"dependencies": {"helpers": "file:./helpers"}}\n',
      'helpers/package.json':
        '{"name": "helpers", "version": "1.0.0", "type": "module", "exports": "./index.js"}\n',
      'helpers/index.js': 'export const defineConfig = (config) => config\n'
    },
    command: 'status',
    solved: AS_ADVISED
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
  },
  'config-no-settings': {
    files: {[CONFIG]: 'export default []\n'},
    command: 'status',
    solved: {before: {init: (folder) => folder.remove(CONFIG)}}
  },
  'config-folders-overlap': {
    files: {[CONFIG]: "export default {inbox: 'outbox'}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, "'outbox'", "'inbox'")
  },
  'config-unknown-check': {
    files: {[CONFIG]: "export default {checks: {'number-difers': 'error'}}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, 'difers', 'differs')
  },
  'config-level-fixed': {
    files: {[CONFIG]: "export default {checks: {'cannot-read': 'off', spacing: 'off'}}\n"},
    command: 'status',
    solved: (folder) => folder.edit(CONFIG, "'cannot-read': 'off', ", '')
  },
  'config-two-files': {
    files: {[DATA]: '{}\n'},
    command: 'status',
    solved: (folder) => folder.remove(CONFIG)
  },
  'config-misnamed': {
    files: {'passerelle.config.jsonc': '{}\n'},
    steps: [(folder) => folder.remove(CONFIG)],
    command: 'status',
    solved: (folder) => folder.rename('passerelle.config.jsonc', DATA)
  },
  'config-is-code': {command: 'check --no-code', solved: AS_ADVISED},
  'config-not-json': {
    files: {[DATA]: '{\n  "locales": [en, "fr"]\n}\n'},
    steps: [(folder) => folder.remove(CONFIG)],
    command: 'status',
    solved: (folder) => folder.edit(DATA, 'en,', '"en",')
  },
  'config-key-repeated': {
    files: {[DATA]: '{\n  "pages": "kept",\n  "pages": "built"\n}\n'},
    steps: [(folder) => folder.remove(CONFIG)],
    command: 'status',
    solved: (folder) => folder.edit(DATA, '"pages": "kept",', '')
  },
  'config-commonjs': {
    files: {'package.json': '{"type": "commonjs"}\n'},
    command: asNodeReads,
    solved: AS_ADVISED
  }
} satisfies Rows<Families['usage']>
