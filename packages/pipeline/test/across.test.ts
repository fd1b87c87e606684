import {rmSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {textOf} from '@passerelle/model'
import {check, openProject, type Report, status, sync} from '../src/index.ts'
import {type Disk, realDisk} from '../src/files/disk.ts'
import {runsOf} from '../../../test/support.ts'
import {type PageProject, pageProject} from './page-project.ts'
import {failingDisk} from './year-disk.ts'

const FLOOD = `# Flood in the valley

The army sent two boats to the village. Nobody was hurt.

## Donations

You can give at every town hall of the region.

## Contact

Write to the press office in the morning.
`
const REPORT = '# Annual report\n\nThe report covers the year as a whole. It was approved in May.\n'

const inFrench = (text: string): string => `FR ${text}`

/** All sentences of a document, as they are translated here. */
function frenchOf(text: string): Record<string, string> {
  const sentences = text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => line.replace(/^[#-]+ /, '').split(/(?<=\.) /))
  return Object.fromEntries(sentences.map((sentence) => [sentence, inFrench(sentence)]))
}

/** A project whose documents are all translated. */
async function translated(
  documents: Readonly<Record<string, string>>,
  config?: string,
  state?: string
): Promise<PageProject> {
  const files = Object.entries(documents).map(([name, text]) => [`locales/en/${name}.md`, text] as const)
  const project = pageProject({
    ...Object.fromEntries(files),
    ...(config !== undefined && {'pipeline.config.ts': config})
  })
  await project.sync()
  for (const [name, text] of Object.entries(documents)) await project.translate(frenchOf(text), name, state)
  await project.sync()
  return project
}

function rename(project: PageProject, from: string, to: string): void {
  const text = project.read(`locales/en/${from}.md`)
  remove(project, `locales/en/${from}.md`)
  project.write(`locales/en/${to}.md`, text)
}

function remove(project: PageProject, path: string): void {
  rmSync(join(project.root, path))
}

/** Sentences without a translation, and what is proposed for them. */
function openIn(project: PageProject, document: string): Record<string, ReadonlyArray<string>> {
  return Object.fromEntries(
    [...project.pairs(document)]
      .filter(([, {target}]) => !target)
      .map(([text, {candidates}]) => [
        text,
        candidates.flatMap(({kind, target}) => (kind === 'proposed' ? [textOf(target)] : []))
      ])
  )
}

/** Sentences that wait for a look, for their translation is of the same text elsewhere. */
function reusedIn(project: PageProject, document: string): string[] {
  return [...project.pairs(document)]
    .filter(([, {doubts}]) => doubts?.some(({kind}) => kind === 'reused'))
    .map(([text]) => text)
}

const idsOf = ({diagnostics}: Report): string[] => diagnostics.map(({id}) => id)

describe('a document that was renamed', () => {
  it('keeps its translations, its page and its record under the new name', async () => {
    const project = await translated({a: FLOOD})
    rename(project, 'a', 'news/flood')
    const report = await project.sync()
    expect(report.diagnostics).toMatchObject([
      {id: 'document-followed', path: 'locales/en/news/flood.md', args: {from: 'locales/en/a.md'}}
    ])
    expect(openIn(project, 'news/flood')).toEqual({})
    expect(reusedIn(project, 'news/flood')).toEqual([])
    expect(project.read('locales/fr/news/flood.md')).toContain('FR Nobody was hurt.')
    expect(['locales/fr/a.md', 'locales/xliff/en-fr/a.xlf'].filter(project.has)).toEqual([])
    expect((await project.sync()).changes).toEqual([])
  })

  it('is told by status, which changes nothing', async () => {
    const project = await translated({a: FLOOD})
    rename(project, 'a', 'b')
    const report = await status(await openProject(project.root))
    expect(idsOf(report)).toContain('document-followed')
    expect(report.coverage).toMatchObject([{document: 'b.md', segments: {total: 7, valid: 7}}])
    expect(project.has('locales/fr/a.md')).toBe(true)
  })

  it('is not found in order before its page is where it belongs', async () => {
    const project = await translated({a: FLOOD})
    rename(project, 'a', 'b')
    expect((await check(await openProject(project.root))).gate?.met).toBe(false)
    await project.sync()
    expect((await check(await openProject(project.root))).gate?.met).toBe(true)
  })

  it.each(['', ' in the meantime'])(
    'keeps a correction of its page, edited by then or not:%s',
    async (more) => {
      const project = await translated({a: FLOOD})
      project.edit('locales/fr/a.md', 'FR Nobody was hurt.', 'FR Personne')
      rename(project, 'a', 'b')
      project.edit('locales/en/b.md', 'the village.', `the village${more}.`)
      await project.sync()
      expect(project.read('locales/fr/b.md')).toContain('FR Personne')
      expect(project.has('locales/fr/a.md')).toBe(false)
      expect(project.pairs('b').get('Nobody was hurt.')!.target).toEqual(['FR Personne'])
    }
  )

  it('takes what is done in a hand-off of its old name', async () => {
    const project = pageProject({'locales/en/a.md': FLOOD})
    await project.sync()
    const handoff = project.read('outbox/en-fr/a.xlf')
    rename(project, 'a', 'b')
    const [source, target] = ['<source>Nobody was hurt.</source>', '<target state="translated">Sauf</target>']
    project.write('outbox/en-fr/a.xlf', handoff.replace(source, source + target))
    await project.sync()
    expect(project.pairs('b').get('Nobody was hurt.')!.target).toEqual(['Sauf'])
    expect(project.has('outbox/en-fr/a.xlf')).toBe(false)
    expect(project.has('outbox/en-fr/b.xlf')).toBe(true)
  })

  it('keeps a hand-off of its old name that could not be taken whole', async () => {
    const project = pageProject({'locales/en/a.md': 'Write to [our office](https://a.example) today.\n'})
    await project.sync()
    const handoff = project.read('outbox/en-fr/a.xlf')
    rename(project, 'a', 'b')
    const worked = handoff.replace('</source>', '</source><target state="translated">Écrivez</target>')
    project.write('outbox/en-fr/a.xlf', worked)
    const {diagnostics} = await project.sync()
    expect(diagnostics.some(({level}) => level === 'error')).toBe(true)
    expect(project.read('outbox/en-fr/a.xlf')).toBe(worked)
  })

  it('loses nothing where its new record cannot be written', async () => {
    const project = await translated({a: FLOOD})
    rename(project, 'a', 'b')
    const open: Disk['open'] = async (path, flags, mode) => {
      if (typeof flags === 'string' && flags !== 'r' && String(path).includes('xliff/en-fr/b'))
        throw Object.assign(new Error('ENOSPC'), {code: 'ENOSPC'})
      return realDisk.open(path, flags, mode)
    }
    await sync(await openProject(project.root), {disk: {...realDisk, open}})
    await project.sync()
    expect(project.has('locales/xliff/en-fr/a.xlf')).toBe(false)
    expect(openIn(project, 'b')).toEqual({})
    expect(project.read('locales/fr/b.md')).toContain('FR Nobody was hurt.')
  })

  it('is whole after the next run, wherever one was killed', async () => {
    for (let at = 0; at < 24; at++) {
      const project = await translated({a: FLOOD})
      project.edit('locales/fr/a.md', 'FR Nobody was hurt.', 'FR Personne')
      rename(project, 'a', 'b')
      const disk = failingDisk(at, 'killed')
      await sync(await openProject(project.root), {disk}).catch(() => {})
      await project.sync()
      expect([at, openIn(project, 'b'), project.has('locales/fr/a.md')]).toEqual([at, {}, false])
      expect([at, project.read('locales/fr/b.md')]).toEqual([at, expect.stringContaining('FR Personne')])
    }
  })

  it('is followed with another ending, and with its page moved by hand', async () => {
    const project = await translated({a: FLOOD, b: REPORT})
    rename(project, 'a', 'c')
    project.write('locales/fr/c.md', project.read('locales/fr/a.md'))
    remove(project, 'locales/fr/a.md')
    project.write('locales/en/b.mdx', project.read('locales/en/b.md'))
    remove(project, 'locales/en/b.md')
    await project.sync()
    expect([openIn(project, 'c'), openIn(project, 'b.mdx')]).toEqual([{}, {}])
  })

  it('is another where it says something else, or where a page lies in both places', async () => {
    const project = await translated({a: FLOOD})
    remove(project, 'locales/en/a.md')
    project.write('locales/en/b.md', REPORT)
    expect(idsOf(await project.sync())).toEqual(['source-gone'])

    const twice = await translated({a: FLOOD})
    rename(twice, 'a', 'b')
    twice.write('locales/fr/b.md', '# Autre chose\n')
    await twice.sync()
    expect([twice.read('locales/fr/b.md'), twice.has('locales/fr/a.md')]).toEqual(['# Autre chose\n', true])
  })

  // Renames with edits: of seven sentences each may be changed by a word, at most two are rewritten.
  it('is followed however it was edited, and each of several finds its own', async () => {
    const subjects = ['The mayor', 'The army', 'A nurse', 'The council', 'Our office', 'The school']
    const verbs = ['opened', 'closed', 'repaired', 'visited', 'praised', 'sold']
    const objects = ['the bridge', 'the harbour', 'a library', 'the old mill', 'the station', 'a garden']
    const sentence = fc
      .tuple(fc.constantFrom(...subjects), fc.constantFrom(...verbs), fc.constantFrom(...objects), fc.nat(99))
      .map(([subject, verb, object, number]) => `${subject} ${verb} ${object} number ${number}.`)
    const text = fc.uniqueArray(sentence, {minLength: 6, maxLength: 9})
    await fc.assert(
      fc.asyncProperty(fc.tuple(text, text), fc.nat(5), async ([first, second], at) => {
        const project = await translated({a: first.join('\n\n'), b: second.join('\n\n')})
        remove(project, 'locales/en/a.md')
        remove(project, 'locales/en/b.md')
        const edited = first.with(at, 'Something else altogether was said there.')
        project.write('locales/en/x.md', second.join('\n\n'))
        project.write('locales/en/y.md', edited.join('\n\n'))
        const {diagnostics} = await project.sync()
        expect(diagnostics.map(({path, args}) => [path, args['from' as keyof typeof args]])).toEqual([
          ['locales/en/x.md', 'locales/en/b.md'],
          ['locales/en/y.md', 'locales/en/a.md']
        ])
        expect(Object.keys(openIn(project, 'x'))).toEqual([])
      }),
      {numRuns: runsOf(20)}
    )
  })
})

describe('a text that moved to another document', () => {
  it('keeps its state and its comments', async () => {
    const project = await translated({a: FLOOD, b: REPORT}, undefined, 'signed-off')
    const section = FLOOD.slice(FLOOD.indexOf('## Donations'), FLOOD.indexOf('## Contact'))
    project.edit('locales/en/a.md', section, '')
    project.write('locales/en/b.md', `${REPORT}\n${section}`)
    const {counts} = await project.sync()
    expect(counts).toMatchObject({moved: 1, reused: 1})
    const moved = project.pairs('b').get('You can give at every town hall of the region.')!
    expect(moved).toMatchObject({
      state: 'reviewed',
      target: ['FR You can give at every town hall of the region.']
    })
    // “Donations” is too short to be sure that it means the same.
    expect(reusedIn(project, 'b')).toEqual(['Donations'])
    expect((await project.sync()).changes).toEqual([])
  })

  it('finds its translation when names were swapped, and when a document was split', async () => {
    const project = await translated({a: FLOOD, b: REPORT})
    project.write('locales/en/a.md', REPORT)
    project.write('locales/en/b.md', FLOOD)
    await project.sync()
    expect([openIn(project, 'a'), openIn(project, 'b')]).toEqual([{}, {}])
    const at = FLOOD.indexOf('## Contact')
    project.write('locales/en/b.md', FLOOD.slice(0, at))
    project.write('locales/en/c.md', FLOOD.slice(at))
    await project.sync()
    expect([openIn(project, 'b'), openIn(project, 'c')]).toEqual([{}, {}])
  })
})

describe('the same text elsewhere', () => {
  const LONG = 'The army sent two boats to the village.'

  it('fills what is long enough, and is proposed where it is short', async () => {
    const project = await translated({a: FLOOD})
    project.write('locales/en/b.md', `# Contact\n\n${LONG} Nobody was hurt.\n`)
    await project.sync()
    expect(reusedIn(project, 'b')).toEqual([LONG])
    expect(openIn(project, 'b')).toEqual({
      Contact: ['FR Contact'],
      'Nobody was hurt.': ['FR Nobody was hurt.']
    })
    expect(project.read('locales/fr/b.md')).toContain(`FR ${LONG}`)
    expect((await project.sync()).changes).toEqual([])
  })

  it('does not have a page built that shows nothing but its source', async () => {
    const project = await translated({a: FLOOD})
    project.write('locales/en/b.md', '# Contact\n')
    await project.sync()
    expect(project.has('locales/fr/b.md')).toBe(false)
  })

  it('fills a twin in the same document, however short', async () => {
    const project = await translated({a: FLOOD})
    project.edit('locales/en/a.md', '## Contact', 'Nobody was hurt.\n\n## Contact')
    await project.sync()
    expect(openIn(project, 'a')).toEqual({})
  })

  it('is only proposed where it is translated in two ways, and where the project says so', async () => {
    const project = await translated({a: `${LONG}\n`, b: `${LONG} Nobody was hurt.\n`})
    await project.translate({[LONG]: 'Autrement'}, 'b')
    project.write('locales/en/c.md', `${LONG}\n`)
    await project.sync()
    expect(openIn(project, 'c')).toEqual({[LONG]: [inFrench(LONG), 'Autrement']})

    for (const [reuse, proposals] of [
      ['propose', [inFrench(LONG)]],
      ['off', []]
    ] as const) {
      const other = await translated(
        {a: `${LONG}\n`},
        `export default {locales: ['en', 'fr'], reuse: '${reuse}'}\n`
      )
      other.write('locales/en/c.md', `${LONG}\n`)
      await other.sync()
      expect(openIn(other, 'c')).toEqual({[LONG]: proposals})
    }
  })

  it('follows a correction there until somebody has looked, and not after', async () => {
    const project = await translated({a: `${LONG}\n`})
    project.write('locales/en/b.md', `${LONG}\n`)
    project.write('locales/en/c.md', `${LONG}\n`)
    project.write('locales/en/d.md', `${LONG}\n`)
    await project.sync()
    await project.translate({[LONG]: 'À la main'}, 'c')
    await project.translate({[LONG]: 'À la main'}, 'a')
    await project.sync()
    expect(project.pairs('b').get(LONG)).toMatchObject({target: ['À la main'], doubts: [{kind: 'reused'}]})
    await project.translate({[LONG]: 'Relu'}, 'b')
    await project.translate({[LONG]: 'Encore autre'}, 'a')
    await project.sync()
    expect(project.pairs('b').get(LONG)).toMatchObject({target: ['Relu']})
    expect(project.pairs('b').get(LONG)!.doubts).toBeUndefined()
  })

  it('is found in a document that is gone', async () => {
    const project = await translated({a: FLOOD, b: REPORT})
    remove(project, 'locales/en/b.md')
    project.write('locales/en/a.md', `${FLOOD}\n${REPORT}`)
    await project.sync()
    expect(openIn(project, 'a')).toEqual({'Annual report': ['FR Annual report']})
  })

  it('is not taken for that of another code', async () => {
    const project = await translated({a: `${LONG}\n`})
    project.write('locales/en/b.md', '*The army* sent two boats to the village.\n')
    await project.sync()
    expect(Object.values(openIn(project, 'b'))).toEqual([[]])
  })
})
