/**
 * Format of records, in the metadata of their file; readers know a record by it.
 *
 * It rises when an older program would lose something by writing the record back.
 */
export const RECORD_FORMAT = 1

/** Whether a newer program wrote a record; this one must leave it as it is. */
export function isNewer(format: string): boolean {
  return !/^\d+$/.test(format) || Number(format) > RECORD_FORMAT
}
