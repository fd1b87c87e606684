export type {Cache} from './cache/results.ts'
export type {ConfigKind} from './report/choices.ts'
export {defineConfig} from './config/config.ts'
export type {Config, HandoffFormat, Profile, WrittenConfig} from './config/config.ts'
export {UsageError} from './report/errors.ts'
export {configName} from './config/load-config.ts'
export {openProject, type Project} from './project/project.ts'
export type {
  Counts,
  Coverage,
  FileChange,
  FileKind,
  Finding,
  Gate,
  Progress,
  Report,
  Verb
} from './report/report.ts'
export type {VerbOptions} from './work/session.ts'
export {check, type CheckOptions} from './verbs/check.ts'
export {confirm, type ConfirmOptions} from './verbs/confirm.ts'
export type {Describe, NoteContext} from './handoff/handoffs.ts'
export {exportHandoffs, type ExportOptions} from './verbs/export.ts'
export {extract} from './verbs/extract.ts'
export {importHandbacks} from './verbs/import.ts'
export {restore, type RestoreOptions} from './verbs/restore.ts'
export {init} from './verbs/init.ts'
export {merge} from './verbs/merge.ts'
export {pseudo} from './verbs/pseudo.ts'
export {
  type SegmentBreak,
  type Segmentation,
  type SegmentedBlock,
  segmentationRules,
  segmentFile
} from './verbs/segment.ts'
export {status} from './verbs/status.ts'
export {sync} from './verbs/sync.ts'
export {validateFiles, type Validation} from './verbs/validate.ts'
