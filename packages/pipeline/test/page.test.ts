import {rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {textOf} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {check, openProject} from '../src/index.ts'
import {type PageProject, pageProject, told} from './page-project.ts'
import {FRENCH, PAGE, RIVER, river, SOURCE} from './river.ts'

describe('a page that nobody edited', () => {
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'an edit of a sentence that was not translated': (text) => text.replace('Nobody was', 'Nobody is'),
    'an edit of a sentence that was': (text) => text.replace('two boats', 'three boats'),
    'a sentence more': (text) => text.replace('boats.', 'boats. It rained.'),
    'a paragraph less': (text) => text.replace('The bridges were closed.\n', ''),
    'a paragraph more': (text) => text.replace('The bridges', 'It rained.\n\nThe bridges'),
    'paragraphs in another order': () =>
      '# One river\n\nThe bridges were closed.\n\nThe army sent two boats. Nobody was hurt.\n',
    'a paragraph divided': (text) => text.replace('boats. Nobody', 'boats.\n\nNobody'),
    'other code': (text) => `${text}\n\`\`\`\nnpm i\n\`\`\`\n`
  }
  for (const [name, change] of Object.entries(changes)) {
    it.for([[], ['extract'], ['extract', 'extract'], ['import']] as const)(
      `is none after ${name} and %j`,
      async (verbs) => {
        const project = await river({'The army sent two boats.': 'L’armée a envoyé deux bateaux.'})
        project.write(SOURCE, change(project.read(SOURCE)))
        for (const verb of verbs) {
          await (verb === 'extract' ? project.extract() : project.translate({'One river': 'Un fleuve'}))
        }
        project.edit(SOURCE, 'One river', 'One wide river')
        expect(told(await project.sync())).toEqual([])
        const {changes: none} = await project.sync()
        expect(none).toEqual([])
      }
    )
  }

  it.for([
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a mark of the order of bytes', (text: string) => `\uFEFF${text}`],
    ['blanks at the end of a line', (text: string) => text.replaceAll('.\n', '.  \n')],
    ['a line more that is empty', (text: string) => text.replaceAll('\n\n', '\n\n\n')],
    ['its last line end', (text: string) => text.trimEnd()]
  ] as const)('is none after %s', async ([, change]) => {
    const soft = RIVER.replace('boats. Nobody', 'boats.\nNobody')
    const project = await river(FRENCH, soft)
    const built = project.read(PAGE)
    project.write(PAGE, change(built))
    expect(told(await check(await openProject(project.root), {}))).toEqual(['document-behind'])
    project.edit(PAGE, 'deux bateaux', 'deux canots')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    expect(project.read(PAGE)).toBe(built.replace('deux bateaux', 'deux canots'))
    expect((await project.sync()).changes).toEqual([])
  })
})

