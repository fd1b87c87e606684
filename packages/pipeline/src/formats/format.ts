import type {Format} from '@passerelle/model'

/** The format that a file's ending stands for. */
export function formatOf(path: string): Format | undefined {
  if (/\.mdx?$/i.test(path) || /\.markdown$/i.test(path)) return 'markdown'
  return /\.json$/i.test(path) ? 'i18next' : undefined
}
