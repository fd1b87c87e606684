import type {Content} from '@passerelle/model'

/** Stands for a code that is read, so that there are spaces around it as around a word. */
export const object = '\uFFFC'

/**
 * A content as one text for checks: pairs are left out, a line break is one, any other code is U+FFFC.
 *
 * So `**word** :` has one space before its colon, and leaving out a code never makes a double space.
 */
export function flat(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      if (part.type !== 'standalone') return ''
      return part.kind === 'break' ? '\n' : object
    })
    .join('')
}
