import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {importHandbacks, openProject, restore, status, sync} from '../src/index.ts'
import {FRENCH, handbackIn, newProject, recordIn} from './quirk-project.ts'
import {textIdOf} from '@passerelle/model'

function inboxOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = newProject(`inbox-${name}`)
  mkdirSync(join(root, 'inbox'), {recursive: true})
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, 'inbox', path), content)
  return root
}

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))

describe('the inbox', () => {
  it.each(['oslo.xml', 'oslo.txt', 'name (1).xlf', 'oslo', 'oslo.xlf.download', 'OSLO.XLIFF'])(
    'takes %s by what is in it',
    async (name) => {
      const root = inboxOf(name.replaceAll(/\W/g, '-'), {[name]: await handbackIn('1.2')})
      const {counts} = await sync(await openProject(root))
      expect(counts.imported).toBe(FRENCH.size)
      expect(readdirSync(join(root, 'inbox/imported'))).toEqual([name])
    }
  )

  it('takes files of other encodings, and zips of any name, in one another', async () => {
    const handback = await handbackIn('1.2')
    const wide = Buffer.from(`\uFEFF${handback.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    expect((await sync(await openProject(inboxOf('wide', {'a.txt': wide})))).counts.imported).toBe(
      FRENCH.size
    )
    const nested = zip({'b/c.dat': zip({'d.zip': zip({'e.txt': handback})})})
    expect((await sync(await openProject(inboxOf('nested', {back: nested})))).counts.imported).toBe(
      FRENCH.size
    )
  })

  it('ends somewhere in zips of zips', async () => {
    let bytes = zip({'a.xlf': await handbackIn('1.2')})
    for (let depth = 0; depth < 8; depth++) bytes = zip({'a.zip': bytes})
    const {diagnostics} = await sync(await openProject(inboxOf('deep', {'a.zip': bytes})))
    expect(diagnostics.map(({id}) => id)).toContain('archive-too-large')
  })

  it('names each time what it cannot read, and nothing of what systems leave behind', async () => {
    const docx = zip({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>'})
    const root = inboxOf('others', {
      'a.docx': docx,
      'b.pdf': '%PDF-1.7',
      'c.png': '\u0089PNG',
      'd.zip': zip({'a.xlf': await handbackIn('1.2'), 'e.docx': docx, '.DS_Store': 'x', '__MACOSX/a': 'x'}),
      '.keep': '',
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      'desktop.ini': 'x',
      '~$a.docx': 'x'
    })
    const told = async (report: ReturnType<typeof sync>): Promise<string[]> =>
      (await report).diagnostics.filter(({id}) => id === 'handback-unreadable').map(({path}) => path)
    expect(await told(sync(await openProject(root)))).toEqual([
      'inbox/a.docx',
      'inbox/b.pdf',
      'inbox/c.png',
      'inbox/d.zip/e.docx'
    ])
    const left = ['inbox/a.docx', 'inbox/b.pdf', 'inbox/c.png']
    expect(await told(sync(await openProject(root)))).toEqual(left)
    expect(await told(status(await openProject(root)))).toEqual(left)
    expect(await told(importHandbacks(await openProject(root), ['inbox']))).toEqual([
      ...left,
      'inbox/imported/d.zip/e.docx'
    ])
  })

  it('is named by status with what waits in it', async () => {
    const root = inboxOf('waits', {'oslo.txt': await handbackIn('1.2')})
    const {diagnostics} = await status(await openProject(root))
    expect(diagnostics).toMatchObject([
      {id: 'inbox-waiting', level: 'info', path: 'inbox', args: {count: 1, files: 'inbox/oslo.txt'}}
    ])
    await sync(await openProject(root))
    expect((await status(await openProject(root))).diagnostics).toEqual([])
  })
})

describe('restore', () => {
  it('lists what is kept aside, and brings it back with the present translation in its place', async () => {
    const root = inboxOf('restore', {'a.xlf': await handbackIn('1.2')})
    await sync(await openProject(root))
    const second = (await handbackIn('1.2')).replace('Les secours sont venus.', 'L’aide est venue.')
    writeFileSync(join(root, 'inbox/b.xlf'), second)
    await sync(await openProject(root))
    expect((await status(await openProject(root))).kept).toBe(1)
    const [kept] = (await restore(await openProject(root), [])).diagnostics
    const take = textIdOf(['Les secours sont venus.'])
    expect(kept).toMatchObject({
      id: 'text-kept',
      path: 'locales/en/a.md',
      line: 11,
      args: {text: 'Aid came.', target: 'Les secours sont venus.', take}
    })
    const back = await restore(await openProject(root), ['locales/en/a.md:11'], {text: take})
    expect(back.counts.restored).toBe(1)
    const pair = recordIn(root).units.find(({pairs}) => pairs[0]!.source[0] === 'Aid came.')!.pairs[0]!
    expect(pair).toMatchObject({
      target: ['Les secours sont venus.'],
      candidates: [{target: ['L’aide est venue.']}]
    })
    expect((await restore(await openProject(root), [], {text: take})).changes).toEqual([])
    await expect(restore(await openProject(root), [], {text: 'zzzzz'})).rejects.toMatchObject({
      id: 'text-unknown'
    })
  })

  it('brings back a text whose sentence is gone, for another', async () => {
    const root = inboxOf('restore-removed', {'a.xlf': await handbackIn('1.2')})
    await sync(await openProject(root))
    const source = '# A bridge\n\nHelp is here.\n'
    writeFileSync(join(root, 'locales/en/a.md'), source)
    await sync(await openProject(root))
    const {diagnostics} = await restore(await openProject(root), ['locales/en/a.md'])
    const gone = diagnostics.find(
      ({id, args}) => id === 'text-removed' && 'text' in args && args.text === 'Aid came.'
    )
    expect(gone).toMatchObject({args: {target: 'Les secours sont venus.'}})
    const text = textIdOf(['Les secours sont venus.'])
    expect((await restore(await openProject(root), ['locales/en/a.md:3'], {text})).counts.restored).toBe(1)
    expect(recordIn(root).units[1]!.pairs[0]!.target).toEqual(['Les secours sont venus.'])
  })
})
