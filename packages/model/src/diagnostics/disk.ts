/** Problems with other runs, other people and the disk, while files are read and written. */
export const DISK = {
  locked: {args: {lock: 'text', since: 'text', minutes: 'number', pid: 'number', host: 'text'}},
  'lock-strange': {args: {lock: 'text', since: 'text', minutes: 'number'}},
  'lock-lost': {args: {}},
  'left-in-place': {args: {file: 'text'}},
  'changed-meanwhile': {args: {aside: 'text'}},
  'kept-aside': {args: {aside: 'text'}},
  'run-killed': {args: {file: 'text'}, unseen: true},
  'not-a-file': {args: {}, unseen: true},
  'link-outside': {args: {}, unseen: true},
  'name-unsafe': {args: {}, unseen: true},
  'name-not-utf8': {args: {}, unseen: true},
  'conflict-markers': {args: {}, unseen: true},
  'record-damaged': {args: {}, unseen: true},
  'record-newer': {args: {format: 'text'}, unseen: true},
  'record-conflict': {args: {count: 'number'}, unseen: true},
  'record-unmerged': {args: {}, unseen: true},
  'outbox-kept': {args: {}},
  'work-taken': {args: {}},
  'work-set-aside': {args: {aside: 'text'}}
} as const
