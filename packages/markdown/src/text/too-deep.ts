/**
 * Whether an error came from nesting so deep that the stack was exhausted. Nobody writes that, so it may stay unread.
 */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}
