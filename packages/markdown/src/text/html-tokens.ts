import {type Token, Tokenizer, TokenizerMode} from 'parse5'
import type {Attribute, Tag} from './html-tag.ts'
import {readSimpleTags} from './simple-html.ts'
import type {Range} from './source.ts'

/**
 * Read the tags of a stretch of HTML as parse5's tokenizer sees them (HTML 13.2.5).
 *
 * Only the tokenizer: one stretch of Markdown may open an element that another closes, and a tree builder would close
 * it here.
 *
 * @param html
 *   HTML with spaces in place of container prefixes, so that offsets are those of the source.
 */
export function readTags(html: string, start: number): Tag[] {
  return readSimpleTags(html, start, modes) ?? readAnyTags(html, start)
}

/** Read tags with parse5. */
export function readAnyTags(html: string, start: number): Tag[] {
  const tags: Tag[] = []
  const add = (token: Token.TagToken, {closing}: {closing: boolean}): void => {
    const {location, tagName, selfClosing, attrs} = token
    if (!location) return
    const attributes = new Map<string, Attribute>()
    for (const [name, {startOffset, endOffset}] of Object.entries(location.attrs ?? {})) {
      const value = /^[^=]*=\s*(["'])/.exec(html.slice(startOffset, endOffset))
      const from = startOffset + (value?.[0].length ?? 0)
      if (value?.[1])
        attributes.set(name, {name, quote: value[1], start: start + from, end: start + endOffset - 1})
    }
    const untranslated = attrs.some(({name, value}) => name === 'translate' && value.toLowerCase() === 'no')
    tags.push({name: tagName, untranslated, closing, selfClosing, attributes, ...rangeOf(location)})
    const mode = closing ? undefined : modes[tagName]
    if (mode !== undefined) tokenizer.state = mode
  }
  const addOther = ({location}: {location: Token.Location | null}): void => {
    if (location)
      tags.push({
        name: '',
        closing: false,
        selfClosing: true,
        untranslated: false,
        attributes: new Map(),
        ...rangeOf(location)
      })
  }
  const rangeOf = ({startOffset, endOffset}: Token.Location): Range => ({
    start: start + startOffset,
    end: start + endOffset
  })
  const ignore = (): void => {}
  const tokenizer = new Tokenizer(
    {sourceCodeLocationInfo: true},
    {
      onStartTag: (token) => add(token, {closing: false}),
      onEndTag: (token) => add(token, {closing: true}),
      onComment: addOther,
      onDoctype: addOther,
      onCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onNullCharacter: ignore,
      onEof: ignore
    }
  )
  tokenizer.write(html, true)
  return tags
}

/** Elements whose content is no markup (HTML 13.2.6.4.7). */
export const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA
}
