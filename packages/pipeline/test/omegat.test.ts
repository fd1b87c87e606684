import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, openProject, sync} from '../src/index.ts'
import {AID, CALL, FRENCH, HURT, newProject, recordIn, ROSE, shown, TITLE, USE} from './quirk-project.ts'

const MEMORY = 'out/en-fr/omegat/project_save.tmx'

/** A project handed off for OmegaT. */
async function handedOff(name: string): Promise<string> {
  const root = newProject(`omegat-${name}`)
  await exportHandoffs(await openProject(root), {to: 'out', profile: 'omegat'})
  return root
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An entry as OmegaT 3.6 writes it. */
function entry(source: string, target: string, {props = '', note = '', own = true} = {}): string {
  const by = own ? ' changeid="ann" changedate="20261101T101500Z"' : ''
  const tuv = (language: string, text: string, more = ''): string =>
    `<tuv lang="${language}"${more}><seg>${escaped(text)}</seg></tuv>`
  const said = note && `<note>${escaped(note)}</note>`
  return `<tu>${said}${props}${tuv('en', source)}${target && tuv('fr', target, by)}</tu>`
}

function save(root: string, ...entries: ReadonlyArray<string>): void {
  const path = join(root, MEMORY)
  writeFileSync(path, readFileSync(path, 'utf8').replace('</body>', `${entries.join('\n')}</body>`))
}

/** Translations in the record, by their source. */
function taken(root: string): Map<string | undefined, string | undefined> {
  const pairs = recordIn(root).units.flatMap((unit) => unit.pairs)
  return new Map(pairs.flatMap(({source, target}) => (target ? [[shown(source), shown(target)]] : [])))
}

/** The tags of OmegaT for those of our tests: counted from 0, with a letter. */
const tagged = (text: string): string =>
  text.replace(
    /<(\/?)(\d)(\/?)>/g,
    (_, slash: string, number: string, end: string) =>
      `<${slash}${end ? 'x' : 'g'}${Number(number) - 1}${end}>`
  )

describe('the memory of an OmegaT project', () => {
  it('is taken in though nothing was compiled, codes and all', async () => {
    const root = await handedOff('whole')
    const own = [...FRENCH].map(([source, target]) => entry(tagged(source), tagged(target)))
    save(root, ...own, entry(AID, 'Pas encore relu.', {own: false}))
    const {counts, diagnostics} = await importHandbacks(await openProject(root), ['out/en-fr'])
    expect([counts.imported, diagnostics]).toEqual([FRENCH.size, []])
    expect(taken(root)).toEqual(FRENCH)
    const again = await importHandbacks(await openProject(root), ['out/en-fr'])
    expect([again.counts.imported, again.changes, again.diagnostics]).toEqual([0, [], []])
  })

  it('is taken in from a zip, and by itself', async () => {
    const root = await handedOff('zip')
    save(root, entry(AID, 'Les secours sont venus.'))
    const names = [MEMORY, 'out/en-fr/source/a.xlf', 'out/en-fr/omegat.project']
    const files = names.map((name) => [name.slice(4), readFileSync(join(root, name))] as const)
    writeFileSync(join(root, 'back.zip'), zipSync(Object.fromEntries(files)))
    expect((await importHandbacks(await openProject(root), ['back.zip'])).counts.imported).toBe(1)
    expect(taken(root)).toEqual(new Map([[AID, 'Les secours sont venus.']]))

    const other = newProject('omegat-alone')
    mkdirSync(join(other, 'omegat'))
    writeFileSync(join(other, 'omegat/project_save.tmx'), readFileSync(join(root, MEMORY)))
    const {counts, diagnostics} = await importHandbacks(await openProject(other), ['omegat/project_save.tmx'])
    expect([counts.imported, diagnostics]).toEqual([1, []])
  })

  it('tells what is empty on purpose from what is not translated', async () => {
    const root = await handedOff('empty')
    const nothing = '<tuv lang="fr" changeid="ann"><seg></seg></tuv></tu>'
    save(root, entry(HURT, '').replace('</tu>', nothing), entry(AID, '<EMPTY>'))
    save(root, entry(TITLE, '', {note: 'Later.'}).replace('</tu>', nothing))
    const {diagnostics} = await importHandbacks(await openProject(root), [MEMORY])
    expect(taken(root)).toEqual(
      new Map([
        [HURT, ''],
        [AID, '']
      ])
    )
    expect(diagnostics.map(({id}) => id)).toEqual(['target-emptied', 'target-emptied', 'handback-comment'])
  })

  it('keeps notes, also those of sentences that are not translated', async () => {
    const root = await handedOff('notes')
    save(
      root,
      entry(AID, 'Les secours sont venus.', {note: 'Which aid?'}),
      entry(HURT, '', {note: 'Nobody?'})
    )
    const {counts, diagnostics} = await importHandbacks(await openProject(root), [MEMORY])
    expect([counts.imported, counts.comments]).toEqual([1, 2])
    expect(
      diagnostics.map((one) => [one.id, one.id === 'handback-comment' && one.args.comment, one.line! > 1])
    ).toEqual([
      ['handback-comment', 'Which aid?', true],
      ['handback-comment', 'Nobody?', true]
    ])
  })

  it('prefers what is bound to the sentence, and passes over what came along with the hand-off', async () => {
    const root = await handedOff('bound')
    const [unit] = /(?<=<trans-unit id=")[^"]+(?="(?:(?!<\/trans-unit>)[^])*Aid came)/.exec(
      readFileSync(join(root, 'out/en-fr/source/a.xlf'), 'utf8')
    )!
    const props = `<prop type="file">a.xlf</prop><prop type="id">${unit}</prop>`
    save(
      root,
      entry(AID, 'Des secours.'),
      entry(AID, 'Les secours sont venus.', {props}),
      entry(TITLE, 'Un pont', {own: false})
    )
    const {diagnostics} = await importHandbacks(await openProject(root), [MEMORY])
    expect(taken(root)).toEqual(new Map([[AID, 'Les secours sont venus.']]))
    expect(diagnostics).toMatchObject([{id: 'memory-left', level: 'warning', args: {count: 1}}])
  })

  it('is repaired as files are, which is told where these have not brought it', async () => {
    const root = await handedOff('repaired')
    save(root, entry(tagged(CALL), 'Appelez'))
    const folder = join(root, dirname(MEMORY), '..')
    const once = await importHandbacks(await openProject(root), [MEMORY])
    expect(once.diagnostics.map(({id, line}) => [id, line! > 1])).toEqual([['code-put-back', true]])
    expect(taken(root)).toEqual(new Map([[CALL, 'Appelez <1/>']]))
    const twice = await importHandbacks(await openProject(root), [folder])
    expect([twice.counts.imported, twice.diagnostics]).toEqual([0, []])
  })

  it('lets a plural form for one do without its count', async () => {
    const root = newProject('omegat-plural')
    writeFileSync(
      join(root, 'locales/en/ui.json'),
      '{"day_one": "{{count}} day", "day_other": "{{count}} days"}'
    )
    await exportHandoffs(await openProject(root), {to: 'out', profile: 'omegat'})
    save(root, entry(tagged('<1/> day'), 'un jour'))
    const {diagnostics} = await importHandbacks(await openProject(root), [MEMORY])
    expect(diagnostics).toEqual([])
    const record = readFileSync(join(root, 'locales/xliff/en-fr/ui.json.xlf'), 'utf8')
    expect(record).toContain('<target>un jour</target>')
  })

  it('brings what only it has, though another sentence of its files is translated alike', async () => {
    const root = await handedOff('alike')
    save(root, entry(HURT, 'Les secours sont venus.'), entry(AID, 'Les secours sont venus.'))
    const project = join(root, dirname(MEMORY), '..')
    const source = readFileSync(join(project, 'source/a.xlf'), 'utf8')
    const compiled = source.replace(`>${AID}</target>`, '>Les secours sont venus.</target>')
    writeFileSync(join(project, 'target/a.xlf'), compiled)
    await importHandbacks(await openProject(root), [project])
    expect([...taken(root).keys()]).toEqual([HURT, AID])
  })

  it('says once of a tag without its other half that a code is lost, and what is missing of the translated files alone', async () => {
    const root = await handedOff('half')
    save(root, entry(tagged(ROSE), 'Elle a monté de <g0>trois mètres.'))
    const project = join(root, dirname(MEMORY), '..')
    const alone = await importHandbacks(await openProject(root), [project])
    expect(alone.diagnostics.map(({id}) => id)).toEqual(['code-lost'])

    const source = readFileSync(join(project, 'source/a.xlf'), 'utf8')
    writeFileSync(
      join(project, 'target/a.xlf'),
      source.replace(/<group(?:(?!<group)[^])*Aid came[^]*?<\/group>/, '')
    )
    rmSync(join(project, 'source'), {recursive: true})
    const target = join(project, 'target/a.xlf')
    const compiled = readFileSync(target, 'utf8')
    const half = /(<target[^>]*>)It rose by (<g [^>]*>)three metres<\/g>/
    const apart = await importHandbacks(await openProject(root), [project])
    expect(apart.diagnostics.map(({id}) => id)).toEqual(['code-lost', 'handback-missing-units'])
    writeFileSync(target, compiled.replace(half, '$1Elle a monté de trois mètres'))
    expect(readFileSync(target, 'utf8')).not.toBe(compiled)
    const both = await importHandbacks(await openProject(root), [project])
    expect(both.diagnostics.map(({id, path}) => [id, path.split('/').at(-1)])).toEqual([
      ['handback-missing-units', 'a.xlf'],
      ['code-lost', 'a.xlf']
    ])
  })

  it('says what it cannot use: lost codes, sentences that have changed, a damaged file', async () => {
    const root = await handedOff('wrong')
    save(
      root,
      entry(tagged(USE), 'Tapez vite.'),
      entry(AID, 'Les secours.'),
      entry(tagged(CALL), tagged('Appelez <1/>'))
    )
    const source = join(root, 'locales/en/a.md')
    writeFileSync(source, readFileSync(source, 'utf8').replace(AID, 'Much aid came.'))
    const {diagnostics} = await importHandbacks(await openProject(root), [MEMORY])
    expect(new Set(diagnostics.map(({id}) => id))).toEqual(
      new Set(['code-lost', 'handback-stale-source', 'handback-missing-units'])
    )
    const changed = recordIn(root).units.flatMap(({pairs}) =>
      pairs.filter(({candidates}) => candidates.length > 0)
    )
    expect(changed.map(({candidates}) => candidates.map(({kind}) => kind))).toEqual([
      ['rejected'],
      ['previous']
    ])

    writeFileSync(join(root, MEMORY), '<tmx><body><tu></body></tmx>')
    const broken = await importHandbacks(await openProject(root), [MEMORY])
    expect(broken.diagnostics).toMatchObject([{id: 'memory-unreadable', level: 'error', line: 1}])
  })

  it('is found in the inbox, wins over what was compiled before, and is put away', async () => {
    const root = await handedOff('inbox')
    const project = await openProject(root)
    const inbox = join(root, project.config.inbox, 'en-fr')
    for (const name of ['omegat/project_save.tmx', 'source/a.xlf', 'target/a.xlf']) {
      mkdirSync(join(inbox, name, '..'), {recursive: true})
      const from = name.startsWith('target') ? 'source/a.xlf' : name
      writeFileSync(join(inbox, name), readFileSync(join(root, 'out/en-fr', from)))
    }
    const compiled = readFileSync(join(inbox, 'target/a.xlf'), 'utf8')
    writeFileSync(join(inbox, 'target/a.xlf'), compiled.replace(`>${AID}</target>`, '>Des secours.</target>'))
    const memory = readFileSync(join(inbox, 'omegat/project_save.tmx'), 'utf8')
    writeFileSync(
      join(inbox, 'omegat/project_save.tmx'),
      memory.replace('</body>', `${entry(AID, 'Les secours sont venus.')}</body>`)
    )
    rmSync(join(root, 'out'), {recursive: true})
    const {changes} = await sync(project)
    expect(taken(root)).toEqual(new Map([[AID, 'Les secours sont venus.']]))
    expect(changes.filter(({kind}) => kind === 'handback')).toHaveLength(3)
  })
})
