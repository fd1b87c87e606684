import {FRESHNESSES, LEVELS} from '@passerelle/model'
import type {Verb} from '@passerelle/pipeline'
import {CONFIG_KINDS, HANDOFF_FORMATS, PROFILE_NAMES, QUESTIONS} from '@passerelle/pipeline/choices'
import type {ExampleKey, NamesIn} from '../messages/keys.ts'
import {LANGUAGES} from '../messages/messages.ts'

/** An option, as parser, help and completion need it. */
export interface OptionRule {
  /** Long name without dashes; what it does is the message `options.NAME`. */
  readonly name: NamesIn<'options'>
  readonly short?: string
  /** What it takes: the message `values.VALUE` in help. Absent: it is a switch. */
  readonly value?: 'dir' | 'file' | 'tag' | 'number' | 'choice' | 'text'
  /** All that `choice` may be. */
  readonly choices?: ReadonlyArray<string>
  /** Other words for a choice, understood but not shown. */
  readonly aliases?: Readonly<Record<string, string>>
  /** It may be given several times, or once with commas. */
  readonly list?: true
  /** Bounds of a number. */
  readonly range?: readonly [number, number]
}

/** A verb: its summary is the message `verbs.NAME.summary`, its longer text `verbs.NAME.details`. */
export type VerbRule = {
  readonly [Name in VerbName]: VerbShape & {
    readonly name: Name
    /** Command lines, each explained by the message `verbs.NAME.examples.KEY`. */
    readonly examples: ReadonlyArray<{readonly key: ExampleKey<Name>; readonly line: string}>
  }
}[VerbName]

interface VerbShape {
  /** What follows it. */
  readonly operand?: {
    readonly value: 'file' | 'choice' | 'place'
    readonly many: boolean
    /** It may be left out where an option says what to do. */
    readonly optional?: true
    readonly choices?: ReadonlyArray<string>
  }
  readonly options: ReadonlyArray<OptionRule>
}

/** All verbs: those that end with a report on the whole project, and three that look at something else. */
export type VerbName = Verb | 'segment' | 'validate' | 'completion'

/** What the result of `check` may be printed as. */
const REPORT_FORMATS = ['text', 'json', 'junit', 'sarif', 'github', 'markdown'] as const
/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Understood before and after every verb. */
export const GLOBAL_OPTIONS: ReadonlyArray<OptionRule> = [
  {name: 'cwd', value: 'dir'},
  {name: 'locale', short: 'l', value: 'tag', list: true},
  {name: 'dry-run'},
  {name: 'json'},
  {name: 'quiet', short: 'q'},
  {name: 'no-progress'},
  {name: 'lang', value: 'choice', choices: LANGUAGES},
  {name: 'version'},
  {name: 'help', short: 'h'}
]

const to: OptionRule = {name: 'to', value: 'dir'}
const shells = ['bash', 'zsh', 'fish']

/** Of verbs whose results are kept: see `Cache`. */
const cacheOptions: ReadonlyArray<OptionRule> = [{name: 'cache-dir', value: 'dir'}, {name: 'no-cache'}]

/** Documents to work on; all where none is named. */
const documents = {value: 'file', many: true, optional: true} as const

