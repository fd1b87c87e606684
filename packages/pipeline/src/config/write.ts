import {type OptionRow, optionRows} from './options.ts'
import {asData, inCode} from './print.ts'

/** Explains an option in words, by its name `options.NAME`; `head` gives the words at the top of the file. */
export type Explain = (name: 'head' | `options.${OptionRow['name']}`) => string

/** Path of the JSON schema, which comes with the command. */
const SCHEMA = './node_modules/passerelle/schema/config.json'

/** A configuration as data. */
export function dataText(written: object): string {
  const data = asData({$schema: SCHEMA, ...written})
  return `${JSON.stringify(data, undefined, 2)}\n`
}

/**
 * A configuration as code, with an explanation of each option. Options that are not set follow as comments with their
 * defaults.
 */
export function codeText(written: Readonly<Record<string, unknown>>, explain?: Explain): string {
  const active = optionRows.filter(({name}) => name in written)
  const rest = explain ? optionRows.filter(({name}) => !(name in written)) : []
  const lines = [
    ...active.map((row) => entry(row, `${row.name}: ${inCode(written[row.name])},`, explain)),
    ...rest.map((row) => entry(row, `// ${row.name}: ${inCode(row.fallback ?? row.example)},`, explain))
  ]
  const head = explain ? comment(explain('head'), '') : ''
  return `${head}export default {\n${lines.join(explain ? '\n' : '')}}\n`
}

function entry({name}: OptionRow, line: string, explain: Explain | undefined): string {
  return `${explain ? comment(explain(`options.${name}`), '  ') : ''}  ${line}\n`
}

/** Widest line of a comment. */
const WIDTH = 100

function comment(text: string, indent: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${indent}// ${last} ${word}`.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `${indent}// ${line}\n`).join('')
}
