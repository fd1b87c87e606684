import type {Messages} from '../messages/messages.ts'
import {bashCompletion} from './bash.ts'
import {fishCompletion} from './fish.ts'
import {zshCompletion} from './zsh.ts'

const SHELLS: Readonly<Record<string, (messages: Messages) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion
}

/** The script that completes Passerelle's verbs, options and their values in a shell. */
export function completion(shell: string, messages: Messages): string {
  return SHELLS[shell]!(messages)
}
