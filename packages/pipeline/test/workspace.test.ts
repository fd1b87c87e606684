import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {openWorkspace} from '../src/files/workspace.ts'

const root = mkdtempSync(join(tmpdir(), 'passerelle-workspace-'))
afterAll(() => rmSync(root, {recursive: true}))

describe('a file that is written in parts', () => {
  const parts = (...texts: string[]) => ({parts: () => texts})
  const written = async (content: ReturnType<typeof parts>): Promise<string[]> => {
    const workspace = openWorkspace(root, 1)
    await workspace.write('a/b.xlf', content, 'bilingual')
    expect(Buffer.from((await workspace.read('a/b.xlf'))!).toString()).toBe(content.parts().join(''))
    await workspace.commit(() => {})
    expect(workspace.diagnostics).toEqual([])
    return workspace.changes().map(({change}) => change)
  }

  it('is written whole, and only where it has changed', async () => {
    expect(await written(parts('é', 'b'))).toEqual(['created'])
    expect(readFileSync(join(root, 'a/b.xlf'), 'utf8')).toBe('éb')
    expect(await written(parts('éb'))).toEqual([])
    expect(await written(parts('é', 'b', 'c'))).toEqual(['updated'])
    expect(await written(parts('é'))).toEqual(['updated'])
    expect(readdirSync(join(root, 'a'))).toEqual(['b.xlf'])
  })

  it('stays as readable as it was', async () => {
    await written(parts('d'))
    chmodSync(join(root, 'a/b.xlf'), 0o640)
    await written(parts('e'))
    expect(statSync(join(root, 'a/b.xlf')).mode & 0o777).toBe(0o640)
  })
})
