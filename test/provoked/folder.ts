import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  cpSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** A project on disk. */
export interface Folder {
  readonly root: string
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly read: (path: string) => string
  readonly has: (path: string) => boolean
  readonly remove: (path: string) => void
  readonly rename: (from: string, to: string) => void
  /** Replace a text that must be there. */
  readonly edit: (path: string, from: string | RegExp, to: string | ((found: string) => string)) => void
  /** The same state in another place; a configuration is read once by place. */
  readonly copy: () => Folder
}

const base = mkdtempSync(join(tmpdir(), 'passerelle-provoked-'))
process.on('exit', () => rmSync(base, {recursive: true, force: true}))
let count = 0

/** An empty project. */
export function newFolder(): Folder {
  const root = join(base, String(++count))
  mkdirSync(root)
  return folderAt(root)
}

function folderAt(root: string): Folder {
  const at = (path: string): string => join(root, path)
  const folder: Folder = {
    root,
    write(path, content) {
      mkdirSync(dirname(at(path)), {recursive: true})
      writeFileSync(at(path), content)
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    has: (path) => existsSync(at(path)),
    remove: (path) => rmSync(at(path), {recursive: true}),
    rename(from, to) {
      mkdirSync(dirname(at(to)), {recursive: true})
      renameSync(at(from), at(to))
    },
    edit(path, from, to) {
      const text = folder.read(path)
      const edited = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to)
      if (edited === text) throw new Error(`${path} has no ${from}:\n${text}`)
      folder.write(path, edited)
    },
    copy() {
      const copied = newFolder()
      cpSync(root, copied.root, {recursive: true, preserveTimestamps: true})
      return copied
    }
  }
  return folder
}
