import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, it} from 'vitest'

const command = fileURLToPath(new URL('../bin.js', import.meta.url))

/** Run the command on a Node that says it is another version. */
function runOn(version: string, env: NodeJS.ProcessEnv): Promise<{stdout: string; stderr: string}> {
  const code = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}})`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(code)}`, command, '--version']
  return promisify(execFile)(process.execPath, args, {env: {PATH: process.env['PATH'], ...env}})
}

it.for(['20.20.2', '22.17.9', '18.0.0'])('says that Node %s is too old', async (version) => {
  await expect(runOn(version, {LC_ALL: 'en_US.UTF-8'})).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: `Passerelle needs Node 22.18 or newer, and this is Node ${version}. Install a newer one from https://nodejs.org.\n`
  })
  await expect(runOn(version, {LANG: 'fr_FR.UTF-8'})).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`a besoin de Node 22.18`)
  })
})

it.for(['22.18.0', '24.11.0', '26.0.0'])('runs on Node %s', async (version) => {
  expect((await runOn(version, {})).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
