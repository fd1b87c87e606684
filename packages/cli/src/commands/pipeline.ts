/**
 * What the command line calls of the pipeline, as one value, so that tests can put another in its place.
 *
 * The type alone is imported: the pipeline is loaded when a verb needs it, and help does not.
 */
export type Pipeline = Pick<
  typeof import('@passerelle/pipeline'),
  | 'UsageError'
  | 'configName'
  | 'openProject'
  | 'init'
  | 'extract'
  | 'exportHandoffs'
  | 'importHandbacks'
  | 'merge'
  | 'sync'
  | 'status'
  | 'check'
  | 'confirm'
  | 'restore'
  | 'pseudo'
  | 'segmentFile'
  | 'segmentationRules'
  | 'validateFiles'
>
