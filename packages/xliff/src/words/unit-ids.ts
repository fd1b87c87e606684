/** Prefix of the ids of units in a record whose block is gone; ids of units hold no full stop. */
export const REMOVED = 'removed.'

/** Ids of units of ours, as they are derived from content. */
export const OUR_UNIT = /^u[0-9a-z]{12}(?:-[0-9a-z]+)*$/

/** Ids of segments of ours: `s1`, `s2`… */
export const OUR_SEGMENT = /^s\d+$/
