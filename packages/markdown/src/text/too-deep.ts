/** Whether something is nested so deeply that it exhausted the stack. Nobody writes that, so nobody misses what is in it. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}
