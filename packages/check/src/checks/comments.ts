import {excerptOf, excerptOfComment} from '@passerelle/model'
import type {Check} from '../rule/check.ts'

/** `translator-comment`: what translators have said of a passage. */
export const comments: Check = ({pairs}) =>
  pairs.flatMap(({id, source, comments: said = []}) =>
    said.map((comment) => ({
      id: 'translator-comment',
      pair: id,
      args: {text: excerptOf(source), comment: excerptOfComment(comment)}
    }))
  )
