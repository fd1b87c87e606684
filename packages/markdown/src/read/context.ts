import type {Settings} from '../sites/options.ts'

/** What a reader knows of where it reads. */
export interface Context {
  readonly source: string
  readonly settings: Settings
  readonly trail: ReadonlyArray<string>
  readonly inCell: boolean
}
