/** What is said of localized documents: built, edited by hand, behind. */
export const PAGES = {
  'unit-quarantined': {args: {reason: 'text', text: 'text', key: 'text?'}},
  'cosmetic-change': {args: {after: 'text', before: 'text'}},
  recut: {args: {count: 'number', todo: 'number'}},
  'hand-edited': {args: {}},
  'hand-edited-skeleton': {args: {}},
  'edit-other-structure': {args: {found: 'number', expected: 'number'}},
  'edit-other-sentences': {args: {}},
  'edit-other-codes': {args: {}},
  'not-a-localized-document': {args: {}},
  'document-outdated': {args: {}},
  'page-held-back': {args: {page: 'text', percent: 'number', from: 'number'}, about: 'completeness'}
} as const
