import {GLOBAL_OPTIONS, type OptionRule, VERBS, type VerbRule} from '../grammar/grammar.ts'

/**
 * Completion for bash, 3.2 and later.
 *
 * `=` breaks words there, so `--format=js` arrives as three.
 */
export function bashCompletion(): string {
  const names = VERBS.map(({name}) => name)
  const valued = [GLOBAL_OPTIONS, ...VERBS.map(({options}) => options)].flat().filter(({value}) => value)
  return `# passerelle completion for bash
_passerelle() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb= i IFS=$'\\n'
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${[...new Set(valued.flatMap(flags))].join('|')}) ((i++)) ;;
      ${names.join('|')}) verb=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case "$verb $prev" in
${[...VERBS.flatMap((verb) => valueCases(verb.options, verb.name)), ...valueCases(GLOBAL_OPTIONS, '*')].join('\n')}
  esac
  case "$verb" in
    '') ${words([...names, ...GLOBAL_OPTIONS.flatMap(flags)])} ;;
${VERBS.map(verbCase).join('\n')}
  esac
}
complete -F _passerelle passerelle
`
}

function valueCases(options: ReadonlyArray<OptionRule>, verb: string): string[] {
  return options
    .filter(({value}) => value)
    .map((rule) => {
      const patterns = flags(rule).map((flag) => (verb === '*' ? `*' ${flag}'` : `'${verb} ${flag}'`))
      return `    ${patterns.join('|')}) ${reply(rule)}; return ;;`
    })
}

function reply({value, choices}: OptionRule): string {
  if (choices) return words(choices)
  if (value === 'dir') return 'COMPREPLY=($(compgen -d -- "$cur")); compopt -o filenames 2>/dev/null'
  if (value === 'file') return FILES
  return ':'
}

const FILES = 'COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null'

function verbCase({name, operand, options}: VerbRule): string {
  const all = [...(operand?.choices ?? []), ...[...options, ...GLOBAL_OPTIONS].flatMap(flags)]
  const body =
    operand?.value === 'file' ? `if [[ $cur == -* ]]; then ${words(all)}; else ${FILES}; fi` : words(all)
  return `    ${name}) ${body} ;;`
}

function words(list: ReadonlyArray<string>): string {
  return `COMPREPLY=($(IFS=' '; compgen -W '${list.join(' ')}' -- "$cur"))`
}

function flags({name, short}: OptionRule): string[] {
  return [...(short ? [`-${short}`] : []), `--${name}`]
}
