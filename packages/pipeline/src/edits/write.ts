import {build, type Built} from '../work/build.ts'
import type {Config} from '../config/config.ts'
import type {Project} from '../project/project.ts'
import type {Work} from '../work/work.ts'
import {type Found, readBuilt} from '../page/found.ts'
import {type Page, pageOf, samePage, segmentsOf} from '../page/page.ts'

/** What would be built of a work now: the text, the text read again, and its page. */
export interface Next extends Built {
  readonly found: Found
  readonly page: Page
}

/** @param built The text, if it was built before. */
export function buildNext(work: Work, project: Project, built = build(work, project.config)): Next {
  const found = readBuilt(built.text, work.source, work.direction, project)
  const units = work.bitext.units
  const blocks = work.source.blocks.map(({index, unit}, place) => ({
    unit: unit.id,
    built: found.fingerprints[place]!,
    segments: built.quarantined.has(index)
      ? units[place]!.pairs.map(({id, source}) => ({pair: id, shown: source, source}))
      : segmentsOf(units[place]!, project.config)
  }))
  return {...built, found, page: {skeleton: found.skeleton, blocks}}
}

/** Note in the record of a work what its localized document shows, so that changes by people can be found. */
export function notePage(work: Work, page: Page, config: Config): void {
  const byUnit = new Map(page.blocks.map(({unit, built}) => [unit, built]))
  const units = work.bitext.units.map((unit) => {
    const built = byUnit.get(unit.id)
    if (built === unit.built) return unit
    const {built: _, ...rest} = unit
    return built === undefined ? rest : {...rest, built}
  })
  const isSame = units.every((unit, index) => unit === work.bitext.units[index])
  const bitext = {...work.bitext, units: isSame ? work.bitext.units : units, skeleton: page.skeleton}
  work.bitext = bitext
  const follows = pageOf(bitext, config)
  // Only what does not follow from the units has to be kept.
  work.page = follows && samePage(page, follows) ? () => pageOf(bitext, config) : () => page
}
