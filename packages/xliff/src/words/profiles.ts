import {type Content, textOf} from '@passerelle/model'
import type {HandoffOptions} from './handoff-options.ts'

/** How the hand-off for one client differs, and the evidence for it. */
export interface Profile extends Required<
  Pick<HandoffOptions, 'version' | 'copySource' | 'candidates' | 'approveTranslated' | 'unchanged'>
> {
  /**
   * What is written in a target that is empty on purpose; a target without it is missing. Clients that take angle
   * brackets for markup get square ones.
   */
  readonly empty: '<EMPTY>' | '[EMPTY]'
  /** Ending of the files; the client chooses its reader by it. */
  readonly ending: '.xlf' | '.xliff'
  /** What the client does, and so why its hand-off differs. */
  readonly evidence: string
}

/**
 * What differs between clients, in one place; the rest of a hand-off is the same for all.
 *
 * Candidates are for clients that show an `<alt-trans>` or a match beside its segment and return the segment whole.
 */
const rows = {
  generic: {
    version: '1.2',
    copySource: false,
    candidates: false,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: 'every client reads 1.2; OmegaT 6 shows an alternative in place of its segment'
  },
  'xliff-2.0': {
    version: '2.0',
    copySource: false,
    candidates: true,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence:
      'Trados, memoQ, Phrase, Matecat, Poedit, Crowdin and OmegaT 6 read 2.0; Lokalize and Weblate do not'
  },
  omegat: {
    version: '1.2',
    copySource: true,
    candidates: false,
    approveTranslated: false,
    unchanged: 'nothing',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence:
      'up to 5.7 the filter reads targets, and empty ones are no segments; 6 loses a segment with an alternative; up to 5.3 no state is touched, from 6 on all say translated'
  },
  trados: {
    version: '1.2',
    copySource: false,
    candidates: true,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: 'reads 1.2 and honours xml:space; 2.0 only with a map of states'
  },
  memoq: {
    version: '1.2',
    copySource: false,
    candidates: true,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: '2.0 needs a filter of its own'
  },
  phrase: {
    version: '1.2',
    copySource: false,
    candidates: true,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: 'notes of segments are context in 1.2, of 2.0 those of units alone'
  },
  matecat: {
    version: '1.2',
    copySource: false,
    candidates: true,
    approveTranslated: false,
    unchanged: 'state',
    empty: '[EMPTY]',
    ending: '.xlf',
    evidence: 'shows notes, context groups and alternatives; counts maxwidth in characters'
  },
  poedit: {
    version: '1.2',
    copySource: false,
    candidates: false,
    approveTranslated: false,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: 'shows x by its equiv-text and keeps alternatives without showing them'
  },
  lokalize: {
    version: '1.2',
    copySource: false,
    candidates: true,
    approveTranslated: true,
    unchanged: 'state',
    empty: '<EMPTY>',
    ending: '.xlf',
    evidence: 'finds no unit in 2.0; shows alternatives in a view of their own'
  },
  weblate: {
    version: '1.2',
    copySource: false,
    candidates: false,
    approveTranslated: true,
    unchanged: 'state',
    empty: '[EMPTY]',
    ending: '.xliff',
    evidence: 'does not read 2.0 in its 1.2 formats; keeps white space only where xml:space says so'
  },
  crowdin: {
    version: '1.2',
    copySource: false,
    candidates: false,
    approveTranslated: false,
    unchanged: 'state',
    empty: '[EMPTY]',
    ending: '.xliff',
    evidence: 'fills untranslated targets with the source by itself; enforces maxwidth in characters'
  }
} as const

/** Clients that hand-offs can be made for. */
export type ProfileName = keyof typeof rows

export const PROFILES: Readonly<Record<ProfileName, Profile>> = rows

export const PROFILE_NAMES: ReadonlyArray<ProfileName> = Object.keys(rows) as ProfileName[]

const SIGNS: ReadonlySet<string> = new Set(Object.values(PROFILES).map(({empty}) => empty))

/** Whether a target is the sign for one that is empty on purpose, such as `<EMPTY>`. */
export function isEmptySign(target: Content): boolean {
  return SIGNS.has(textOf(target).trim())
}
