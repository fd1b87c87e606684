/** Problems with a project’s own expressions: for segmentation (SRX), and for protected text. */
export const SEGMENTATION = {
  'srx-not-well-formed': {args: {reason: 'text'}},
  'srx-not-srx': {args: {root: 'text'}},
  'srx-rule-failed': {args: {reason: 'text', rule: 'number', group: 'text', before: 'text', after: 'text'}},
  'srx-map-failed': {args: {pattern: 'text', reason: 'text'}},
  'srx-group-missing': {args: {group: 'text'}},
  'srx-too-slow': {
    args: {after: 'text', before: 'text', group: 'text', position: 'number', length: 'number'}
  },
  'protect-too-slow': {args: {pattern: 'text', text: 'text'}}
} as const
