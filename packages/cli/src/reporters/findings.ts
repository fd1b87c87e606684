import {identitiesOf} from '@passerelle/model'
import type {Finding, Report} from '@passerelle/pipeline'

/** What each finding of a report is, in words that stay when lines move; no two are the same. */
export function namesOf(findings: ReadonlyArray<Finding>): Map<Finding, string> {
  const identities = identitiesOf(findings)
  return new Map(
    findings.map((finding, index) => {
      const {id, locale, unit, segment, says = {}, nth} = identities[index]!
      const said = Object.entries(says).map(([name, value]) => `${name}: ${value}`)
      const where = [unit, segment].filter(Boolean).join('/')
      const parts = [id, locale, where, said.join(', '), nth && `#${nth}`]
      return [finding, parts.filter(Boolean).join(' ')]
    })
  )
}

/** Whether a report says that everything may go on. */
export function isMet({gate, diagnostics}: Report): boolean {
  return gate?.met ?? !diagnostics.some(({level}) => level === 'error')
}
