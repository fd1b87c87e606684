import type {Families} from '@passerelle/model'
import {checks} from './checks.ts'
import {disk} from './disk.ts'
import {files} from './files.ts'
import {handbacks} from './handbacks.ts'
import {pages} from './pages.ts'
import type {Rows} from './row.ts'
import {segmentation} from './segmentation.ts'
import {usage} from './usage.ts'
import {validity} from './validity.ts'

/** A row for every id of the table; an id without one does not compile, nor does one that the table does not have. */
export const families = {usage, files, disk, pages, checks, handbacks, segmentation, validity} satisfies {
  readonly [Family in keyof Families]: Rows<Families[Family]>
}
