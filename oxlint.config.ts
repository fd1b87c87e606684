import type {OxlintConfig, OxlintOverride} from 'oxlint'

/**
 * Folders inside packages, in the order of the data: each imports only itself and those before it. Files that lie in `src`
 * itself come last. A new folder is a new name here.
 */
export const ROOMS: Readonly<Record<string, ReadonlyArray<string>>> = {
  model: ['diagnostics', 'unit', 'carry'],
  segmentation: ['rules', 'regex'],
  check: ['rule', 'checks'],
  markdown: ['text', 'sites', 'parse', 'read', 'print', 'merge'],
  xliff: ['xml', 'words', 'validate', 'inline', 'returned', 'read', 'write', 'tools'],
  pipeline: [
    'formats',
    'report',
    'files',
    'config',
    'project',
    'cache',
    'content',
    'page',
    'memory',
    'work',
    'edits',
    'handback',
    'handoff',
    'gate',
    'confirm',
    'verbs'
  ],
  cli: ['messages', 'terminal', 'grammar', 'completion', 'reporters', 'commands']
}

type Pattern = {group: string[]; message: string} | {regex: string; message: string}

const BY_NAME: Pattern = {group: ['**/src/**', '**/packages/**'], message: 'Import a package by its name.'}

const NO_SYSTEM: Pattern = {
  group: [
    'node:fs',
    'node:fs/*',
    'fs',
    'fs/*',
    'node:process',
    'process',
    'node:child_process',
    'node:os',
    'node:timers',
    'node:timers/*',
    'node:worker_threads'
  ],
  message: 'Only pipeline and cli touch files, clock, environment or console.'
}

const library: ReadonlyArray<Pattern> = [
  {
    group: ['@passerelle/*', '!@passerelle/model', 'passerelle'],
    message: 'Libraries know the model alone; pipeline introduces them to one another.'
  },
  NO_SYSTEM,
  BY_NAME
]

/** What each package may not import, and whether it stays away from clock and console. */
const PACKAGES: Readonly<Record<string, ReadonlyArray<Pattern>>> = {
  model: [
    // All but files beside it, `node:crypto` and `node:vm`. A group with `!./**` would let in what a later pattern forbids.
    {regex: '^(?:[^.:][^:]*$|node:(?:[^cv]|c[^r]|v[^m]))', message: 'The model has no dependency.'},
    {group: ['**/src/**', '**/packages/**'], message: 'The model imports nothing.'}
  ],
  segmentation: library,
  markdown: library,
  catalog: library,
  xliff: library,
  check: library,
  pipeline: [{group: ['passerelle'], message: 'The pipeline does not know the command line.'}, BY_NAME],
  cli: [
    {
      group: ['@passerelle/*', '!@passerelle/pipeline', '!@passerelle/model'],
      message: 'The command line speaks to the pipeline.'
    },
    BY_NAME
  ]
}

const ALL_PURE = ['process', 'console', 'fetch', 'setTimeout', 'setInterval', 'Date']

function overridesOf(name: string, patterns: ReadonlyArray<Pattern>): OxlintOverride[] {
  const rooms = ROOMS[name] ?? []
  const isPure = patterns === library || name === 'model'
  return [
    {
      files: [`packages/${name}/src/**`],
      rules: {
        ...(name !== 'cli' && {'no-console': 'error'}),
        ...(isPure && {'no-restricted-globals': ['error', ...ALL_PURE]}),
        ...noImports(patterns)
      }
    },
    ...rooms.map((room, index) => ({
      files: [`packages/${name}/src/${room}/**`],
      rules: noImports([...patterns, laterThan(rooms, index)])
    }))
  ]
}

function noImports(patterns: ReadonlyArray<Pattern>): NonNullable<OxlintOverride['rules']> {
  return {'no-restricted-imports': ['error', {patterns: [...patterns]}]}
}

/** What a folder may not import: the folders after it, and what lies beside all of them. */
function laterThan(rooms: ReadonlyArray<string>, index: number): Pattern {
  const message = `Data goes ${rooms.join(' → ')}: import only from folders before this one.`
  return {regex: `^\\.\\./(?:[^/]+\\.ts$|(?:${[...rooms.slice(index + 1), '\\.\\.'].join('|')})/)`, message}
}

const config: OxlintConfig = {
  plugins: ['typescript', 'unicorn', 'import', 'oxc', 'vitest'],
  categories: {correctness: 'error', suspicious: 'error', perf: 'error'},
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/explicit-module-boundary-types': 'error',
    'typescript/no-non-null-assertion': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'typescript/consistent-return': 'off',
    'no-await-in-loop': 'off',
    'no-control-regex': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'import/no-named-as-default': 'off',
    'oxc/no-map-spread': 'off',
    'import/no-cycle': 'error',
    'vitest/no-conditional-tests': 'off',
    'vitest/valid-expect': ['error', {maxArgs: 2}],
    'vitest/require-mock-type-parameters': 'off',
    'max-lines': ['error', {max: 400, skipBlankLines: true, skipComments: true}]
  },
  ignorePatterns: ['**/dist/**', '**/fixtures/**', 'locales/**'],
  overrides: Object.entries(PACKAGES).flatMap(([name, patterns]) => overridesOf(name, patterns))
}

export default config
