import {describe, expect, it} from 'vitest'
import {told} from './page-project.ts'
import {FRENCH, PAGE, RIVER, river, SOURCE} from './river.ts'

describe('an edit of what is gone from the source', () => {
  it.each([
    ['passage', 'sync', '\n\nThe bridges were closed.', 'Les ponts ont', 'Des ponts ont'],
    ['passage', 'import', '\n\nThe bridges were closed.', 'Les ponts ont', 'Des ponts ont'],
    ['sentence', 'sync', ' Nobody was hurt.', 'blessés', 'victimes'],
    ['sentence', 'import', ' Nobody was hurt.', 'blessés', 'victimes']
  ])(
    'goes with a %s that is gone from the source, and comes back with it: %s',
    async (_, how, source, was, is) => {
      const project = await river()
      project.edit(PAGE, was, is)
      project.edit(SOURCE, source, '')
      if (how === 'import') await project.import(PAGE)
      expect(told(await project.sync())).toEqual(how === 'sync' ? ['edit-taken'] : [])
      expect(project.read(PAGE)).not.toContain(is)
      expect((await project.sync()).changes).toEqual([])
      project.write(SOURCE, RIVER)
      await project.sync()
      expect(project.read(PAGE)).toContain(is)
    }
  )

  it('of a sentence that is gone takes nothing from one that says the same elsewhere', async () => {
    const project = await river(FRENCH, `${RIVER}\nNobody was hurt.\n`)
    project.edit(PAGE, 'blessés.', 'victimes.')
    project.edit(SOURCE, ' Nobody was hurt.', '')
    await project.sync()
    expect(project.read(PAGE)).toContain('Il n’y a pas de blessés.')
    expect(project.read('locales/xliff/en-fr/a.xlf')).toContain('Il n’y a pas de victimes.')
  })
})
