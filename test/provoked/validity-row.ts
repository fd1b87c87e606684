import type {Provoked} from './row.ts'

/** A file that breaks a rule of XLIFF, and how it is right. */
export function rule(broken: string | Uint8Array, sound: string): Provoked {
  return {
    files: {'a.xlf': broken},
    command: 'validate a.xlf',
    solved: (folder) => folder.write('a.xlf', sound)
  }
}
