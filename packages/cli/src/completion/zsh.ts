import {GLOBAL_OPTIONS, type OptionRule, VERBS, type VerbRule} from '../grammar/grammar.ts'
import type {Messages} from '../messages/messages.ts'

/** Completion for zsh, to be sourced or put as `_passerelle` into a folder of `fpath`. */
export function zshCompletion(messages: Messages): string {
  const verbs = VERBS.map(({name}) =>
    quote(`${name}:${messages.say(`verbs.${name}.summary`).replaceAll(':', '\\:')}`)
  )
  return `#compdef passerelle
# passerelle completion for zsh
_passerelle() {
  local context state state_descr line
  typeset -A opt_args
  local -a everywhere verbs
  everywhere=(
${indent(
  GLOBAL_OPTIONS.map((rule) => specOf(rule, messages)),
  4
)}
  )
  verbs=(
${indent(verbs, 4)}
  )
  _arguments -C -A '-*' $everywhere '1:verb:->verb' '*::argument:->rest'
  case $state in
    verb) _describe verb verbs ;;
    rest)
      case $line[1] in
${indent(
  VERBS.map((verb) => verbCase(verb, messages)),
  8
)}
      esac ;;
  esac
}
if [[ $funcstack[1] == _passerelle ]]; then _passerelle "$@"; else compdef _passerelle passerelle; fi
`
}

function verbCase({name, operand, options}: VerbRule, messages: Messages): string {
  const specs = options.map((rule) => specOf(rule, messages))
  if (operand?.choices) specs.push(`'1:${operand.value}:(${operand.choices.join(' ')})'`)
  else if (operand) specs.push(`'*:${operand.value}:_files'`)
  return `${name}) _arguments ${['$everywhere', ...specs].join(' ')} ;;`
}

/** `'(-l --locale)'{-l,--locale}'[work on one language]:tag:'`, or without the short name. */
function specOf(rule: OptionRule, messages: Messages): string {
  const {name, short, list} = rule
  const text = messages.say(`options.${name}`).replace(/[[\]:\\]/g, '\\$&')
  const tail = `[${text}]${valueOf(rule)}`
  if (!short) return quote(`${list ? '*' : ''}--${name}${tail}`)
  const both = list ? `'*'{-${short},--${name}}` : `'(-${short} --${name})'{-${short},--${name}}`
  return both + quote(tail)
}

function valueOf({value, choices}: OptionRule): string {
  if (!value) return ''
  if (choices) return `:${value}:(${choices.join(' ')})`
  if (value === 'dir') return ':dir:_files -/'
  return value === 'file' ? ':file:_files' : `:${value}:`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function indent(lines: ReadonlyArray<string>, spaces: number): string {
  return lines.map((line) => ' '.repeat(spaces) + line).join('\n')
}
