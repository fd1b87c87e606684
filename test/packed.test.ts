import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {accent, root, run, sandbox, translate} from './support.ts'

const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {scripts: {setup: string}}
const pnpm = /pnpm@[\d.]+/.exec(scripts.setup)![0]

it('runs the main loop from the packed packages, installed into an empty folder', async () => {
  expect(await run(join(root, 'node_modules/.bin/node'), ['scripts/build.ts'])).toMatchObject({code: 0})
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-packed-'))
  for (const name of readdirSync(join(root, 'packages'))) {
    const packed = await run(
      'npx',
      ['--yes', pnpm, 'pack', '--pack-destination', folder],
      join(root, 'packages', name)
    )
    expect(packed, packed.stderr).toMatchObject({code: 0})
  }
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  expect(tarballs).toHaveLength(readdirSync(join(root, 'packages')).length)
  const overrides = Object.fromEntries(tarballs.map((name) => [packageOf(name), `file:./${name}`]))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({private: true, dependencies: overrides, overrides})
  )
  const installed = await run('npm', ['install', '--no-audit', '--no-fund'], folder)
  expect(installed, installed.stderr).toMatchObject({code: 0})

  const command = join(folder, 'node_modules/.bin/passerelle')
  const project = sandbox({'locales/en/river.md': '# The river\n\nThe **Meuse** rose. Nobody was hurt.\n'})
  const go = (...args: string[]): ReturnType<typeof run> =>
    run(command, ['--cwd', project.root, ...args], folder)
  expect(await go('export')).toMatchObject({code: 0})
  project.write('back.xlf', translate(project.read('outbox/en-fr/river.xlf'), accent))
  expect(await go('import', 'back.xlf')).toMatchObject({code: 0})
  expect(await go('merge')).toMatchObject({code: 0})
  expect(project.read('locales/fr/river.md')).toBe('# Thê rîvêr\n\nThê **Mêûsê** rôsê. Nôbôdy wâs hûrt.\n')
  const {stdout, code} = await go('status', '--lang', 'fr')
  expect(code).toBe(0)
  expect(stdout).toMatch(/100\s%/)
})

/** `passerelle-model-0.1.0.tgz` is `@passerelle/model`. */
function packageOf(tarball: string): string {
  const name = tarball.replace(/-\d+\.\d+\.\d+\.tgz$/, '')
  return name === 'passerelle' ? name : name.replace('passerelle-', '@passerelle/')
}
