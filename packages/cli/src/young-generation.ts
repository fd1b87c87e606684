import {getHeapSpaceStatistics, setFlagsFromString} from 'node:v8'

/** Bytes of V8's young generation, above which it grows no more. */
const ENOUGH = 8 * 1024 * 1024

/** Milliseconds between two looks. */
const OFTEN = 5

/**
 * Keep V8's young generation small, some 34 MB: it would grow to 134 MB, a third of what a command takes for a large file.
 *
 * It doubles as it fills, by a factor that V8 looks up each time; V8 of Node 22 to 26 knows the flag. Not from the start,
 * for then all that is made while a command starts would be old at once.
 */
export function keepYoungGenerationSmall(): void {
  const timer = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')
    if (young && young.space_size < ENOUGH) return
    setFlagsFromString('--semi-space-growth-factor=1')
    clearInterval(timer)
  }, OFTEN)
  timer.unref()
}
