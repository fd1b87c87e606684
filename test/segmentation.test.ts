import {describe, expect, it} from 'vitest'
import {accent, sandbox, translate} from './support.ts'

const TEXT = 'He came at 5 p.m. Oslo was late. Nobody minded.\n'

/** Rules that break after every full stop and space. */
const EAGER = `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no">
<formathandle type="start" include="no"/><formathandle type="end" include="yes"/><formathandle type="isolated" include="no"/>
</header>
<body>
<languagerules><languagerule languagerulename="Eager"><rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="Eager"/></maprules>
</body>
</srx>
`

const config = (extra: string): string => `export default {locales: ['en', 'fr']${extra}}\n`

describe('the segmentation rules of a project', () => {
  it('cut as its translators’ tool does, and translations follow when they change', async () => {
    const project = sandbox({'locales/en/a.md': TEXT})
    await project.passerelle('export', '--to', 'out')
    const before = project.read('out/en-fr/a.xlf').match(/<source\b/g)!.length
    project.write('back.xlf', translate(project.read('out/en-fr/a.xlf'), accent))
    await project.passerelle('import', 'back.xlf')

    project.write('rules.srx', EAGER)
    project.write('pipeline.config.ts', config(", segmentation: {en: 'rules.srx', fr: 'rules.srx'}"))
    await project.passerelle('export', '--to', 'again')
    expect(project.read('again/en-fr/a.xlf').match(/<source\b/g)).toHaveLength(3)
    expect(before).toBeLessThanOrEqual(3)
    await project.passerelle('merge')
    expect(await project.passerelle('check')).toMatchObject({code: 0})

    project.write('pipeline.config.ts', config(''))
    await project.passerelle('merge')
    expect(await project.passerelle('check')).toMatchObject({code: 0})
    expect(project.read('locales/fr/a.md')).toBe(accent(TEXT))
  })

  it('are named where they cannot be used, and ours stand in', async () => {
    const project = sandbox({
      'locales/en/a.md': TEXT,
      'rules.srx': EAGER.replace('\\.</beforebreak>', '(</beforebreak>'),
      'pipeline.config.ts': config(", segmentation: {en: 'rules.srx', fr: 'missing.srx'}")
    })
    const {stdout, code} = await project.passerelle('extract', '--json')
    const {diagnostics} = JSON.parse(stdout) as {diagnostics: {id: string; path: string; line?: number}[]}
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([
      {id: 'cannot-read', path: 'missing.srx'},
      {id: 'srx-rule-failed', path: 'rules.srx', line: 7}
    ])
    expect(project.exists('locales/xliff/en-fr/a.xlf')).toBe(true)
  })

  it('can be seen at work, and given away', async () => {
    const project = sandbox({'locales/fr/a.md': 'M. Roy arrive. Il parle.\n'})
    const {stdout} = await project.passerelle('segment', 'locales/fr/a.md')
    expect(stdout).toContain('  M. Roy arrive.\n')
    expect(stdout).toContain('  Il parle.\n')
    const rules = await project.passerelle('segment', '--rules')
    project.write('rules.srx', rules.stdout)
    project.write('pipeline.config.ts', config(", segmentation: {fr: 'rules.srx'}"))
    expect((await project.passerelle('segment', 'locales/fr/a.md')).stdout).toContain('  M. Roy arrive.\n')
  })
})
