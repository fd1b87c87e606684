import {toolCommentOf} from '../words/tool-formats.ts'
import {unspell} from '../xml/escape.ts'
import type {Element} from '../xml/parse.ts'

/** A comment on a stretch of text: what it says, or the id of the note that says it. */
export type Remark = {readonly text: string} | {readonly ref: string}

/**
 * What an annotation says about the words inside it. Annotations are `mrk` of both versions, `sm`, and elements of
 * tools.
 */
export function remarkIn(element: Element): Remark | undefined {
  const {type, value, ref, comment} = element.attributes
  if (comment) return {text: unspell(comment)}
  if (type === 'comment' && value) return {text: value}
  if (type === 'comment' && ref) return {ref: ref.replace(/^.*[#=]/, '')}
  const ofTool = toolCommentOf(element)
  return ofTool === undefined ? undefined : {ref: ofTool}
}
