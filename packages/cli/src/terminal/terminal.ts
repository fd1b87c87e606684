import pc from 'picocolors'

export type Env = Readonly<Record<string, string | undefined>>

/** Where text is written to. */
export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** What a stream can show. */
export interface Look {
  readonly colors: ReturnType<typeof pc.createColors>
  /** Whether letters beyond ASCII may be drawn with. */
  readonly unicode: boolean
  /** Whether a person is likely to watch. */
  readonly interactive: boolean
  /** Columns to fill: those of the terminal up to a readable measure, else 80. */
  readonly width: number
}

/** Longest line that is easy to read. */
const MEASURE = 100

/** Find out what a stream can show. */
export function lookOf(stream: Stream, env: Env): Look {
  return {
    colors: pc.createColors(hasColors(stream, env)),
    unicode: hasUnicode(env),
    interactive: stream.isTTY === true && env['TERM'] !== 'dumb',
    width: stream.isTTY ? Math.min(stream.columns || 80, MEASURE) : 80
  }
}

/** `NO_COLOR` (no-color.org) goes before `FORCE_COLOR` (force-color.org), both before what the stream is. */
function hasColors(stream: Stream, env: Env): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

function hasUnicode(env: Env): boolean {
  if (env['TERM'] === 'dumb') return false
  if (env['WT_SESSION']) return true
  return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '')
}
