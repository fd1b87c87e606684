import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {exportHandoffs, type HandoffFormat, importHandbacks, merge, openProject} from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-plural-'))
afterAll(() => rmSync(folder, {recursive: true}))

const CATALOG = {time_one: '{{count}} minute left', time_other: '{{count}} minutes left'}

describe('a plural form for one', () => {
  it.each(['xliff-1.2', 'xliff-2.0'] as const)(
    'may do without its count, %s',
    async (format: HandoffFormat) => {
      const root = join(folder, format)
      const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(root, path)), {recursive: true})
        writeFileSync(join(root, path), text)
      }
      write('locales/en/ui.json', JSON.stringify(CATALOG))
      write('locales/fr/.keep', '')
      await exportHandoffs(await openProject(root), {to: 'out', format})
      const said = [
        ['minute left', 'Plus qu’une minute'],
        ['minutes left', 'Plus que quelques minutes']
      ] as const
      const xml = said.reduce(
        (text, [words, target]) =>
          text.replace(
            new RegExp(`(<source>(?:<[^<>]*>) ${words}</source>)(?:\\s*<target[^>]*/>)?`, 'g'),
            `$1<target>${target}</target>`
          ),
        readFileSync(join(root, 'out/en-fr/ui.json.xlf'), 'utf8')
      )
      write('back.xlf', xml)
      const {diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
      await merge(await openProject(root), {})
      expect(JSON.parse(readFileSync(join(root, 'locales/fr/ui.json'), 'utf8'))).toMatchObject({
        time_one: 'Plus qu’une minute',
        time_other: '{{count}} Plus que quelques minutes'
      })
      expect(diagnostics.map(({id}) => id)).toEqual(['code-put-back', 'code-put-back'])
    }
  )
})
