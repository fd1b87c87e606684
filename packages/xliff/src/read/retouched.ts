import {type Content, isCosmetic} from '@passerelle/model'
import {decoded} from '../returned/decoded.ts'

/**
 * Whether a source came back as that of today but for what tools do to texts: quotes, dashes, spaces and the like written
 * otherwise, characters become codes, and codes of which nothing but their places is left.
 */
export function isRetouched(returned: Content, today: Content): boolean {
  return isCosmetic(bare(returned, today), bare(today, []))
}

/** A target in which characters are what they are in today's source, where its own source had them encoded, too. */
export function decodedFor(target: Content, today: Content): Content {
  return decoded(target, {source: today, repair: 'none'}).content
}

function bare(content: Content, meant: Content): Content {
  return decodedFor(content, meant).map((part) =>
    typeof part === 'string' ? part : {...part, kind: 'other' as const}
  )
}
