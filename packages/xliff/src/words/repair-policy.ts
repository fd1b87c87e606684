/**
 * Which lost codes are put back.
 *
 * - `none`: none of them;
 * - `edge`: those at the beginning or end of the source, whose place is certain;
 * - `anchored`: also those whose neighbours came back: a pair around words that the target has just as the source has
 *   them, such as a name, and a code right beside another.
 */
export const REPAIR_POLICIES = ['none', 'edge', 'anchored'] as const
export type RepairPolicy = (typeof REPAIR_POLICIES)[number]
