import type {PrintedBlock, PrintedPage} from '@passerelle/model'
import type {Metadata} from './metadata.ts'

/**
 * What a localized document shows, as entries of metadata in a record: one for the skeleton, and one line for each
 * block.
 *
 * ```text
 * u0abc 0def s1:0123:0456 s2:0789:0abc
 * ```
 *
 * Unit, fingerprint of the block (`-` where the source was shown), and for each segment its pair and the fingerprints
 * of the text shown and of its source.
 */
export function printedEntries(page: PrintedPage | undefined): (readonly [type: string, value: string])[] {
  if (!page) return []
  const lines = page.blocks.map(({unit, built, segments}) => {
    const shown = segments.map((segment) => [segment.pair, segment.shown, segment.source].join(':'))
    return ['printed', [unit, built ?? '-', ...shown].join(' ')] as const
  })
  return [['printed-skeleton', page.skeleton], ...lines]
}

/** Read what {@link printedEntries} writes. */
export function printedIn(ours: Metadata['ours']): PrintedPage | undefined {
  const skeleton = ours.get('printed-skeleton')?.[0]
  if (skeleton === undefined) return undefined
  return {skeleton, blocks: (ours.get('printed') ?? []).map(readBlock)}
}

function readBlock(line: string): PrintedBlock {
  const [unit = '', built = '-', ...rest] = line.split(' ')
  const segments = rest.map((segment) => {
    const [pair = '', shown = '', source = ''] = segment.split(':')
    return {pair, shown, source}
  })
  return {unit, ...(built !== '-' && {built}), segments}
}