/** The verbs, in the order in which a newcomer meets them. */
export const VERBS: ReadonlyArray<VerbRule> = [
  {
    name: 'init',
    options: [{name: 'config', value: 'choice', choices: CONFIG_KINDS}],
    examples: [
      {key: 'here', line: 'passerelle init'},
      {key: 'locales', line: 'passerelle init -l en,fr'},
      {key: 'json', line: 'passerelle init --config json'}
    ]
  },
  {
    name: 'sync',
    operand: documents,
    options: cacheOptions,
    examples: [
      {key: 'all', line: 'passerelle sync'},
      {key: 'some', line: 'passerelle sync locales/en/releases'},
      {key: 'dry', line: 'passerelle sync --dry-run'}
    ]
  },
  {
    name: 'status',
    operand: documents,
    options: cacheOptions,
    examples: [
      {key: 'all', line: 'passerelle status'},
      {key: 'one', line: 'passerelle status -l fr'}
    ]
  },
  {
    name: 'check',
    operand: documents,
    options: [
      {name: 'format', value: 'choice', choices: REPORT_FORMATS},
      {name: 'for', value: 'choice', choices: QUESTIONS},
      {name: 'fail-on', value: 'choice', choices: LEVELS},
      {name: 'minimum', value: 'number', range: [0, 100]},
      {name: 'baseline', value: 'file'},
      {name: 'update-baseline'},
      {name: 'prune-baseline'},
      {name: 'no-code'},
      ...cacheOptions
    ],
    examples: [
      {key: 'all', line: 'passerelle check'},
      {key: 'github', line: 'passerelle check --format github'},
      {key: 'change', line: 'passerelle check --for change'},
      {key: 'some', line: "passerelle check 'locales/en/releases/2026-*.md'"},
      {key: 'baseline', line: 'passerelle check --baseline accepted.json --update-baseline'},
      {key: 'fork', line: 'passerelle check --no-code'}
    ]
  },
  {
    name: 'confirm',
    operand: {value: 'place', many: true, optional: true},
    options: [{name: 'take', value: 'text'}, {name: 'empty'}, {name: 'all'}],
    examples: [
      {key: 'list', line: 'passerelle confirm'},
      {key: 'keep', line: 'passerelle confirm locales/en/oslo.md:12'},
      {key: 'take', line: 'passerelle confirm locales/en/oslo.md:12 --take 17zr8'},
      {key: 'empty', line: 'passerelle confirm locales/en/oslo.md:12:40 --empty'}
    ]
  },
  {
    name: 'restore',
    operand: {value: 'place', many: true, optional: true},
    options: [{name: 'text', value: 'text'}],
    examples: [
      {key: 'list', line: 'passerelle restore'},
      {key: 'back', line: 'passerelle restore locales/en/oslo.md:12 --text 17zr8'}
    ]
  },
  {
    name: 'extract',
    options: [],
    examples: [{key: 'all', line: 'passerelle extract'}]
  },
  {
    name: 'export',
    operand: documents,
    options: [
      to,
      {name: 'format', value: 'choice', choices: HANDOFF_FORMATS},
      {name: 'profile', value: 'choice', choices: PROFILE_NAMES},
      {name: 'bundle'},
      {
        name: 'only',
        value: 'choice',
        choices: FRESHNESSES,
        aliases: {initial: 'missing'},
        list: true
      }
    ],
    examples: [
      {key: 'all', line: 'passerelle export'},
      {key: 'to', line: 'passerelle export -l fr --to for-marie --only missing,changed'},
      {key: 'omegat', line: 'passerelle export --profile omegat --to for-paul.zip'}
    ]
  },
  {
    name: 'import',
    operand: {value: 'file', many: true},
    options: [],
    examples: [
      {key: 'file', line: 'passerelle import inbox/oslo.xlf'},
      {key: 'zip', line: 'passerelle import ~/Downloads/translated.zip'}
    ]
  },
  {
    name: 'merge',
    options: [{name: 'discard-edit', value: 'file', list: true}],
    examples: [
      {key: 'all', line: 'passerelle merge'},
      {key: 'one', line: 'passerelle merge -l fr'},
      {key: 'discard', line: 'passerelle merge --discard-edit locales/fr/releases/oslo.md'}
    ]
  },
  {
    name: 'pseudo',
    options: [to],
    examples: [{key: 'to', line: 'passerelle pseudo --to pseudo'}]
  },
  {
    name: 'segment',
    operand: {value: 'file', many: false, optional: true},
    options: [{name: 'rules'}],
    examples: [
      {key: 'file', line: 'passerelle segment locales/fr/releases/oslo.md -l fr'},
      {key: 'rules', line: 'passerelle segment --rules > passerelle.srx'}
    ]
  },
  {
    name: 'validate',
    operand: {value: 'file', many: true},
    options: [],
    examples: [
      {key: 'file', line: 'passerelle validate inbox/oslo.xlf'},
      {key: 'folder', line: 'passerelle validate outbox --json'}
    ]
  },
  {
    name: 'completion',
    operand: {value: 'choice', many: false, choices: shells},
    options: [],
    examples: [
      {key: 'bash', line: 'source <(passerelle completion bash)'},
      {key: 'fish', line: 'passerelle completion fish | source'}
    ]
  }
]

/** The rule of a verb. */
export function verbRule(name: string): VerbRule | undefined {
  return VERBS.find((verb) => verb.name === name)
}

/** The name under which an option's value is found: `dry-run` is `dryRun`, `no-progress` is `progress`. */
export function fieldOf({name}: OptionRule): string {
  return name.replace(/^no-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
