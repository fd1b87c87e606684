import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Bitext, Comment} from '@passerelle/model'
import {check, exportHandoffs, type HandoffFormat, importHandbacks, openProject} from '../src/index.ts'
import {
  AID,
  type Change,
  handbackIn,
  HURT,
  inUnit,
  newProject,
  recordIn,
  ROSE,
  shown,
  TITLE
} from './quirk-project.ts'

/** Comments by the sentence they are kept with. */
function commentsIn({units, removed}: Bitext): Record<string, ReadonlyArray<Comment>> {
  const pairs = [...units, ...removed].flatMap((unit) => unit.pairs)
  return Object.fromEntries(
    pairs.flatMap(({source, comments}) => (comments ? [[shown(source), comments]] : []))
  )
}

const afterTarget = (source: string, added: string): Change =>
  inUnit(source, (unit) => unit.replace(/<\/target>/, `</target>${added}`))

const attribute =
  (tag: string, name: string, added: string): Change =>
  (xml) =>
    xml.replace(new RegExp(`<${tag} `), `<${tag} xmlns:${name} `).replace(/(?=<file )/, added)

/** How a tool writes a comment, and what is kept of it. */
type Case = readonly [what: string, version: '1.2' | '2.0', change: Change, kept: Record<string, Comment[]>]

const CASES: ReadonlyArray<Case> = [
  [
    'a note of its own',
    '1.2',
    afterTarget(AID, '<note>Which\n  aid?</note><note from="translator" priority="2">And when?</note>'),
    {[AID]: [{text: 'Which\n  aid?'}, {text: 'And when?', priority: 2}]}
  ],
  [
    'a note with a name',
    '1.2',
    afterTarget(HURT, '<note from="Ann">Nobody?</note>'),
    {[HURT]: [{text: 'Ann: Nobody?'}]}
  ],
  [
    'a word in the note of the author',
    '1.2',
    inUnit(AID, (unit) => unit.replace(/(<note[^>]*>)[^<]*/, '$1Paragraph. Which aid?')),
    {[AID]: [{text: 'Paragraph. Which aid?'}]}
  ],
  [
    'entries of a glossary',
    '2.0',
    inUnit(HURT, (unit) =>
      unit.replace(
        '<segment',
        '<g:glossary xmlns:g="urn:oasis:names:tc:xliff:glossary:2.0">' +
          '<g:glossEntry ref="#s2_m1"><g:term>hurt</g:term><g:translation>blessé</g:translation>' +
          '<g:translation> touché </g:translation><g:definition>not killed</g:definition></g:glossEntry>' +
          '<g:glossEntry><g:term>metre</g:term></g:glossEntry><g:glossEntry/></g:glossary><segment'
      )
    ),
    {
      [ROSE]: [{text: 'metre', category: 'glossary'}],
      [HURT]: [{text: 'hurt → blessé, touché: not killed', category: 'glossary'}]
    }
  ],
  [
    'marks of Trados, whose words stand at the head',
    '1.2',
    (xml) =>
      inUnit(AID, (unit) =>
        unit.replace(
          /(<target[^>]*>)([^]*)<\/target>/,
          '$1<mrk mtype="x-sdl-comment" sdl:cid="c1">$2</mrk></target>'
        )
      )(
        attribute(
          'xliff',
          'sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
          '<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c1"><Comments><Comment severity="Low" user="Ann">Which aid?</Comment></Comments></cmt-def></cmt-defs></doc-info>'
        )(xml) as string
      ),
    {[AID]: [{text: 'Ann: Which aid?'}]}
  ],
  [
    'elements of memoQ, but for those taken back',
    '1.2',
    afterTarget(
      AID,
      '<mq:comments xmlns:mq="MQXliff"><mq:comment creatoruser="Ann" deleted="false">Which aid?</mq:comment><mq:comment deleted="true">No.</mq:comment></mq:comments>'
    ),
    {[AID]: [{text: 'Ann: Which aid?'}]}
  ],
  [
    'a mark with a comment',
    '1.2',
    inUnit(AID, (unit) =>
      unit.replace(
        /(<target[^>]*>)([^]*)<\/target>/,
        '$1<mrk mtype="x-query" comment="Which?">$2</mrk></target>'
      )
    ),
    {[AID]: [{text: 'Which?'}]}
  ],
  [
    'a note of the unit',
    '2.0',
    inUnit(AID, (unit) =>
      unit.replace('</notes>', '<note category="query" priority="1">Which aid?</note></notes>')
    ),
    {[AID]: [{text: 'Which aid?', category: 'query', priority: 1}]}
  ],
  [
    'a note that a mark refers to',
    '2.0',
    inUnit(HURT, (unit) =>
      unit
        .replace('</notes>', '<note id="n1">Nobody?</note></notes>')
        .replace(/Personne/, '<mrk id="m1" type="comment" ref="#n=n1">Personne</mrk>')
    ),
    {[HURT]: [{text: 'Nobody?'}]}
  ],
  [
    'a mark that begins here and ends there',
    '2.0',
    inUnit(TITLE, (unit) =>
      unit.replace(/Un/, '<sm id="m1" type="comment" value="One?"/>Un<em startRef="m1"/>')
    ),
    {[TITLE]: [{text: 'One?'}]}
  ]
]

