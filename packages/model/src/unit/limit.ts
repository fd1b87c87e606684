import {type Context, Script, createContext} from 'node:vm'

const script = new Script('work()')
const stage: {context?: Context; work?: () => unknown} = {}

/**
 * Do some work, but stop it after a time, even inside one regular expression.
 *
 * @returns
 *   Whether the work was done.
 */
export function withinLimit(work: () => unknown, milliseconds: number): boolean {
  stage.context ??= createContext(stage)
  stage.work = work
  try {
    script.runInContext(stage.context, {timeout: milliseconds})
    return true
  } catch (error) {
    if ((error as {code?: unknown} | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return false
  } finally {
    delete stage.work
  }
}
