import {describe, expect, it} from 'vitest'
import {resolveConfig} from '../src/config/config.ts'
import type {UsageError} from '../src/report/errors.ts'

function problem(written: unknown): Pick<UsageError, 'id' | 'args'> | undefined {
  try {
    resolveConfig(written, 'pipeline.config.ts')
    return undefined
  } catch (error) {
    return error as UsageError
  }
}

describe('resolveConfig', () => {
  it('fills in every default', () => {
    expect(resolveConfig({}, 'x')).toEqual({
      content: ['locales/{locale}/**/*.{md,mdx,json}'],
      bilingual: 'locales/xliff',
      outbox: 'outbox',
      inbox: 'inbox',
      protect: [],
      codeComments: false,
      markdown: 'markdown',
      extensions: ['templates', 'attributes', 'math', 'directives', 'definitions', 'admonitions'],
      segmentation: {},
      hardBreaks: false,
      onChanged: 'previous',
      repair: 'edge',
      edits: 'take',
      pages: 'kept',
      reuse: 'fill',
      buildFrom: 0,
      checks: {},
      concurrency: expect.any(Number),
      handoff: {profile: 'generic'}
    })
  })

  it('takes what is undefined for what is not written', () => {
    expect(resolveConfig({outbox: undefined, handoff: undefined, locales: undefined}, 'x')).toEqual(
      resolveConfig({}, 'x')
    )
  })

  it('writes locales as BCP 47 does', () => {
    expect(resolveConfig({locales: ['FR-ca', 'en']}, 'x').locales).toEqual(['fr-CA', 'en'])
  })

  it('names a key it does not know, with those it knows', () => {
    expect(problem({locale: ['en']})).toMatchObject({
      id: 'config-unknown-key',
      args: {key: 'locale', known: expect.stringContaining('locales')}
    })
  })

  it.for<[key: string, value: unknown]>([
    ['locales', 'en'],
    ['locales', []],
    ['locales', ['e n']],
    ['content', ['locales/**/*.md']],
    ['content', ['../{locale}/*.md']],
    ['outbox', '/tmp'],
    ['outbox', '../out'],
    ['protect', ['(ACME']],
    ['protect', [7]],
    ['protect', ['']],
    ['content', ['!locales/en/a.md']],
    ['content', ['/{locale}/*.md']],
    ['content', ['{locale}/{locale}/*.md']],
    ['hardBreaks', 'yes'],
    ['extensions', ['templates', 'latex']],
    ['extensions', 'math'],
    ['onChanged', 'drop'],
    ['repair', true],
    ['repair', 'all'],
    ['edits', true],
    ['pages', 'none'],
    ['buildFrom', 101],
    ['buildFrom', {'releases/**': '100'}],
    ['checks', {spacing: 'loud'}],
    ['handoff', {format: 'xliff-3'}],
    ['concurrency', 0]
  ])('refuses %s: %j, and says what it expects', ([key, value]) => {
    expect(problem({[key]: value})).toMatchObject({
      id: 'config-invalid-value',
      args: {key: expect.stringMatching(new RegExp(`^${key}(?:\\.|$)`)), expected: expect.any(String)}
    })
  })

  it('takes an expression as a text, with flags between slashes', () => {
    const {protect} = resolveConfig({protect: ['ACME-\\d+', '/acme/i', /b/g, '/']}, 'x')
    expect(protect).toEqual([/ACME-\d+/, /acme/i, /b/g, /\//])
  })

  it('takes what is left out beside what is there', () => {
    const content = ['texts/{locale}/*.md', '!**/drafts/**', '!texts/{locale}/old.md']
    expect(resolveConfig({content}, 'x').content).toEqual(content)
  })

  it('refuses whatever is no object, and says so', () => {
    for (const written of [undefined, null, [], 'x', 5])
      expect(problem(written)).toMatchObject({id: 'config-no-settings', args: {path: 'pipeline.config.ts'}})
  })

  it.each([
    [{inbox: 'outbox'}, 'outbox', 'inbox'],
    [{bilingual: 'outbox'}, 'bilingual', 'outbox'],
    [{inbox: 'locales'}, 'bilingual', 'inbox'],
    [{outbox: './work/', inbox: 'work/back'}, 'outbox', 'inbox'],
    [{outbox: 'work\\out', bilingual: 'work//out/x'}, 'bilingual', 'outbox']
  ])('refuses folders of ours within one another: %j', (written, key, other) => {
    expect(problem(written)).toMatchObject({id: 'config-folders-overlap', args: {key, other}})
  })

  it('takes folders beside one another', () => {
    expect(problem({inbox: 'work/in', outbox: 'work/inside', bilingual: 'work'})).toBeDefined()
    expect(problem({inbox: 'work/in', outbox: 'work/inside', bilingual: 'xliff'})).toBeUndefined()
  })
})
