/** What is wrong with files of the project, and with how they belong together. */
export const FILES = {
  'cannot-read': {args: {reason: 'text'}, unseen: true},
  'cannot-write': {args: {reason: 'text'}},
  'utf8-invalid': {args: {byte: 'text'}, unseen: true},
  'front-matter-invalid': {args: {reason: 'text'}},
  'json-invalid': {args: {reason: 'text'}, unseen: true},
  'json-root': {args: {found: 'text'}, unseen: true},
  'json-key-repeated': {args: {key: 'text'}},
  'mdx-invalid': {args: {reason: 'text'}},
  'both-exist': {args: {first: 'text', second: 'text'}, unseen: true},
  'direction-unclear': {args: {locales: 'text'}, unseen: true},
  'source-gone': {args: {source: 'text'}, about: 'completeness'},
  'config-converted': {args: {from: 'text', kept: 'text'}},
  'config-computed': {args: {from: 'text', names: 'text'}}
} as const