describe('an edit that somebody made', () => {
  it('is taken over where it is a translation, and said in one line', async () => {
    const project = await river()
    project.edit(PAGE, 'blessés', 'victimes')
    project.edit(PAGE, 'deux bateaux', 'deux canots')
    const {diagnostics, counts} = await project.sync()
    expect(diagnostics).toMatchObject([
      {
        id: 'edit-taken',
        level: 'info',
        line: 3,
        args: {count: 2, was: 'L’armée a envoyé deux bateaux.', is: 'L’armée a envoyé deux canots.'}
      }
    ])
    expect(counts.imported).toBe(2)
    const pair = project.pairs().get('Nobody was hurt.')!
    expect(textOf(pair.target!)).toBe('Il n’y a pas de victimes.')
    expect(pair.state).toBe('translated')
    expect(pair.candidates.map(({kind, target}) => [kind, textOf(target)])).toEqual([
      ['superseded', FRENCH['Nobody was hurt.']]
    ])
    expect((await project.sync()).changes).toEqual([])
  })

  it('leaves what was approved as a candidate', async () => {
    const project = await river()
    await project.translate({'One river': 'Une rivière'}, 'a', 'final')
    expect(project.pairs().get('One river')!.state).toBe('final')
    project.edit(PAGE, 'Une rivière', 'Un fleuve')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    const {state, candidates} = project.pairs().get('One river')!
    expect(state).toBe('translated')
    expect(candidates.map(({target}) => textOf(target))).toEqual(['Une rivière'])
  })

  const TABLE = '| Place | Water | Shelter |\n|---|---|---|\n| North | Yes | No |\n| South | No | Yes |\n'
  const CELLS = {
    Place: 'Lieu',
    Water: 'Eau',
    Shelter: 'Abri',
    North: 'Nord',
    South: 'Sud',
    Yes: 'Oui',
    No: 'Non'
  }
  it('stays where the same word stands elsewhere', async () => {
    const project = await river(CELLS, TABLE)
    project.edit(PAGE, '| Nord | Oui', '| Nord | Non')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    expect(project.read(PAGE)).toContain('| Nord | Non | Non |')
    // Two cells in the place of one another.
    project.edit(PAGE, '| Sud | Non | Oui |', '| Sud | Oui | Non |')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    expect(project.read(PAGE)).toContain('| Sud | Oui | Non |')
  })

  it('stays where it puts back what was there before', async () => {
    const project = await river()
    await project.translate({'Nobody was hurt.': 'Personne n’a été blessé.'})
    await project.sync()
    expect(project.read(PAGE)).toContain('Personne')
    project.edit(PAGE, 'Personne n’a été blessé.', 'Il n’y a pas de blessés.')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    expect(project.read(PAGE)).toContain('Il n’y a pas de blessés.')
  })

  it('stays, and is asked about, where it is a copy of another passage', async () => {
    const project = await river()
    project.edit(PAGE, 'Les ponts ont été fermés.', FRENCH['Nobody was hurt.'])
    const {diagnostics} = await project.sync()
    expect(diagnostics).toMatchObject([{id: 'hand-edited', level: 'error', line: 5}])
    expect(project.read(PAGE).split(FRENCH['Nobody was hurt.'])).toHaveLength(3)
    await project.import(PAGE)
    expect(told(await project.sync())).toEqual([])
    expect(textOf(project.pairs().get('The bridges were closed.')!.target!)).toBe(FRENCH['Nobody was hurt.'])
  })

  it('is one of what the page was built from, not of what its source has become', async () => {
    const project = await river()
    project.edit(PAGE, 'blessés', 'victimes')
    project.edit(SOURCE, 'Nobody was hurt', 'Nobody at all was hurt')
    expect(told(await project.sync())).toEqual(['edit-of-earlier'])
    const pair = project.pairs().get('Nobody at all was hurt.')!
    expect(pair.target).toBeUndefined()
    expect(project.read(PAGE)).toContain('Il n’y a pas de victimes.')
    expect((await project.sync()).changes).toEqual([])
  })

  it('stands beside a translation that came in meanwhile', async () => {
    const project = await river()
    project.edit(PAGE, 'blessés', 'victimes')
    await project.translate({'Nobody was hurt.': 'Personne n’a été blessé.'})
    expect(told(await project.sync())).toEqual(['edit-over-newer', 'edit-taken'])
    const {target, candidates, doubts} = project.pairs().get('Nobody was hurt.')!
    expect(textOf(target!)).toBe('Il n’y a pas de victimes.')
    expect(candidates.map(({kind, target: text}) => `${kind}: ${textOf(text)}`)).toContain(
      'disputed: Personne n’a été blessé.'
    )
    expect(doubts).toEqual([{kind: 'disputed'}])
  })

  it('is not taken over by itself where a project wants to be asked', async () => {
    const project = pageProject({
      [SOURCE]: RIVER,
      'pipeline.config.ts': "export default {locales: ['en', 'fr'], edits: 'ask'}\n"
    })
    await project.sync()
    await project.translate(FRENCH)
    await project.sync()
    project.edit(PAGE, 'blessés', 'victimes')
    project.edit(SOURCE, 'One river', 'Two rivers')
    const {diagnostics} = await project.sync()
    expect(diagnostics).toMatchObject([
      {id: 'hand-edited', level: 'error', line: 3, args: {is: 'Il n’y a pas de victimes.'}}
    ])
    await project.translate({'Two rivers': 'Deux rivières'})
    expect(told(await project.sync())).toEqual(['hand-edited'])
    // What is not in question is kept up to date.
    expect(project.read(PAGE)).toContain('# Deux rivières\n')
    expect(project.read(PAGE)).toContain('victimes')
    await project.import(PAGE)
    expect(told(await project.sync())).toEqual([])
  })

  it('is a note in the gate of a change', async () => {
    const project = await river()
    project.edit(PAGE, 'blessés', 'victimes')
    const {diagnostics, gate} = await check(await openProject(project.root), {for: 'change'})
    expect(diagnostics).toMatchObject([{id: 'edit-waits', level: 'info', line: 3}])
    expect(gate?.met).toBe(true)
  })
})

