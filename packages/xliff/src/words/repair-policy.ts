/**
 * Which of the codes that a translator lost are put back.
 *
 * - `none`: none of them;
 * - `edge`: those that the source begins or ends with, whose place is beyond doubt;
 * - `anchored`: those, and those whose neighbours came back: a pair around words that the target has just as the source
 *   has them, such as a name, and a code right beside another.
 */
export const REPAIR_POLICIES = ['none', 'edge', 'anchored'] as const
export type RepairPolicy = (typeof REPAIR_POLICIES)[number]
