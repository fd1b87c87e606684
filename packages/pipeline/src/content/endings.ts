import picomatch from 'picomatch'
import {formatOf} from '../formats/formats.ts'
import type {Pattern} from '../config/patterns.ts'

/** Endings of files without text for translators: pictures, sound, film, fonts, code, archives. */
const ASSETS = new Set(
  `avif bmp eps gif heic ico jpeg jpg png psd ai svg tif tiff webp
   aac flac m4a mp3 oga ogg wav avi m4v mkv mov mp4 ogv webm
   eot otf ttf woff woff2
   cjs css js jsx less map mjs sass scss svelte ts tsx vue wasm
   7z gz tar tgz zip`.split(/\s+/)
)

/** Files that programs leave beside others: locks, earlier versions, views of folders. */
const LITTER = /^(?:[.~].*|.*~|.*\.(?:bak|swp|tmp)|thumbs\.db|desktop\.ini)$/i

/** The ending of a file with its point; undefined where it has none. */
export function endingOf(path: string): string | undefined {
  return /[^/](\.[^./]+)$/.exec(path)?.[1]
}

/** Whether a file is a picture or the like. */
export function isAsset(path: string): boolean {
  return ASSETS.has(endingOf(path)?.slice(1).toLowerCase() ?? '')
}

/** Whether a file is no text of anybody: it has no ending, or some program left it there. */
export function isLitter(path: string): boolean {
  return endingOf(path) === undefined || LITTER.test(path.slice(path.lastIndexOf('/') + 1))
}

/** Whether some pattern matches files with an ending, and Passerelle can read them. */
export function isTaken(ending: string, patterns: ReadonlyArray<Pattern>): boolean {
  return (
    formatOf(`x${ending}`) !== undefined &&
    patterns.some(({rest}) => picomatch.isMatch(`x${ending}`, `*${suffixOf(rest)}`))
  )
}

/** The end of the names that a pattern matches: `.{md,json}` of `blog/*.{md,json}`. */
function suffixOf(rest: string): string {
  return /\.(?:[^./*{}]+|\{[^{}]*\}|[@+(][^/]*\))$/.exec(rest)?.[0] ?? ''
}
