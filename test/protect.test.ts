import {describe, expect, it} from 'vitest'
import {sandbox, translate} from './support.ts'

interface Report {
  readonly diagnostics: ReadonlyArray<{readonly id: string; readonly path: string; readonly line?: number}>
}

/** Divides letters in every way there is before it gives up. */
const CONFIG = "export default {locales: ['en', 'fr'], protect: [/(a+)+$/, /ACME-\\d+/]}\n"
const LONG = `${'a'.repeat(60)}!`

describe('an expression of `protect` that takes too long', () => {
  it('protects nothing there, is named in both languages, and no text is damaged', async () => {
    const project = sandbox({
      'locales/en/a.md': `# ACME-12 is here\n\nIt was ${LONG}\n\nA banana\n`,
      'locales/en/t.json': `{"a": "It was ${LONG}", "b": "ACME-7 is here"}\n`,
      'pipeline.config.ts': CONFIG
    })
    const {stdout} = await project.passerelle('export', '--to', 'out', '--json')
    const {diagnostics} = JSON.parse(stdout) as Report
    expect(diagnostics).toMatchObject([
      {id: 'protect-too-slow', path: 'locales/en/a.md'},
      {id: 'protect-too-slow', path: 'locales/en/t.json', line: 1}
    ])
    for (const name of ['a.xlf', 't.json.xlf']) {
      const file = project.read(`out/en-fr/${name}`)
      expect(file).not.toContain('>ACME')
      project.write(
        name,
        translate(file, (text) => text.toUpperCase())
      )
      await project.passerelle('import', name)
    }
    const merged = await project.passerelle('merge', '--lang', 'en')
    expect(merged).toMatchObject({code: 0})
    expect(merged.stdout + merged.stderr).toContain('/(a+)+$/')
    expect(project.read('locales/fr/a.md')).toBe(
      `# ACME-12 IS HERE\n\nIT WAS ${LONG.toUpperCase()}\n\nA BANANA\n`.replace('BANANA', 'BANANa')
    )
    expect(project.read('locales/fr/t.json')).toBe(
      `{"a": "IT WAS ${LONG.toUpperCase()}", "b": "ACME-7 IS HERE"}\n`
    )
    const french = await project.passerelle('merge', '--lang', 'fr')
    expect(french.stdout + french.stderr).toContain('a pris trop de temps')
  })
})
