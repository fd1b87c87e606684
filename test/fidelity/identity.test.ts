import {beforeAll, describe, expect, it} from 'vitest'
import {hasShared} from '../support.ts'
import {built, everything, goRound, sets} from './round.ts'

describe.skipIf(!hasShared)('a source that is its own translation comes back to the byte', () => {
  const project = everything()
  beforeAll(() => goRound(project, (text) => text, 'xliff-1.2'))

  it.each([...sets])('%s', (folder, documents) => {
    const different = Object.entries(documents).filter(
      ([name, text]) => built(project, `${folder}/${name}`) !== text
    )
    expect(different.map(([name]) => name)).toEqual([])
  })
})