describe('what translators say', () => {
  const handbacks = new Map<string, string>()

  beforeAll(async () => {
    for (const version of ['1.2', '2.0']) handbacks.set(version, await handbackIn(version))
  })

  it.for(CASES)('is kept and told: %s (%s)', async ([what, version, change, kept]) => {
    const root = newProject(`comment-${what}-${version}`)
    const changed = change(handbacks.get(version)!)
    expect(changed).not.toBe(handbacks.get(version))
    writeFileSync(join(root, 'back.xlf'), changed)
    const {diagnostics, counts} = await importHandbacks(await openProject(root), ['back.xlf'])
    const record = recordIn(root)
    expect(commentsIn(record)).toEqual(kept)
    const count = Object.values(kept).flat().length
    const told = diagnostics.filter(({id}) => id === 'handback-comment')
    expect([counts.comments, told.length]).toEqual([count, count])
    for (const {line} of told) expect(line).toBeGreaterThan(0)

    // Again, there is no news.
    const again = await importHandbacks(await openProject(root), ['back.xlf'])
    expect([again.counts.comments, again.changes]).toEqual([0, []])
  })

  it.for(['1.2', '2.0'])(
    'goes out with the next hand-off, and is no news when it comes back: %s',
    async (version) => {
      const root = newProject(`comment-round-${version}`)
      writeFileSync(
        join(root, 'back.xlf'),
        afterTarget(AID, '<note from="Ann">Which aid?</note>')(handbacks.get('1.2')!)
      )
      await importHandbacks(await openProject(root), ['back.xlf'])
      await exportHandoffs(await openProject(root), {to: 'out', format: `xliff-${version}` as HandoffFormat})
      expect(readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')).toMatch(
        /<note[^>]*"translator"[^>]*>Ann: Which aid\?</
      )
      const {counts, changes} = await importHandbacks(await openProject(root), ['out/en-fr/a.xlf'])
      expect([counts.comments, changes]).toEqual([0, []])
    }
  )

  it('stays with a sentence that changes, and is shown by check where that stands', async () => {
    const root = newProject('comment-carried')
    writeFileSync(join(root, 'back.xlf'), afterTarget(AID, '<note>Which aid?</note>')(handbacks.get('1.2')!))
    await importHandbacks(await openProject(root), ['back.xlf'])
    const source = readFileSync(join(root, 'locales/en/a.md'), 'utf8')
    writeFileSync(join(root, 'locales/en/a.md'), source.replace(AID, 'Much aid came.'))
    const {diagnostics} = await check(await openProject(root))
    const line = source.split('\n').indexOf(AID) + 1
    expect(diagnostics.filter(({id}) => id === 'translator-comment')).toMatchObject([
      {level: 'info', path: 'locales/en/a.md', line, args: {text: 'Much aid came.', comment: 'Which aid?'}}
    ])
  })

  it('is kept where its passage is gone, and where it is about the document', async () => {
    const root = newProject('comment-gone')
    const back = afterTarget(AID, '<note>Which aid?</note>')(handbacks.get('1.2')!) as string
    writeFileSync(join(root, 'back.xlf'), back.replace('</header>', '<note>Nice text.</note></header>'))
    writeFileSync(join(root, 'locales/en/a.md'), 'Something else.\n')
    const {diagnostics, counts} = await importHandbacks(await openProject(root), ['back.xlf'])
    const told = diagnostics.flatMap((one) => (one.id === 'handback-comment' ? [one.args.comment] : []))
    expect([counts.comments, told.join(' ')]).toEqual([2, 'Nice text. Which aid?'])
    const record = recordIn(root)
    expect(commentsIn(record)).toEqual({[AID]: [{text: 'Which aid?'}]})
    expect(record.comments).toEqual([{text: 'Nice text.'}])
    const again = await importHandbacks(await openProject(root), ['back.xlf'])
    expect([again.counts.comments, again.changes]).toEqual([0, []])
  })
})

