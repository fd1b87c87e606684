import {expect, it} from 'vitest'
import * as catalog from '../src/index.ts'

it('exports its verbs, and how it reads JSON', () => {
  expect(Object.keys(catalog).sort()).toEqual([
    'compare',
    'extract',
    'isNode',
    'merge',
    'readJson',
    'repeatedKeys'
  ])
})
