/** Prefix for the ids of units whose block is gone, in a record; other ids of units have no full stop. */
export const REMOVED = 'removed.'

/** Ids of our units, which are made from content. */
export const OUR_UNIT = /^u[0-9a-z]{12}(?:-[0-9a-z]+)*$/

/** Ids of our segments: `s1`, `s2`… */
export const OUR_SEGMENT = /^s\d+$/