describe('a translation marked for another look', () => {
  it('is so in the record, in check, and in the next hand-off', async () => {
    const root = newProject('marked')
    const back = inUnit(AID, (unit) =>
      unit.replace('<target>', '<target state="needs-review-translation" state-qualifier="mt-suggestion">')
    )
    writeFileSync(join(root, 'back.xlf'), back(await handbackIn('1.2')))
    await importHandbacks(await openProject(root), ['back.xlf'])
    const marked = recordIn(root).units.flatMap(({pairs}) => pairs.filter(({subState}) => subState))
    expect(marked).toMatchObject([
      {source: [AID], state: 'translated', subState: 'pas:needs-review-translation,mt-suggestion'}
    ])
    const {diagnostics} = await check(await openProject(root))
    expect(diagnostics.filter(({id}) => id === 'review-wanted')).toMatchObject([
      {level: 'warning', args: {text: AID}}
    ])
    await exportHandoffs(await openProject(root), {to: 'out', format: 'xliff-1.2'})
    expect(readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')).toContain(
      '<target state="needs-review-translation" state-qualifier="mt-suggestion">Les secours'
    )
  })
})

it('keeps the mark that Poedit puts on a translation that needs work', async () => {
  const root = newProject('needs-work')
  const back = inUnit(AID, (unit) => unit.replace('<target>', '<target state="needs-l10n">'))
  writeFileSync(join(root, 'back.xlf'), back(await handbackIn('1.2')))
  await importHandbacks(await openProject(root), ['back.xlf'])
  const {diagnostics} = await check(await openProject(root))
  expect(diagnostics.filter(({id}) => id === 'review-wanted')).toMatchObject([{args: {text: AID}}])
  await exportHandoffs(await openProject(root), {to: 'out', profile: 'poedit'})
  const out = readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')
  expect(out).toContain('<target state="needs-l10n">Les secours')
  // Looked at again, and made better.
  const better = out.replace('<target state="needs-l10n">Les', '<target state="translated">Des')
  writeFileSync(join(root, 'back.xlf'), better)
  await importHandbacks(await openProject(root), ['back.xlf'])
  expect(recordIn(root).units.flatMap(({pairs}) => pairs.flatMap(({subState}) => subState ?? []))).toEqual([])
})

it('knows the mark of Poedit in XLIFF 2.0, too', async () => {
  const root = newProject('needs-work-20')
  const back = inUnit(AID, (unit) =>
    unit.replace(/state="initial"/, 'state="translated" subState="poedit:fuzzy"')
  )
  writeFileSync(join(root, 'back.xlf'), back(await handbackIn('2.0')))
  await importHandbacks(await openProject(root), ['back.xlf'])
  const {diagnostics} = await check(await openProject(root))
  expect(diagnostics.filter(({id}) => id === 'review-wanted')).toMatchObject([{args: {text: AID}}])
})

it('names the lines of the passages that a hand-back lacks', async () => {
  const root = newProject('lines')
  const back = inUnit(
    HURT,
    () => ''
  )(inUnit(AID, () => '')(inUnit('Call <', () => '')(await handbackIn('2.0')) as string) as string)
  writeFileSync(join(root, 'back.xlf'), back)
  const {diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
  const lines = readFileSync(join(root, 'locales/en/a.md'), 'utf8').split('\n')
  const lineOf = (text: string): number => lines.findIndex((line) => line.startsWith(text)) + 1
  expect(diagnostics).toMatchObject([
    {
      id: 'handback-missing-units',
      args: {
        count: 3,
        source: 'locales/en/a.md',
        lines: `${lineOf('It rose')}, ${lineOf('Aid')}, ${lineOf('Call')}`
      }
    }
  ])
})
