import {spawn} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {alone} from '../src/files/lock.ts'

const base = mkdtempSync(join(tmpdir(), 'passerelle-lock-'))
afterAll(() => rmSync(base, {recursive: true}))

let root = ''
let lock = ''
beforeEach(() => {
  root = mkdtempSync(join(base, 'x'))
  lock = join(root, '.passerelle.lock')
})

const DAY = 86_400_000
/** Try to work alone, without waiting for whoever does. */
const attempt = (): Promise<unknown> => alone(root, async () => 'done', {most: 0})
const refused = (args: object): object => ({
  refused: {path: '.passerelle.lock', args: expect.objectContaining(args)}
})

function hold(holder: object, age = 0): void {
  writeFileSync(
    lock,
    JSON.stringify({pid: process.pid, host: hostname(), since: '2026-01-02T03:04:05Z', run: 'x', ...holder})
  )
  utimesSync(lock, new Date(), new Date(Date.now() - age))
}

/** Number of a process that has ended. */
async function dead(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('exit', resolve))
  return child.pid!
}

describe('a lock', () => {
  it('is there while somebody works, says who, and goes', async () => {
    const inside = await alone(root, async ({isOurs}) => {
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({pid: process.pid, host: hostname()})
      expect(await attempt()).toMatchObject(
        refused({pid: process.pid, host: hostname(), lock: '.passerelle.lock'})
      )
      return isOurs()
    })
    expect(inside).toBe(true)
    expect(readdirSync(root)).toEqual([])
  })

  it('is held by the living, however old its last sign of life', async () => {
    hold({}, DAY)
    expect(await attempt()).toMatchObject(refused({since: '2026-01-02 03:04 UTC', pid: process.pid}))
  })

  it('of a process that ended is taken over, whatever its date', async () => {
    hold({pid: await dead()}, -DAY)
    expect(await attempt()).toBe('done')
  })

  it.runIf(process.platform === 'linux')(
    'of an earlier process with the same number is taken over',
    async () => {
      hold({began: 'another boot 1'})
      expect(await attempt()).toBe('done')
    }
  )

  it('of another computer is taken over when it has been silent for long', async () => {
    hold({host: 'elsewhere', pid: 1}, 60_000)
    expect(await attempt()).toMatchObject(refused({host: 'elsewhere', pid: 1}))
    hold({host: 'elsewhere', pid: 1}, DAY)
    expect(await attempt()).toBe('done')
  })

  it('of an earlier version is taken over when it is old, and named when it is of tomorrow', async () => {
    mkdirSync(lock)
    expect(await attempt()).toMatchObject(refused({lock: '.passerelle.lock'}))
    utimesSync(lock, new Date(), new Date(Date.now() + DAY))
    expect(await attempt()).toMatchObject({refused: {id: 'lock-strange'}})
    utimesSync(lock, new Date(), new Date(Date.now() - 60_000))
    expect(await attempt()).toBe('done')
  })

  it.each([
    ['a file', () => writeFileSync(lock, 'mine')],
    ['an empty file', () => writeFileSync(lock, '')],
    ['a folder that holds something', () => mkdirSync(join(lock, 'mine'), {recursive: true})]
  ])('that is %s of somebody is named and left alone', async (_, make) => {
    make()
    utimesSync(lock, new Date(), new Date(Date.now() - 60_000))
    expect(await attempt()).toMatchObject({refused: {id: 'lock-strange', args: {minutes: 1}}})
    expect(existsSync(lock)).toBe(true)
  })

  it('that was lost is known to be, and not taken from whoever has it', async () => {
    await alone(root, async ({isOurs}) => {
      hold({run: 'another'})
      expect(await isOurs()).toBe(false)
    })
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({run: 'another'})
  })

  it('is had by one at a time', async () => {
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside--
    }
    hold({pid: await dead()})
    await Promise.all(Array.from({length: 8}, () => alone(root, work)))
    expect(most).toBe(1)
  })
})
