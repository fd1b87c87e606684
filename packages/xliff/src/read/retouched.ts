import {type Content, isCosmetic} from '@passerelle/model'
import {decoded} from '../returned/decoded.ts'

/**
 * Whether a source that came back is today's source, changed only as tools change texts: other quotes, dashes or
 * spaces, characters that became codes, codes that have lost everything but their place.
 */
export function isRetouched(returned: Content, today: Content): boolean {
  return isCosmetic(bare(returned, today), bare(today, []))
}

/** A target with its characters decoded, where its own source came back encoded and today's source is not. */
export function decodedFor(target: Content, today: Content): Content {
  return decoded(target, {source: today, repair: 'none'}).content
}

function bare(content: Content, meant: Content): Content {
  return decodedFor(content, meant).map((part) =>
    typeof part === 'string' ? part : {...part, kind: 'other' as const}
  )
}
