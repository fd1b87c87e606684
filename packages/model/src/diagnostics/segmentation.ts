/** What is wrong with a project’s own rules of segmentation (SRX). */
export const SEGMENTATION = {
  'srx-not-well-formed': {args: {reason: 'text'}},
  'srx-not-srx': {args: {root: 'text'}},
  'srx-rule-failed': {args: {reason: 'text'}},
  'srx-map-failed': {args: {pattern: 'text', reason: 'text'}},
  'srx-group-missing': {args: {group: 'text'}},
  'srx-too-slow': {args: {after: 'text', before: 'text', group: 'text'}}
} as const
