import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/**
 * Whether Node takes a `.ts` or `.js` file for CommonJS, in which there is no `export`: the nearest package.json says
 * so, as the one that `npm init -y` writes does.
 *
 * @param path
 *   Absolute path of the file, which need not be there yet.
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
