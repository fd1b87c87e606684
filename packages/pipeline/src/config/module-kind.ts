import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/**
 * Whether Node takes a `.ts` or `.js` file for CommonJS, which has no `export`. The nearest package.json decides; the
 * one that `npm init -y` writes says so.
 *
 * @param path
 *   Absolute path of the file, which may not exist yet.
 */
export async function isCommonJs(path: string): Promise<boolean> {
  if (!/\.[jt]s$/.test(path)) return false
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
    if (text !== undefined) return typeOf(text) === 'commonjs'
    if (dirname(folder) === folder) return false
  }
}

function typeOf(packageJson: string): unknown {
  try {
    return (JSON.parse(packageJson) as {type?: unknown} | null)?.type
  } catch {
    return undefined
  }
}
