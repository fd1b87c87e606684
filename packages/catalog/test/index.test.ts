import {expect, it} from 'vitest'
import * as catalog from '../src/index.ts'

it('exports two verbs, and how it reads JSON', () => {
  expect(Object.keys(catalog).sort()).toEqual(['extract', 'isNode', 'merge', 'readJson', 'repeatedKeys'])
})
