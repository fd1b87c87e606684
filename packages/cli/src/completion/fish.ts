import {GLOBAL_OPTIONS, type OptionRule, VERBS, type VerbRule} from '../grammar/grammar.ts'
import type {Messages} from '../messages/messages.ts'

/** Completion for fish, to be sourced or put into `~/.config/fish/completions`. */
export function fishCompletion(messages: Messages): string {
  const names = VERBS.map(({name}) => name).join(' ')
  const lines = [
    '# passerelle completion for fish',
    'complete -c passerelle -f',
    ...GLOBAL_OPTIONS.map((rule) => optionLine(rule, messages)),
    ...VERBS.flatMap((verb) => verbLines(verb, names, messages))
  ]
  return `${lines.join('\n')}\n`
}

function verbLines({name, operand, options}: VerbRule, names: string, messages: Messages): string[] {
  const summary = quote(messages.say(`verbs.${name}.summary`))
  const inside = `-n '__fish_seen_subcommand_from ${name}'`
  const lines = [
    `complete -c passerelle -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${summary}`
  ]
  if (operand?.choices) lines.push(`complete -c passerelle ${inside} -a '${operand.choices.join(' ')}'`)
  else if (operand) lines.push(`complete -c passerelle ${inside} -F`)
  return [...lines, ...options.map((rule) => optionLine(rule, messages, `${inside} `))]
}

function optionLine({name, short, value, choices}: OptionRule, messages: Messages, when = ''): string {
  const takes = {none: '', dir: " -x -a '(__fish_complete_directories)'", file: ' -r -F', other: ' -x'}
  const kind = value === undefined ? 'none' : value === 'dir' || value === 'file' ? value : 'other'
  const words = choices ? ` -x -a '${choices.join(' ')}'` : takes[kind]
  return `complete -c passerelle ${when}${short ? `-s ${short} ` : ''}-l ${name}${words} -d ${quote(messages.say(`options.${name}`))}`
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
