import {type Check, onPairs} from '../rule/check.ts'
import {codesFit} from '../rule/codes-fit.ts'

/**
 * `code-lost`, `code-invented`, `code-repeated`, `code-empty`, `code-order`: a target has the same codes as its source.
 */
export const codes: Check = onPairs((source, target, _context, {key}) => codesFit(source, target, key))
