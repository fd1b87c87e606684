// Emits every package as ESM with types into its `dist`, ready for `pnpm pack`. Only publishing needs it.
import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const emitted = join(root, '.build')
rmSync(emitted, {recursive: true, force: true})
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit'
})

for (const name of readdirSync(join(root, 'packages'))) {
  const dist = join(root, 'packages', name, 'dist')
  rmSync(dist, {recursive: true, force: true})
  cpSync(join(emitted, name, 'src'), dist, {recursive: true})
  for (const data of globSync('**/*.{json,srx}', {cwd: join(root, 'packages', name, 'src')})) {
    cpSync(join(root, 'packages', name, 'src', data), join(dist, data))
  }
}
rmSync(emitted, {recursive: true})

// The command line brings its messages with it.
const messages = join(root, 'packages/cli/dist/messages')
mkdirSync(messages, {recursive: true})
for (const catalog of globSync('locales/*/cli.json', {cwd: root})) {
  const locale = catalog.split(/[/\\]/)[1]
  if (existsSync(join(root, catalog))) cpSync(join(root, catalog), join(messages, `${locale}.json`))
}

// The types of its keys derive from the catalog, which has no place there: it becomes a type in their own file.
const keys = join(root, 'packages/cli/dist/messages/keys.d.ts')
const catalog = readFileSync(join(messages, 'en.json'), 'utf8')
writeFileSync(
  keys,
  readFileSync(keys, 'utf8').replace(
    /^import type english from .*$/m,
    () => `declare const english: ${catalog}`
  )
)
