import {existsSync} from 'node:fs'
import {PassThrough} from 'node:stream'
import {type Coverage, type Report, UsageError, type Verb} from '@passerelle/pipeline'
import {main} from '../src/main.ts'
import type {Pipeline} from '../src/commands/pipeline.ts'
import type {Env, Look, Stream} from '../src/terminal/terminal.ts'
import {lookOf} from '../src/terminal/terminal.ts'

/** A report in which nothing happened; `parts` says what did. */
export function report(verb: Verb, parts: Partial<Report> = {}): Report {
  return {
    version: 1,
    verb,
    dryRun: false,
    counts: {...noCounts, documents: 2},
    changes: [],
    coverage: [],
    diagnostics: [],
    folders: {outbox: 'outbox', inbox: 'inbox'},
    ...parts
  }
}

export const noCounts = {
  documents: 0,
  segmentsNew: 0,
  segmentsChanged: 0,
  segmentsRemoved: 0,
  imported: 0,
  reviewed: 0,
  comments: 0,
  carried: 0,
  moved: 0,
  reused: 0,
  confirmed: 0,
  restored: 0,
  quarantined: 0
}

/** Coverage of one document: counts of valid, changed and missing segments, and words to do. */
export function coverage(
  document: string,
  [valid, changed, missing]: readonly [number, number, number],
  todo: number,
  [sourceLocale, targetLocale]: readonly [string, string] = ['en', 'fr']
): Coverage {
  return {
    document,
    format: 'markdown',
    sourceLocale,
    targetLocale,
    sourcePath: `locales/${sourceLocale}/${document}`,
    targetPath: `locales/${targetLocale}/${document}`,
    segments: {total: valid + changed + missing, valid, changed, missing},
    words: {total: 1000, todo}
  }
}

/** A call of the pipeline: the function and what it was given after the project. */
export type Call = readonly [name: string, ...rest: unknown[]]

/** A pipeline that does nothing but note how it was called, and answer. */
export function fakePipeline(answer: (verb: Verb) => Report, calls: Call[] = []): Pipeline {
  const verb =
    (name: Verb) =>
    async (...rest: unknown[]): Promise<Report> => {
      calls.push([name, ...rest.slice(name === 'init' ? 0 : 1)])
      return answer(name)
    }
  return {
    UsageError,
    configName: async () => 'pipeline.config.ts',
    openProject: async (root: string) => ({root, config: {}, locales: ['en', 'fr']}) as never,
    init: verb('init'),
    extract: verb('extract'),
    exportHandoffs: verb('export'),
    importHandbacks: verb('import'),
    merge: verb('merge'),
    sync: verb('sync'),
    status: verb('status'),
    check: verb('check'),
    confirm: verb('confirm'),
    restore: verb('restore'),
    pseudo: verb('pseudo'),
    segmentFile: async (_project, path, locale) => ({
      version: 1,
      path,
      locale,
      blocks: [
        {
          line: 3,
          column: 1,
          text: 'M. Roy arrive. Il parle.',
          breaks: [
            {offset: 3, breaks: false, group: 'titles', before: 'M\\.', after: ''},
            {offset: 15, breaks: true, group: 'all', before: '\\.', after: '\\s', line: 7}
          ]
        }
      ],
      diagnostics: []
    }),
    validateFiles: async (_root, files) => ({
      version: 1,
      files: files.map((path) => ({path, valid: !path.includes('bad')})),
      diagnostics: files
        .filter((path) => path.includes('bad'))
        .map((path) => ({
          id: 'xliff-id-duplicate',
          level: 'error' as const,
          path,
          line: 3,
          column: 5,
          args: {element: 'ph', id: '1'}
        }))
    }),
    segmentationRules: () => '<srx/>\n'
  }
}

/** What a run printed and how it ended. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Run a command line, split at spaces, in a quiet UTF-8 world without terminal. */
export async function passerelle(
  line: string,
  {
    pipeline = fakePipeline(report),
    env = {},
    signal,
    isTTY = false
  }: {pipeline?: Pipeline; env?: Env; signal?: AbortSignal; isTTY?: boolean} = {}
): Promise<Outcome> {
  let out = ''
  let err = ''
  const code = await main(line.split(' ').filter(Boolean), {
    stdout: {write: (text) => (out += text)},
    stderr: terminal(isTTY, (text) => (err += text)),
    env: {LANG: 'en_GB.UTF-8', ...env},
    cwd: '/somewhere',
    pipeline,
    ...(signal && {signal})
  })
  return {code, out, err}
}

/** A stream that a terminal library takes for one. */
export function terminal(isTTY: boolean, write: (text: string) => unknown): Stream & NodeJS.WritableStream {
  const nothing = (): boolean => true
  return Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: nothing,
    moveCursor: nothing,
    clearLine: nothing,
    write: (text: string) => Boolean(write(text))
  })
}

/** A terminal of a width, without colour. */
export function look(width = 80, env: Env = {}): Look {
  return lookOf({write: () => {}, isTTY: true, columns: width}, {LANG: 'C.UTF-8', NO_COLOR: '1', ...env})
}

/** Whether the messages exist in a language yet: the pipeline itself builds all but the first. */
export function isTranslated(language: string): boolean {
  return existsSync(new URL(`../../../locales/${language}/cli.json`, import.meta.url))
}
