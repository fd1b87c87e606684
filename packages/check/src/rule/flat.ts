import type {Content} from '@passerelle/model'

/** Stands for a code that is something to read: it takes spaces like a word. */
export const object = '\uFFFC'

/**
 * A content as one text to look at: pairs are see-through, a line break is one, any other code is U+FFFC.
 *
 * So `**word** :` has one space before its colon, and nothing holds a space twice because a code went.
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
