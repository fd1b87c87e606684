import {availableParallelism} from 'node:os'
import * as v from 'valibot'
import {allExtensions} from '@passerelle/markdown'
import {LEVELS} from '@passerelle/model'
import {PROFILE_NAMES, REPAIR_POLICIES} from '@passerelle/xliff'
import {usualEndings} from '../formats/formats.ts'
import {HANDOFF_FORMATS} from '../report/choices.ts'
import {settableIds} from './settable.ts'
import {expression, locale, pattern, percent, place, text} from './shapes.ts'

/**
 * Every option of a configuration, one row each; the message `config.options.NAME` explains it.
 *
 * From these rows come the types, the validation, what `init` writes, and the JSON schema.
 *
 * - `schema`: what may be written, and what it is read as;
 * - `fallback`: what counts where nothing is written; without it the option stays open;
 * - `example`: what a message shows, and `init`.
 */
const OPTIONS = {
  locales: {schema: list(locale), example: ['en', 'fr']},
  content: {
    schema: v.pipe(
      list(pattern),
      v.check((patterns) => patterns.some((each) => !each.startsWith('!')))
    ),
    fallback: [`locales/{locale}/**/*.{${usualEndings.join(',')}}`],
    example: ['locales/{locale}/**/*.md', '!**/drafts/**']
  },
  bilingual: {schema: place, fallback: 'locales/xliff', example: 'locales/xliff'},
  outbox: {schema: place, fallback: 'outbox', example: 'outbox'},
  inbox: {schema: place, fallback: 'inbox', example: 'inbox'},
  handoff: {
    schema: v.pipe(
      v.strictObject({
        profile: v.optional(v.picklist(PROFILE_NAMES)),
        format: v.optional(v.picklist(HANDOFF_FORMATS))
      }),
      v.transform(({profile, format}) => ({profile: profile ?? 'generic', ...(format && {format})}))
    ),
    fallback: {profile: 'generic'},
    example: {profile: 'generic'}
  },
  frontMatter: {schema: list(text, 0), example: ['title', 'description']},
  protect: {schema: list(expression, 0), fallback: [], example: [/ACME-\d+/]},
  codeComments: {schema: v.boolean(), fallback: false, example: true},
  markdown: {schema: v.picklist(['markdown', 'mdx']), fallback: 'markdown', example: 'mdx'},
  extensions: {
    schema: list(v.picklist(allExtensions), 0),
    fallback: allExtensions,
    example: allExtensions
  },
  segmentation: {schema: v.record(locale, place), fallback: {}, example: {fr: 'rules/french.srx'}},
  hardBreaks: {schema: v.boolean(), fallback: false, example: true},
  onChanged: {schema: v.picklist(['previous', 'source']), fallback: 'previous', example: 'source'},
  repair: {schema: v.picklist(REPAIR_POLICIES), fallback: 'edge', example: 'anchored'},
  edits: {schema: v.picklist(['take', 'ask']), fallback: 'take', example: 'ask'},
  pages: {schema: v.picklist(['kept', 'built']), fallback: 'kept', example: 'kept'},
  reuse: {schema: v.picklist(['fill', 'propose', 'off']), fallback: 'fill', example: 'propose'},
  buildFrom: {
    schema: v.union([percent, v.record(text, percent)]),
    fallback: 0,
    example: {'releases/**': 100, 'docs/**': 0}
  },
  checks: {
    schema: v.record(v.picklist(settableIds), v.picklist([...LEVELS, 'off'])),
    fallback: {},
    example: {'number-differs': 'error'}
  },
  concurrency: {
    schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
    fallback: availableParallelism,
    example: 4
  }
} as const

type Options = typeof OPTIONS
type OptionName = keyof Options
type Output<Name extends OptionName> = Frozen<v.InferOutput<Options[Name]['schema']>>
type WithFallback = {
  [Name in OptionName]: Options[Name] extends {fallback: unknown} ? Name : never
}[OptionName]

type Frozen<T> = T extends RegExp ? T : T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

/** What a configuration file holds; everything has a default. */
export type WrittenConfig = {
  readonly [Name in OptionName]?: Frozen<v.InferInput<Options[Name]['schema']>>
} & {
  /** The JSON schema, for editors. */
  readonly $schema?: string
}

/** A configuration with its defaults filled in. `locales` and `frontMatter` are undefined if they are not set. */
export type Config = {readonly [Name in WithFallback]: Output<Name>} & {
  readonly [Name in Exclude<OptionName, WithFallback>]?: Output<Name>
}

/** A row of the table, for code that prints or describes options. */
export interface OptionRow {
  readonly name: OptionName
  readonly schema: v.GenericSchema
  /** The default; undefined where it depends on the project or the machine. */
  readonly fallback: unknown
  readonly example: unknown
}

export const optionRows: ReadonlyArray<OptionRow> = Object.entries(OPTIONS).map(([name, row]) => {
  const fallback = 'fallback' in row && typeof row.fallback !== 'function' ? row.fallback : undefined
  return {name: name as OptionName, schema: row.schema, fallback, example: row.example}
})

/** The schema of a whole configuration. */
export const configSchema: v.GenericSchema = v.strictObject({
  $schema: v.optional(v.string()),
  ...Object.fromEntries(optionRows.map(({name, schema}) => [name, v.optional(schema)]))
})

/** The defaults of all options that have one. */
export function defaults(): Partial<Config> {
  return Object.fromEntries(
    Object.entries(OPTIONS).flatMap(([name, row]) =>
      'fallback' in row
        ? [[name, typeof row.fallback === 'function' ? row.fallback() : row.fallback] as const]
        : []
    )
  )
}

function list<Item extends v.GenericSchema>(item: Item, least = 1) {
  return v.pipe(v.array(item), v.minLength(least))
}
