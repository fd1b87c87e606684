import {expect, it} from 'vitest'
import * as check from '../src/index.ts'

it('exports what pipeline needs', () => {
  expect(Object.keys(check).sort()).toEqual(['checkLevels', 'checkUnit', 'codesFit'])
})
