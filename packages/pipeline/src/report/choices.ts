import {PROFILE_NAMES as names, type ProfileName} from '@passerelle/xliff/profiles'

/** Formats of hand-offs. */
export const HANDOFF_FORMATS = ['xliff-1.2', 'xliff-2.0', 'i18next-xliff'] as const
export type HandoffFormat = (typeof HANDOFF_FORMATS)[number]

/**
 * What `check` is asked: `release`, may this be published; `change`, is this change of a writer sound, though it makes
 * translations stale.
 */
export const QUESTIONS = ['release', 'change'] as const
/** One of {@link QUESTIONS}. */
export type Question = (typeof QUESTIONS)[number]

/** Kinds of configuration that `init` can write: code, or data. */
export const CONFIG_KINDS = ['ts', 'json'] as const
export type ConfigKind = (typeof CONFIG_KINDS)[number]

/** Tools that hand-offs can be made for. */
export const PROFILE_NAMES: ReadonlyArray<ProfileName> = names
