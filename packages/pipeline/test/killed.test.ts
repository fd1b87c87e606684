import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import * as fs from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, expect, it} from 'vitest'
import {seenOf} from '../src/files/disk.ts'
import {leftBehind, missingFiles, recover, sweepEarlier} from '../src/files/killed.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-killed-'))
afterAll(() => rmSync(base, {recursive: true}))

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(base, 'x'))
  for (const folder of ['pages', 'inbox']) mkdirSync(join(root, folder))
})

const FOLDERS = ['pages', 'inbox']
const put = (path: string, text: string): void => writeFileSync(join(root, path), text)
const all = (folder = 'pages'): string[] => readdirSync(join(root, folder)).sort()
const digits = (text: string): string => seenOf(Buffer.from(text)).slice(0, 8)
const again = async (): Promise<unknown> => recover(fs, root, await leftBehind(root, FOLDERS), 'inbox')

it('puts a file back that was out of the way, and takes away what was being written', async () => {
  put(`pages/a.md.12.${digits('old')}.passerelle`, 'old')
  put('pages/a.md.12.passerelle', 'ne')
  expect(await missingFiles(fs, root, await leftBehind(root, FOLDERS))).toMatchObject([
    {id: 'run-killed', path: 'pages/a.md'}
  ])
  expect(await again()).toEqual([])
  expect(all()).toEqual(['a.md'])
  expect(readFileSync(join(root, 'pages/a.md'), 'utf8')).toBe('old')
})

it('takes an old file away whose successor is there', async () => {
  put('pages/a.md', 'new')
  put(`pages/a.md.12.${digits('old')}.passerelle`, 'old')
  expect(await again()).toEqual([])
  expect(all()).toEqual(['a.md'])
})

it('keeps a file that was not known, and tells of it', async () => {
  put('pages/a.md', 'new')
  put(`pages/a.md.12.${digits('old')}.passerelle`, 'of Marie')
  expect(await again()).toEqual([
    {id: 'kept-aside', level: 'warning', path: 'pages/a.md', args: {aside: 'pages/a-2.md'}}
  ])
  expect(readFileSync(join(root, 'pages/a-2.md'), 'utf8')).toBe('of Marie')
})

it('files no hand-back twice', async () => {
  put('inbox/a.xlf', 'back')
  const held = join(root, `inbox/a.xlf.12.${digits('back')}.passerelle`)
  await fs.rename(join(root, 'inbox/a.xlf'), held)
  await fs.link(held, join(root, 'filed.xlf'))
  await again()
  expect(all('inbox')).toEqual([])
  expect(existsSync(join(root, 'filed.xlf'))).toBe(true)
})

it('takes away what earlier versions left, and no copy that says something else', async () => {
  put('pages/a.md', 'The whole page.')
  put('pages/a.md.438194406', 'The whole')
  put('pages/a.md.1234567890', 'Another.')
  put('pages/a.md.20261130', 'The whole page.')
  put('pages/b.xlf', '<xliff/>')
  put('pages/b.xlf.4711', '<xl')
  await sweepEarlier(fs, root, FOLDERS)
  expect(all()).toEqual(['a.md', 'a.md.1234567890', 'a.md.20261130', 'b.xlf'])
})