describe('an edit that is no translation', () => {
  it('stays in the page, which is kept up to date around it, and does not hold up other edits', async () => {
    const project = await river(
      {...FRENCH, 'Write to us.': 'Écrivez-nous.'},
      `${RIVER}\nSee [our page](https://en.example).\n\nWrite to us.\n`
    )
    project.edit(PAGE, 'https://en.example', 'https://fr.example')
    project.edit(PAGE, 'Écrivez-nous', 'Écrivez-nous donc')
    const {diagnostics} = await project.sync()
    expect(diagnostics).toMatchObject([
      {
        id: 'edit-other-codes',
        level: 'error',
        line: 7,
        args: {was: 'See [our page](https://en.example).', is: 'See [our page](https://fr.example).'}
      },
      {id: 'edit-taken', line: 9}
    ])
    project.edit(SOURCE, 'One river', 'Two rivers')
    await project.translate({'Two rivers': 'Deux rivières', 'Write to us.': 'Écrivez-nous.'})
    expect(told(await project.sync())).toEqual(['edit-other-codes'])
    expect(project.read(PAGE)).toBe(
      '# Deux rivières\n\nL’armée a envoyé deux bateaux. Il n’y a pas de blessés.\n\nLes ponts ont été fermés.\n\nSee [our page](https://fr.example).\n\nÉcrivez-nous.\n'
    )
    expect((await project.sync()).changes).toEqual([])
  })

  it.for([
    ['a passage added', '# Une rivière\n', '# Une rivière\n\nTéléphone : 01 02 03 04 05.\n', 3],
    ['a sentence added', 'blessés.', 'blessés. Appelez le 112.', 3],
    ['a passage taken out', '\n\nLes ponts ont été fermés.', '', 3],
    ['another heading', '# Une', '## Une', 1]
  ] as const)('is told with what was and what is: %s', async ([, from, to, line]) => {
    const project = await river()
    project.edit(PAGE, from, to)
    project.edit(PAGE, 'deux bateaux', 'deux canots')
    const edited = project.read(PAGE)
    const {diagnostics} = await project.sync()
    const errors = diagnostics.filter(({level}) => level === 'error')
    expect(errors).toMatchObject([{line}])
    expect(project.read(PAGE)).toBe(edited)
    expect(told(await project.sync())).toEqual(errors.map(({id}) => id))
    const discarded = await project.merge(PAGE)
    expect(told(discarded)).toEqual(['edit-discarded'])
    expect(project.read(`edited/${PAGE}`)).toBe(edited)
    expect(told(await project.sync())).toEqual([])
    // Another sentence that was corrected was taken all the same, where it could be told which it is.
    expect(project.read(PAGE).includes('deux canots')).toBe(!to.includes('112'))
  })

  it('is none where a link to nothing stands in its place', async () => {
    const project = await river()
    rmSync(join(project.root, PAGE))
    symlinkSync('nowhere.md', join(project.root, PAGE))
    expect(told(await project.sync())).toEqual(['not-a-file'])
    expect(told(await check(await openProject(project.root), {}))).toContain('not-a-file')
    rmSync(join(project.root, PAGE))
    expect(told(await project.sync())).toEqual([])
    expect(project.has(PAGE)).toBe(true)
  })

  it('is none where the original was copied over the page, whoever asks for it', async () => {
    const project = await river()
    const built = project.read(PAGE)
    project.write(PAGE, project.read(SOURCE))
    const {diagnostics} = await project.sync()
    expect(diagnostics).toMatchObject([{id: 'edit-is-original', level: 'error', args: {count: 4}}])
    const imported = await project.import(PAGE)
    expect(imported.diagnostics).toMatchObject([{id: 'edit-is-original', level: 'warning'}])
    expect(told(await check(await openProject(project.root), {}))).toEqual(['edit-is-original'])
    await project.merge(PAGE)
    expect(project.read(PAGE)).toBe(built)
  })

  it('is none where a page was cut off within a table', async () => {
    const table = '# One river\n\n| Place | Water |\n|---|---|\n| North | Yes |\n'
    const project = await river({'One river': 'Une rivière', Place: 'Lieu', Water: 'Eau'}, table)
    const built = project.read(PAGE)
    const cut = built.slice(0, built.indexOf('|---|') + 4)
    project.write(PAGE, cut)
    expect(new Set(told(await project.sync()))).toEqual(new Set(['hand-edited-skeleton']))
    expect(project.read(PAGE)).toBe(cut)
    await project.merge(PAGE)
    expect(project.read(PAGE)).toBe(built)
  })

  it('is kept under a name of its own each time', async () => {
    const project = await river()
    for (const line of ['Un.', 'Deux.']) {
      project.write(PAGE, `${project.read(PAGE)}\n${line}\n`)
      await project.merge(PAGE)
    }
    expect(project.read(`edited/${PAGE}`)).toContain('Un.')
    expect(project.read('edited/locales/fr/a-2.md')).toContain('Deux.')
  })

  it('is the source in its own language, corrected where it stands untranslated', async () => {
    const project = await river({'One river': 'Une rivière'})
    project.edit(PAGE, 'The bridges were closed', 'The bridges are closed')
    expect(told(await project.sync())).toEqual(['edit-like-source'])
    expect(project.pairs().get('The bridges were closed.')!.target).toBeUndefined()
    project.edit(PAGE, 'The bridges are closed.', 'Les ponts sont fermés.')
    expect(told(await project.sync())).toEqual(['edit-taken'])
  })
})

