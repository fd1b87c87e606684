import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Where the outside data is; tests that need it are skipped where it is absent. */
export const shared = process.env['PASSERELLE_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
export const hasShared = existsSync(join(shared, 'data/markdown'))

/** A document of the outside data. */
export interface Sample {
  readonly name: string
  readonly text: string
}

/** All Markdown files below a folder of the data. */
export function samplesIn(folder: string): Sample[] {
  const root = join(shared, 'data', folder)
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.mdx?$/.test(name) && !/MANIFEST|LICENCE/.test(name))
    .sort()
    .map((name) => ({name, text: readFileSync(join(root, name), 'utf8')}))
}

/** All examples of the specifications. */
export function specExamples(): Sample[] {
  const root = join(shared, 'data/markdown/specs')
  return readdirSync(root)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const examples = JSON.parse(readFileSync(join(root, name), 'utf8')) as {
        markdown?: string
        name?: string
      }[]
      return examples.flatMap(({markdown, name: title}) =>
        typeof markdown === 'string' ? [{name: `${name} ${title}`, text: markdown}] : []
      )
    })
}
