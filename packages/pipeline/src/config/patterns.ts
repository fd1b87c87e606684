import type {Config} from './config.ts'

/** A glob of content, around the folder of a locale. */
export interface Pattern {
  /** As the configuration writes it. */
  readonly written: string
  /** What stands before `{locale}`: empty, or a folder that ends with `/`. */
  readonly root: string
  /** What stands after it. */
  readonly rest: string
}

/** What is content, and what is left out of it. */
export function patternsOf({content}: Pick<Config, 'content'>): Pattern[] {
  return content.filter((written) => !written.startsWith('!')).map(patternOf)
}

function patternOf(written: string): Pattern {
  const [root = '', rest = ''] = written.replace(/^(?:\.\/)+/, '').split('{locale}')
  return {written, root, rest}
}

/** Globs of what is no content in the folder of a locale: what `!` leaves out, and folders of our own. */
export function leftOut(config: Config, locale: string): string[] {
  const written = config.content
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1))
  const excluded = written.map((pattern) => inLocale(pattern.replace(/^(?:\.\/)+/, ''), locale))
  return [
    '**/node_modules/**',
    ...ownFolders(config).map((folder) => `${folder}/**`),
    // Whoever leaves out a folder means what is in it.
    ...excluded.flatMap((pattern) => [pattern, `${pattern.replace(/\/$/, '')}/**`])
  ]
}

/** Folders that hold what Passerelle itself writes or takes in; pages that were edited, and built anew, are in one. */
export function ownFolders({bilingual, outbox, inbox}: Config): string[] {
  return [bilingual, outbox, inbox, 'edited']
}

/** A pattern for one folder in the place of `{locale}`. */
export function inLocale(pattern: string, folder: string): string {
  return pattern.replace('{locale}', folder.replace(/[[\]{}()*?!\\]/g, String.raw`\$&`))
}
