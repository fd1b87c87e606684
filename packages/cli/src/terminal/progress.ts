import type {Progress} from '@passerelle/pipeline'
import ora from 'ora'
import {middle} from './layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Look} from './terminal.ts'
import {visible} from './visible.ts'

/** A line that tells how far work is, on a terminal. */
export interface ProgressLine {
  /** What it says now. */
  readonly text: string
  readonly show: (progress: Progress) => void
  /** Leave no trace of it. */
  readonly stop: () => void
}

/** Start a progress line on a stream that a person watches. */
export function startProgress(stream: NodeJS.WritableStream, messages: Messages, look: Look): ProgressLine {
  // Reading stdin raw, as ora does by default, would keep Ctrl-C from interrupting the work.
  const spinner = ora({stream, discardStdin: false, spinner: look.unicode ? 'dots' : 'line', color: 'cyan'})
  spinner.start(messages.say('progress.start'))
  return {
    get text() {
      return spinner.text
    },
    show: ({phase, done, total, path}) => {
      const step = messages.say(`progress.${phase}`)
      const count = total > 0 ? ` ${messages.number(done)}/${messages.number(total)}` : ''
      const room = Math.max(12, look.width - step.length - count.length - 6)
      spinner.text = `${step}${count}  ${look.colors.dim(middle(visible(path), room, look.unicode ? '…' : '...'))}`
    },
    stop: () => {
      spinner.stop()
    }
  }
}
