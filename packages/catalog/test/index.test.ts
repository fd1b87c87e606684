import {expect, it} from 'vitest'
import * as catalog from '../src/index.ts'

it('exports two verbs', () => {
  expect(Object.keys(catalog).sort()).toEqual(['extract', 'merge'])
})
