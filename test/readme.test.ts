import {mkdtempSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {root, run} from './support.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The translations of the tour, by how the source begins. */
const TRANSLATIONS: ReadonlyArray<readonly [source: RegExp, target: string]> = [
  [/^Help reaches the Meyre$/, 'L’aide arrive sur la Meyre'],
  [/^November 2026\.$/, 'Novembre 2026.'],
  [
    /^Within six hours the river rose by (<g [^>]*>)4\.7 metres<\/g>\.$/,
    'En six heures, la rivière est montée de $14,7 mètres</g>.'
  ],
  [
    /^Some 62 000 people had to leave their homes\.$/,
    'Quelque 62 000 personnes ont dû quitter leur domicile.'
  ],
  [
    /^For further information: (<g [^>]*>)our press office<\/g>\.$/,
    'Pour en savoir plus\u00A0: $1notre service de presse</g>.'
  ]
]

function translate(xml: string): string {
  return xml.replace(
    /<source>(.*?)<\/source>(\s*)<target [^>]*\/>/g,
    (all, source: string, space: string) => {
      const found = TRANSLATIONS.find(([pattern]) => pattern.test(source))
      return found ? `<source>${source}</source>${space}<target>${source.replace(...found)}</target>` : all
    }
  )
}

describe('the five minutes of the README', () => {
  it('print what it says they print', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-tour-'))
    const passerelle = async (...args: string[]): Promise<void> => {
      const {stdout, stderr} = await run(join(root, 'node_modules/.bin/passerelle'), [
        '--cwd',
        folder,
        ...args
      ])
      expect(stderr).toBe('')
      expect(readme).toContain(stdout.trim())
    }
    const blocks = [...readme.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text!)
    await passerelle('init')
    const release = join(folder, 'locales/en/releases/river.md')
    mkdirSync(join(release, '..'), {recursive: true})
    writeFileSync(release, blocks[0]!)
    await passerelle('sync')
    const handoff = readFileSync(join(folder, 'outbox/en-fr/releases/river.xlf'), 'utf8')
    writeFileSync(join(folder, 'inbox/river.xlf'), translate(handoff))
    await passerelle('sync')
    expect(readFileSync(join(folder, 'locales/fr/releases/river.md'), 'utf8').replaceAll('\u00A0', ' ')).toBe(
      blocks[1]
    )
    writeFileSync(release, blocks[0]!.replace('4.7', '4.9'))
    await passerelle('check')
  })
})
