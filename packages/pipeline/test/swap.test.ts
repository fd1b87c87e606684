import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import * as fs from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {type Disk, look, NOTHING, seenOf} from '../src/files/disk.ts'
import {discard, moveTo, replace} from '../src/files/swap.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-swap-'))
afterAll(() => rmSync(base, {recursive: true}))

let root = ''
let file = ''
beforeEach(() => {
  root = mkdtempSync(join(base, 'x'))
  file = join(root, 'a.xlf')
})

const bytes = (text: string): Uint8Array => Buffer.from(text)
const seen = (text: string): string => seenOf(bytes(text))
const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), {code})
}
const all = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root)
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'utf8')])
  )

/** Disks on which names are taken in each way that there is. */
const disks: [how: string, disk: Disk][] = [
  ['with links', fs],
  ['without links', {...fs, link: failing('EPERM')}],
  ['across disks', {...fs, link: failing('EXDEV')}]
]

describe.each(disks)('a disk %s', (_, disk) => {
  it('has a new file where there was none', async () => {
    expect(await replace(disk, file, bytes('new'), NOTHING)).toMatchObject({kind: 'done', now: seen('new')})
    expect(all()).toEqual({'a.xlf': 'new'})
  })

  it('has the new file in the place of the old one, with its rights', async () => {
    writeFileSync(file, 'old', {mode: 0o640})
    expect(await replace(disk, file, {parts: () => ['n', 'ew']}, seen('old'))).toMatchObject({kind: 'done'})
    expect(all()).toEqual({'a.xlf': 'new'})
    expect(statSync(file).mode & 0o777).toBe(0o640)
  })

  it('keeps what somebody saved since it was read', async () => {
    writeFileSync(file, 'of Marie')
    expect(await replace(disk, file, bytes('new'), seen('old'))).toEqual({kind: 'changed'})
    expect(await discard(disk, file, seen('old'))).toEqual({kind: 'changed'})
    expect(await moveTo(disk, file, join(root, 'b.xlf'), seen('old'))).toEqual({kind: 'changed'})
    expect(await replace(disk, file, bytes('new'), NOTHING)).toEqual({kind: 'changed'})
    expect(all()).toEqual({'a.xlf': 'of Marie'})
  })

  it('moves a file to a name that is free', async () => {
    writeFileSync(file, 'back')
    writeFileSync(join(root, 'b.xlf'), 'first')
    writeFileSync(join(root, 'b-2.xlf'), 'second')
    const to = join(root, 'b.xlf')
    expect(await moveTo(disk, file, to, seen('back'))).toMatchObject({path: join(root, 'b-3.xlf')})
    expect(all()).toEqual({'b.xlf': 'first', 'b-2.xlf': 'second', 'b-3.xlf': 'back'})
  })

  it('keeps a file that is saved while the other is out of the way', async () => {
    writeFileSync(file, 'old')
    const rename: Disk['rename'] = async (from, to) => {
      await disk.rename(from, to)
      if (String(from) === file) writeFileSync(file, 'of Marie')
    }
    expect(await replace({...disk, rename}, file, bytes('new'), seen('old'))).toEqual({kind: 'changed'})
    expect(all()).toEqual({'a.xlf': 'of Marie'})
  })

  it('keeps both of two files that are saved at once', async () => {
    writeFileSync(file, 'old')
    const rename: Disk['rename'] = async (from, to) => {
      if (String(from) === file) writeFileSync(file, 'of Marie')
      await disk.rename(from, to)
      if (String(from) === file) writeFileSync(file, 'of Jean')
    }
    const aside = join(root, 'a-2.xlf')
    expect(await replace({...disk, rename}, file, bytes('new'), seen('old'))).toEqual({
      kind: 'changed',
      aside
    })
    expect(all()).toEqual({'a.xlf': 'of Jean', 'a-2.xlf': 'of Marie'})
  })
})

it('leaves the old file where the new one cannot be written, or not as it was meant', async () => {
  writeFileSync(file, 'old')
  await expect(replace({...fs, link: failing('ENOSPC')}, file, bytes('new'), seen('old'))).rejects.toThrow(
    'ENOSPC'
  )
  const open: Disk['open'] = async (path, flags, mode) => {
    const handle = await fs.open(path, flags, mode)
    // As on a disk that is full and says so too late.
    if (flags === 'w') handle.appendFile = async () => {}
    return handle
  }
  await expect(replace({...fs, open}, file, bytes('new'), seen('old'))).rejects.toMatchObject({code: 'EIO'})
  expect(all()).toEqual({'a.xlf': 'old'})
})

it('writes to what a link leads to', async () => {
  writeFileSync(file, 'old')
  symlinkSync(file, join(root, 'link'))
  utimesSync(file, 1, 1)
  await replace(fs, join(root, 'link'), bytes('new'), await look(fs, join(root, 'link')))
  expect(all()).toEqual({'a.xlf': 'new', link: 'new'})
})
