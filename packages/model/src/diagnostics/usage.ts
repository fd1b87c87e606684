/** Problems with how Passerelle was called or configured; they end a command with exit code 2. */
export const USAGE = {
  'unknown-verb': {args: {verb: 'text', suggestion: 'text?'}},
  'unknown-option': {args: {option: 'text', suggestion: 'text?'}},
  'missing-value': {args: {option: 'text'}},
  'missing-argument': {args: {example: 'text', verb: 'text'}},
  'excess-arguments': {args: {}},
  'invalid-choice': {args: {option: 'text', found: 'text', choices: 'text', suggestion: 'text?'}},
  'invalid-number': {args: {option: 'text', found: 'text', least: 'number', most: 'number'}},
  'root-not-found': {args: {path: 'text'}},
  'unknown-locale': {args: {known: 'text', locale: 'text'}},
  'file-not-found': {args: {path: 'text'}},
  'nothing-there': {args: {path: 'text'}},
  'text-unknown': {args: {path: 'text', take: 'text'}},
  'text-misfits': {args: {path: 'text', take: 'text', reason: 'text'}},
  'sentence-unclear': {args: {path: 'text', count: 'number', example: 'text'}},
  'config-failed': {args: {path: 'text', line: 'number', reason: 'text'}},
  'config-missing-package': {args: {path: 'text', reason: 'text'}},
  'config-no-default': {args: {path: 'text'}},
  'config-unknown-key': {args: {path: 'text', key: 'text', known: 'text'}},
  'config-invalid-value': {
    args: {path: 'text', expected: 'text', found: 'text', key: 'text', word: 'text?', known: 'text?'}
  },
  'config-no-settings': {args: {path: 'text'}},
  'config-folders-overlap': {args: {path: 'text', key: 'text', other: 'text'}},
  'config-unknown-check': {args: {path: 'text', key: 'text', known: 'text'}},
  'config-level-fixed': {args: {path: 'text', key: 'text'}},
  'config-two-files': {args: {path: 'text', other: 'text'}},
  'config-misnamed': {args: {path: 'text', known: 'text', word: 'text'}},
  'config-is-code': {args: {path: 'text'}},
  'config-not-json': {args: {path: 'text', line: 'number', reason: 'text'}},
  'config-key-repeated': {args: {path: 'text', line: 'number', key: 'text'}},
  'config-commonjs': {args: {path: 'text', to: 'text'}}
} as const
