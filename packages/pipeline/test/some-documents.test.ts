import {describe, expect, it} from 'vitest'
import {check, exportHandoffs, openProject, type Report, status, sync} from '../src/index.ts'
import {type PageProject, pageProject} from './page-project.ts'

const TEXT = 'The army sent two boats. Nobody was hurt.\n'
const documentsOf = ({coverage}: Report): string[] => coverage.map(({document}) => document)

async function project(): Promise<PageProject> {
  const made = pageProject({
    'locales/en/releases/a.md': TEXT,
    'locales/en/releases/b.md': `# B\n\n${TEXT}`,
    'locales/en/c.md': `# C\n\n${TEXT}`
  })
  await made.sync()
  return made
}

describe('documents that are named', () => {
  it.each([
    ['locales/en/c.md', ['c.md']],
    ['./locales/fr/c.md', ['c.md']],
    ['locales/xliff/en-fr/c.xlf', ['c.md']],
    ['locales/en/releases', ['releases/a.md', 'releases/b.md']],
    ['locales/en/releases/', ['releases/a.md', 'releases/b.md']],
    ['locales/en/**/{b,c}.md', ['c.md', 'releases/b.md']],
    ['.', ['c.md', 'releases/a.md', 'releases/b.md']]
  ])('are found by %s', async (name, expected) => {
    const {root} = await project()
    expect(documentsOf(await status(await openProject(root), {documents: [name]}))).toEqual(expected)
  })

  it('must be there', async () => {
    const {root} = await project()
    const run = status(await openProject(root), {documents: ['locales/en/x.md']})
    await expect(run).rejects.toMatchObject({id: 'nothing-there', args: {path: 'locales/en/x.md'}})
  })

  it('alone are judged, and alone decide the gate', async () => {
    const made = await project()
    await made.translate(
      {C: 'C', 'The army sent two boats.': 'Deux bateaux.', 'Nobody was hurt.': 'Sauf.'},
      'c',
      'signed-off'
    )
    await made.sync()
    const judged = async (...documents: string[]): Promise<Report> =>
      check(await openProject(made.root), {documents})
    const found = await judged('locales/en/c.md')
    expect([found.gate?.met, found.diagnostics.filter(({level}) => level === 'error')]).toEqual([true, []])
    expect((await judged('locales/en')).gate?.met).toBe(false)
    // What is wrong with another document is no matter of this one.
    made.write('locales/en/releases/a.md', '<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n')
    expect((await judged('locales/en/c.md')).gate?.met).toBe(true)
  })

  it('alone are handed out', async () => {
    const made = await project()
    await exportHandoffs(await openProject(made.root), {to: 'kit', documents: ['locales/en/c.md']})
    expect(['c', 'releases/a'].map((name) => made.has(`kit/en-fr/${name}.xlf`))).toEqual([true, false])
  })

  it('alone take what came back; files of others stay in the inbox', async () => {
    const made = await project()
    for (const name of ['c', 'releases/a']) {
      const filled = made
        .read(`outbox/en-fr/${name}.xlf`)
        .replace(
          '<source>Nobody was hurt.</source>',
          (source) => `${source}<target state="translated">Sauf</target>`
        )
      made.write(`inbox/${name}.xlf`, filled)
    }
    const report = await sync(await openProject(made.root), {documents: ['locales/en/c.md']})
    expect(report.diagnostics).toEqual([])
    expect(report.counts.imported).toBe(1)
    expect([made.has('inbox/c.xlf'), made.has('inbox/releases/a.xlf')]).toEqual([false, true])
    await made.sync()
    expect(made.has('inbox/releases/a.xlf')).toBe(false)
    expect(made.pairs('releases/a').get('Nobody was hurt.')!.target).toEqual(['Sauf'])
  })
})
