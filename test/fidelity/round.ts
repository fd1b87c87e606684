import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'vitest'
import {samplesIn, specExamples} from '../../packages/markdown/test/shared.ts'
import {type Sandbox, hasShared, sandbox, shared, translate} from '../support.ts'

// From outside: through the command line, XLIFF as text, and a Markdown parser that knows nothing of this project.

export type Documents = Readonly<Record<string, string>>

/** A project with documents in English. */
export function projectOf(documents: Documents): Sandbox {
  return sandbox(
    Object.fromEntries(Object.entries(documents).map(([name, text]) => [`locales/en/${name}`, text]))
  )
}

/** Export, fill each target, import, merge. */
export async function goRound(
  project: Sandbox,
  change: (text: string, path: string) => string,
  format: string
): Promise<void> {
  const exported = await project.passerelle('export', '--to', 'out', '--format', format)
  expect(exported.code, exported.stdout + exported.stderr).toBeLessThanOrEqual(1)
  for (const path of project.list('out/**/*.xlf'))
    project.write(
      path,
      translate(project.read(path), (text) => change(text, path), {isSaid: true})
    )
  for (const verb of [['import', 'out'], ['merge']]) {
    const {code, stdout, stderr} = await project.passerelle(...verb)
    // A document may be wrong in itself; a text that could not be put in never is.
    expect(code, stdout + stderr).toBeLessThanOrEqual(1)
    expect(stderr).not.toContain('unit-quarantined')
  }
}

/** Documents of the outside data below a folder; white-space torture and the like included. */
function dataset(folder: string): Documents {
  return Object.fromEntries(samplesIn(folder).map(({name, text}) => [name.replace(/\.mdx$/, '.md'), text]))
}

const examples = (): Documents =>
  Object.fromEntries(
    specExamples()
      .filter(({text}) => text.isWellFormed() && !text.includes('\0'))
      .map(({text}, index) => [`example-${index}.md`, text])
  )

/** Folders of the outside data. */
const folders = (): string[] =>
  hasShared && existsSync(join(shared, 'data/markdown'))
    ? ['pairs', 'mono'].flatMap((set) =>
        readdirSync(join(shared, 'data/markdown', set), {withFileTypes: true})
          .filter((entry) => entry.isDirectory())
          .map(({name}) => `markdown/${set}/${name}`)
      )
    : []

/** Documents of each folder of the outside data, and examples of the specifications. */
export const sets: ReadonlyMap<string, Documents> = new Map(
  [...folders(), ...(hasShared ? ['examples'] : [])].map((folder) => [
    folder,
    folder === 'examples' ? examples() : dataset(folder)
  ])
)

/** All of them in one project, each set in a folder of its own: what is compiled while it runs is compiled once. */
export function everything(): Sandbox {
  return projectOf(
    Object.fromEntries(
      [...sets].flatMap(([folder, documents]) =>
        Object.entries(documents).map(([name, text]) => [`${folder}/${name}`, text])
      )
    )
  )
}

/** A document as it was merged. */
export function built(project: Sandbox, name: string): string {
  return readFileSync(join(project.root, 'locales/fr', name), 'utf8')
}
