/** What checks find in translations. */
export const CHECKS = {
  'translation-missing': {args: {text: 'text'}, about: 'completeness'},
  'translation-changed': {args: {previous: 'text', text: 'text'}, about: 'completeness'},
  'code-lost': {args: {kind: 'text', text: 'text'}},
  'code-invented': {args: {kind: 'text', text: 'text'}},
  'code-repeated': {args: {kind: 'text', text: 'text'}},
  'code-empty': {args: {kind: 'text', text: 'text'}},
  'code-order': {args: {kind: 'text', text: 'text'}},
  'target-empty': {args: {text: 'text'}},
  'length-exceeded': {args: {length: 'number', max: 'number'}},
  'review-wanted': {args: {text: 'text'}},
  'tag-in-text': {args: {found: 'text', text: 'text'}},
  'number-differs': {args: {expected: 'text', found: 'text', text: 'text'}},
  spacing: {args: {expected: 'text', found: 'text'}},
  'quotes-unbalanced': {args: {found: 'text'}},
  'punctuation-end': {args: {expected: 'text', found: 'text'}},
  'translator-comment': {args: {comment: 'text', text: 'text'}},
  'target-is-source': {args: {text: 'text'}},
  'whitespace-double': {args: {found: 'text'}}
} as const
