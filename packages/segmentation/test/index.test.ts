import {expect, it} from 'vitest'
import * as api from '../src/index.ts'

it('exports these names and no other', () => {
  expect(Object.keys(api).sort()).toEqual([
    'boundariesOf',
    'defaultRules',
    'explain',
    'proveRules',
    'readSrx',
    'segment',
    'toSrx'
  ])
})
