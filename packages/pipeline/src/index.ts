export {defineConfig} from './config.ts'
export type {Config, HandoffFormat, Profile, WrittenConfig} from './config.ts'
export {UsageError} from './errors.ts'
export type {Counts, Coverage, FileChange, FileKind, Gate, Progress, Report, Verb} from './report.ts'
