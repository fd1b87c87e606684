import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ConversionConfig, toJsonSchema} from '@valibot/to-json-schema'
import {optionRows} from '../packages/pipeline/src/config/options.ts'
import {asData} from '../packages/pipeline/src/config/print.ts'

interface Words {
  readonly config: {readonly schema: string; readonly options: Readonly<Record<string, string>>}
}

/** What JSON cannot hold is left out; what only code can test, the command tests. */
const CONVERSION: ConversionConfig = {
  typeMode: 'input',
  errorMode: 'ignore',
  ignoreActions: ['check', 'transform'],
  overrideSchema: ({valibotSchema}) =>
    'options' in valibotSchema && JSON.stringify(valibotSchema.options).includes('"instance"')
      ? {type: 'string'}
      : undefined
}

/** The JSON schema of a configuration, as the file holds it. */
export function schemaText(): string {
  const catalog = readFileSync(join(import.meta.dirname, '../locales/en/cli.json'), 'utf8')
  const {config} = JSON.parse(catalog) as Words
  const properties = optionRows.map(({name, schema, fallback, example}) => {
    const {$schema: _, ...shape} = toJsonSchema(schema, CONVERSION)
    const value = fallback === undefined ? {} : {default: asData(fallback)}
    return [name, {description: config.options[name], ...shape, ...value, examples: [asData(example)]}]
  })
  const all = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: config.schema,
    type: 'object',
    additionalProperties: false,
    properties: {$schema: {type: 'string'}, ...Object.fromEntries(properties)}
  }
  return `${JSON.stringify(all, undefined, 2)}\n`
}
