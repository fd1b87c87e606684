import {expect, it} from 'vitest'
import {loadMessages} from '../src/messages/messages.ts'
import {startProgress} from '../src/terminal/progress.ts'
import {type Call, fakePipeline, look, passerelle, report, terminal} from './world.ts'

it('tells the step, how far it is, and the file, in one line', () => {
  const progress = startProgress(
    terminal(true, () => {}),
    loadMessages('en'),
    look(60)
  )
  progress.show({phase: 'merge', done: 1200, total: 3000, path: `locales/en/${'long/'.repeat(20)}oslo.md`})
  const {text} = progress
  progress.stop()
  expect(text).toMatch(/^Rebuilding 1,200\/3,000 {2}locales\/en\/.*….*oslo\.md$/)
  expect(text.length).toBeLessThan(60)
})

it.each([
  ['sync', {}, true, true],
  ['sync', {}, false, false],
  ['sync', {CI: 'true'}, true, false],
  ['sync', {TERM: 'dumb'}, true, false],
  ['sync -q', {}, true, false],
  ['sync --json', {}, true, false],
  ['sync --no-progress', {}, true, false]
])('%s with %o, on a terminal: %s, is told of progress: %s', async (line, env, isTTY, expected) => {
  const calls: Call[] = []
  await passerelle(line, {pipeline: fakePipeline(report, calls), env, isTTY})
  expect(typeof (calls[0]![1] as {onProgress?: unknown}).onProgress === 'function').toBe(expected)
})
