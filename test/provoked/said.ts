import {DIAGNOSTICS, type DiagnosticRow, USAGE_PROBLEMS} from '@passerelle/model'
import {wordsOf} from '../../packages/cli/src/reporters/diagnostics.ts'
import type {Messages} from '../../packages/cli/src/messages/messages.ts'
import type {Told} from './told.ts'

const table: Readonly<Record<string, DiagnosticRow>> = {...USAGE_PROBLEMS, ...DIAGNOSTICS}

const KINDS: Readonly<Record<string, string>> = {text: 'string', number: 'number'}

/** Arguments that the table does not have, or that are not of the kind it says, or that are absent. */
export function argsWrong({id, args}: Told): string[] {
  const expected = table[id]!.args
  const values: Readonly<Record<string, unknown>> = args
  const names = new Set([...Object.keys(expected), ...Object.keys(values)])
  return [...names].filter((name) => {
    const kind = expected[name]
    if (kind === undefined) return true
    const isAbsent = values[name] === undefined
    return isAbsent ? !kind.endsWith('?') : typeof values[name] !== KINDS[kind.replace('?', '')]
  })
}

/** What is said in a language of what was reported, in which a value is lacking, or nothing said. */
export function unfilled(told: Told, messages: Messages): string[] {
  // What a value itself holds is no hole.
  const args = Object.fromEntries(
    Object.entries(told.args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/…|\{\{/g, '-') : value
    ])
  )
  const others = Object.keys(args).filter((name) =>
    messages.has(`diagnostics.${told.id}.sentence-no-${name}`, args)
  )
  return [args, ...others.map((name) => ({...args, [name]: ''}))].flatMap((each) => {
    const {sentence, hint} = wordsOf({...told, args: each}, messages)
    return [sentence || `no sentence for ${told.id}`, hint].filter((text) => /…|\{\{|^no sentence/.test(text))
  })
}

/** All that is said of what was reported. */
export function said(told: Told, messages: Messages): string {
  const {sentence, hint} = wordsOf(told, messages)
  return `${sentence} ${hint}`
}
