import {type Check, type Finding, onPairs} from '../check.ts'
import {flat} from '../flat.ts'

const doubled = /\S([^\S\n]{2,})\S/u

/** `whitespace-double`: no two spaces in a row, a no-break one counted, unless the source has them too. */
export const whitespace: Check = onPairs((source, target): Finding[] => {
  const match = doubled.exec(flat(target))
  return match && !doubled.test(flat(source)) ? [{id: 'whitespace-double', args: {found: match[0]}}] : []
})