describe('a catalog', () => {
  const EN = 'locales/en/app.json'
  const FR = 'locales/fr/app.json'
  async function app(): Promise<PageProject> {
    const project = pageProject({[EN]: '{\n  "yes": "Yes",\n  "no": "No",\n  "hi": "Hello {{name}}"\n}\n'})
    await project.sync()
    await project.translate({Yes: 'Oui', No: 'Non'}, 'app.json')
    expect(told(await project.sync())).toEqual([])
    return project
  }

  it('takes a correction over, and knows each value by its key', async () => {
    const project = await app()
    project.edit(FR, '"Oui"', '"Non"')
    project.edit(EN, '"Hello', '"Good day')
    expect(told(await project.sync())).toEqual(['edit-taken'])
    expect(JSON.parse(project.read(FR))).toEqual({yes: 'Non', no: 'Non', hi: 'Good day {{name}}'})
  })

  it('is no edited page after it was laid out anew', async () => {
    const project = await app()
    const built = project.read(FR)
    project.write(FR, JSON.stringify(JSON.parse(built), null, '\t'))
    expect(told(await check(await openProject(project.root), {}))).toEqual(['document-behind'])
    expect(told(await project.sync())).toEqual([])
    expect(project.read(FR)).toBe(built)
  })

  it('shows the place where something else than a text was changed', async () => {
    const keys = Array.from({length: 9}, (_, index) => [`key-${index}`, 'Yes'])
    const project = pageProject({[EN]: JSON.stringify(Object.fromEntries([...keys, ['port', 80]]), null, 2)})
    await project.sync()
    await project.translate({Yes: 'Oui'}, 'app.json')
    await project.sync()
    project.edit(FR, '80', '81')
    const {diagnostics} = await project.sync()
    const args = {was: expect.stringContaining('80'), is: expect.stringContaining('81')}
    expect(diagnostics).toMatchObject([{id: 'hand-edited-skeleton', args}])
  })

  it('gives no value the words of another where a key is there twice', async () => {
    const project = await app()
    project.edit(EN, '"no"', '"yes"')
    const found = told(await project.sync())
    expect(found).not.toContain('edit-taken')
    expect(project.read('locales/xliff/en-fr/app.json.xlf').match(/<target[^>]*>Oui/g)).toHaveLength(1)
  })

  it('keeps a lost field where it is, and everything else up to date', async () => {
    const project = await app()
    project.edit(FR, '"Hello {{name}}"', '"Bonjour"')
    project.edit(EN, '"No"', '"Never"')
    expect(told(await project.sync())).toEqual(['edit-other-codes'])
    expect(JSON.parse(project.read(FR))).toEqual({yes: 'Oui', no: 'Non', hi: 'Bonjour'})
    await project.translate({Never: 'Jamais'}, 'app.json')
    await project.sync()
    expect(JSON.parse(project.read(FR))).toEqual({yes: 'Oui', no: 'Jamais', hi: 'Bonjour'})
  })
})

describe('a project of version 0.1', () => {
  const old = (): PageProject => pageProject({}, join(import.meta.dirname, 'fixtures/edits-0.1'))

  it('has no page that was edited', async () => {
    const project = old()
    expect(told(await project.sync())).toEqual([])
    expect((await project.sync()).changes).toEqual([])
  })

  it('has none after its sources changed', async () => {
    const project = old()
    project.edit('locales/en/partly.md', 'Bring a coat', 'Bring a warm coat')
    project.edit('locales/en/partly.md', '*Marie* sails', '*Marie* leaves')
    project.edit('locales/en/whole.md', 'Kenya 2026', 'Kenya 2027')
    project.edit('locales/en/app.json', 'Close the', 'Close this')
    expect(told(await project.sync())).toEqual([])
    expect(project.read('locales/fr/partly.md')).toContain('Bring a warm coat')
  })

  it('has each edit that was made', async () => {
    const project = old()
    project.edit('locales/fr/whole.md', '| Nord | Oui', '| Nord | Non')
    project.edit('locales/fr/partly.md', 'Bring a coat, for it is cold at sea.', 'Prenez un manteau.')
    project.edit('locales/fr/partly.md', '| Lundi | 12 |', '| Lundi | 13 |')
    project.edit('locales/fr/app.json', 'Ouvrir', 'Ouvrez')
    expect(told(await project.sync()).sort()).toEqual([
      'edit-taken',
      'edit-taken',
      'edit-taken',
      'hand-edited-skeleton'
    ])
    expect(project.read('locales/fr/partly.md')).toContain('| Lundi | 13 |')
    expect(project.read('locales/fr/whole.md')).toContain('| Nord | Non |')
  })
})
