import {spawn, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))
const env = {...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '1'}

/** A project with one release, and no translation. */
function project(copies = 1): string {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-'))
  const folder = join(root, 'locales', 'en')
  mkdirSync(join(root, 'locales', 'fr'), {recursive: true})
  mkdirSync(folder)
  writeFileSync(join(folder, '0.md'), '# Oslo\n\nGovernments *agreed* today.\n')
  for (let index = 1; index < copies; index++) cpSync(join(folder, '0.md'), join(folder, `${index}.md`))
  return root
}

function passerelle(...args: string[]): {status: number | null; stdout: string; stderr: string} {
  return spawnSync(process.execPath, [bin, ...args], {env, encoding: 'utf8'})
}

it('works as a program: a first and a second run, then the gate', () => {
  const root = project()
  const first = passerelle('--cwd', root, 'sync')
  expect([first.status, first.stderr]).toEqual([0, ''])
  expect(first.stdout).toContain('  + outbox/en-fr/0.xlf\n')
  const second = passerelle('sync', '--cwd', root)
  expect([second.status, second.stderr]).toEqual([0, ''])
  expect(second.stdout).toMatch(/^Nothing to do: 1 document, and nothing has changed since last time\.\n/)
  const gate = passerelle('check', '--cwd', root)
  expect(gate.status).toBe(3)
  expect(gate.stdout).toContain(
    ':3:1  error  Not translated yet: “Governments agreed today.”. [translation-missing fr]'
  )
})

it('tells a translator what a segment is', () => {
  const root = project()
  passerelle('--cwd', root, 'export', '--to', 'out')
  expect(readFileSync(join(root, 'out', 'en-fr', '0.xlf'), 'utf8')).toContain('>Paragraph, below: Oslo.<')
})

it('ends with 2 on a wrong command line, and with 0 on help', () => {
  expect(passerelle('snyc')).toMatchObject({status: 2, stdout: ''})
  expect(passerelle('sync', '--help')).toMatchObject({status: 0, stderr: ''})
  expect(passerelle('--cwd', '/nowhere/at/all', 'sync')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('error: There is no folder /nowhere/at/all.')
  })
})

it.skipIf(process.platform === 'win32')('goes on when nobody reads what it says', () => {
  const root = project()
  const {stdout, stderr} = spawnSync(
    'bash',
    [
      '-c',
      '"$0" "$1" --cwd "$2" sync 2>&1 >&- | cat; "$0" "$1" --cwd "$2" status --json | true; echo "${PIPESTATUS[0]}"',
      process.execPath,
      bin,
      root
    ],
    {env, encoding: 'utf8'}
  )
  expect([stdout.trim().split('\n').at(-1), stderr]).toEqual(['0', ''])
})

it.skipIf(process.platform === 'win32')(
  'ends with 130 when interrupted, and leaves what can be gone on with',
  async () => {
    const root = project(400)
    const child = spawn(process.execPath, [bin, '--cwd', root, 'sync'], {env})
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (!existsSync(join(root, '.passerelle.lock'))) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(passerelle('--cwd', root, 'sync')).toMatchObject({status: 0})
  }
)

it.skipIf(!existsSync('/dev/full'))(
  'says where what it says cannot be written, and does not look like success',
  () => {
    const root = project()
    const full = openSync('/dev/full', 'w')
    for (const args of [['status'], ['status', '--json'], ['--version']]) {
      const {status, stderr} = spawnSync(process.execPath, [bin, '--cwd', root, ...args], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe']
      })
      expect([status, stderr]).toEqual([1, expect.stringContaining('ENOSPC')])
    }
    const silent = spawnSync(process.execPath, [bin, '--cwd', root, 'status'], {
      stdio: ['ignore', full, full]
    })
    expect(silent.status).toBe(1)
  }
)
