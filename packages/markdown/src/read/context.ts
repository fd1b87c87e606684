import type {Settings} from '../sites/options.ts'

/** What reading needs to know of where it reads. */
export interface Context {
  readonly source: string
  readonly settings: Settings
  readonly trail: ReadonlyArray<string>
  readonly inCell: boolean
}
