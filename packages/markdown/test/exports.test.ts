import {expect, it} from 'vitest'
import * as markdown from '@passerelle/markdown'

it('exports exactly this', () => {
  expect(Object.keys(markdown).sort()).toEqual(['allExtensions', 'defaultKeys', 'extract', 'merge'])
})
