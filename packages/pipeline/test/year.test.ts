import {expect, it} from 'vitest'
import {runsOf} from '../../../test/support.ts'
import {Year} from './year.ts'

/** Steps of each year; more in a nightly run. */
const STEPS = runsOf(80)

// Whatever people do, in whatever order, and whatever goes wrong meanwhile.
it.each([1, 2, 3])('a year loses nothing, and takes nothing for what it is not: seed %i', async (seed) => {
  const year = new Year(seed)
  for (let step = 1; step <= STEPS; step++) {
    const wrong = await year.step()
    expect(wrong, `seed ${seed}, step ${step}, in ${year.root}: ${year.log.slice(-6).join(', ')}`).toEqual([])
  }
  year.remove()
})
