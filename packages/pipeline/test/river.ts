import {expect} from 'vitest'
import {type PageProject, pageProject, told} from './page-project.ts'

export const SOURCE: string = 'locales/en/a.md'
export const PAGE: string = 'locales/fr/a.md'

export const RIVER: string =
  '# One river\n\nThe army sent two boats. Nobody was hurt.\n\nThe bridges were closed.\n'
export const FRENCH = {
  'One river': 'Une rivière',
  'The army sent two boats.': 'L’armée a envoyé deux bateaux.',
  'Nobody was hurt.': 'Il n’y a pas de blessés.',
  'The bridges were closed.': 'Les ponts ont été fermés.'
} as const

/** A project of one document that is translated, with its page built. */
export async function river(
  texts: Readonly<Record<string, string>> = FRENCH,
  source = RIVER
): Promise<PageProject> {
  const project = pageProject({[SOURCE]: source})
  await project.sync()
  await project.translate(texts)
  expect(told(await project.sync())).toEqual([])
  return project
}
