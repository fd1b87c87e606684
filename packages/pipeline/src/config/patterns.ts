import type {Config} from './config.ts'

/** A glob of content, with the folder of a locale in it. */
export interface Pattern {
  /** As the configuration writes it. */
  readonly written: string
  /** The part before `{locale}`: empty, or a folder that ends with `/`. */
  readonly root: string
  /** The part after it. */
  readonly rest: string
}

/** The globs of content, and the globs that leave something out of it. */
export function patternsOf({content}: Pick<Config, 'content'>): Pattern[] {
  return content.filter((written) => !written.startsWith('!')).map(patternOf)
}

function patternOf(written: string): Pattern {
  const [root = '', rest = ''] = written.replace(/^(?:\.\/)+/, '').split('{locale}')
  return {written, root, rest}
}

/** Globs of files in the folder of a locale that are no content: those that `!` leaves out, and our own folders. */
export function leftOut(config: Config, locale: string): string[] {
  const written = config.content
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1))
  const excluded = written.map((pattern) => inLocale(pattern.replace(/^(?:\.\/)+/, ''), locale))
  return [
    '**/node_modules/**',
    ...ownFolders(config).map((folder) => `${folder}/**`),
    // A glob that leaves out a folder means all files in it.
    ...excluded.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/, '')}/**`])
  ]
}

/** Folders of files that Passerelle writes or takes in; one of them holds edited pages that were built anew. */
export function ownFolders({bilingual, outbox, inbox}: Config): string[] {
  return [bilingual, outbox, inbox, 'edited']
}

/** A pattern with one folder in place of `{locale}`. */
export function inLocale(pattern: string, folder: string): string {
  return pattern.replace('{locale}', folder.replace(/[[\]{}()*?!\\]/g, String.raw`\$&`))
}
