import {describe, expect, it} from 'vitest'
import {parse} from '../src/grammar/parse.ts'
import {nearest} from '../src/grammar/suggest.ts'

function problem(line: string): unknown {
  const {request} = parse(line.split(' '))
  return request.kind === 'problem' ? request.problem : request
}

describe('arguments', () => {
  it('takes global options before and after the verb', () => {
    const before = parse(['--cwd', 'x', '-l', 'fr', '-q', 'status'])
    const after = parse(['status', '-q', '-l', 'fr', '--cwd=x'])
    expect(before.options).toEqual({cwd: 'x', locale: ['fr'], quiet: true, progress: true, cache: true})
    expect(after).toEqual(before)
    expect(before.request).toEqual({kind: 'run', verb: 'status', operands: []})
  })

  it('takes a list as several options or with commas', () => {
    expect(parse(['sync', '-l', 'fr,de', '--locale', 'it']).options.locale).toEqual(['fr', 'de', 'it'])
    expect(parse(['export', '--only', 'initial,changed']).options.only).toEqual(['missing', 'changed'])
  })

  it('takes files, and what follows two dashes as they are', () => {
    const {request} = parse(['import', 'a.xlf', '--dry-run', '--', '-b.xlf'])
    expect(request).toEqual({kind: 'run', verb: 'import', operands: ['a.xlf', '-b.xlf']})
  })

  it('reads numbers and switches', () => {
    const {options} = parse(['check', '--minimum', '95.5', '--update-baseline', '--no-progress', '--dry-run'])
    expect(options).toMatchObject({minimum: 95.5, updateBaseline: true, progress: false, dryRun: true})
  })

  it('shows help when asked, and when called without a word', () => {
    expect(parse([]).request).toEqual({kind: 'help'})
    expect(parse(['--lang', 'fr']).request).toEqual({kind: 'help'})
    expect(parse(['--help']).request).toEqual({kind: 'help'})
    expect(parse(['import', '-h']).request).toEqual({kind: 'help', verb: 'import'})
    expect(parse(['--help', 'import', 'x']).request).toEqual({kind: 'help', verb: 'import'})
    expect(parse(['help', 'check']).request).toEqual({kind: 'help', verb: 'check'})
    expect(parse(['help']).request).toEqual({kind: 'help'})
    expect(parse(['--version']).request).toEqual({kind: 'version'})
  })
})

describe('problems', () => {
  it.each([
    ['statsu', {id: 'unknown-verb', args: {verb: 'statsu', suggestion: 'status'}}],
    ['adopt', {id: 'unknown-verb', args: {verb: 'adopt'}}],
    ['adopt --help', {id: 'unknown-verb', args: {verb: 'adopt'}}],
    ['sync --dryrun', {id: 'unknown-option', args: {option: '--dryrun', suggestion: '--dry-run'}}],
    ['export --formt=x', {id: 'unknown-option', args: {option: '--formt', suggestion: '--format'}}],
    ['sync --to x', {id: 'unknown-option', args: {option: '--to'}}],
    ['sync -x', {id: 'unknown-option', args: {option: '-x'}}],
    ['export --to', {id: 'missing-value', args: {option: '--to'}}],
    ['--cwd', {id: 'missing-value', args: {option: '--cwd'}}],
    ['import', {id: 'missing-argument', args: {verb: 'import', example: 'passerelle import inbox/oslo.xlf'}}],
    ['merge now', {id: 'excess-arguments', args: {}}],
    [
      'check --minimum 101',
      {id: 'invalid-number', args: {option: '--minimum', found: '101', least: 0, most: 100}}
    ],
    [
      'check --minimum many',
      {id: 'invalid-number', args: {option: '--minimum', found: 'many', least: 0, most: 100}}
    ]
  ])('%s', (line, expected) => {
    expect(problem(line)).toEqual(expected)
  })

  it('names the choices of an option and of a verb', () => {
    expect(problem('check --format jsn')).toEqual({
      id: 'invalid-choice',
      args: {
        option: '--format',
        found: 'jsn',
        choices: 'text, json, junit, sarif, github, markdown',
        suggestion: 'json'
      }
    })
    expect(problem('export --only changed,new')).toMatchObject({args: {found: 'new'}})
    expect(problem('completion tcsh')).toMatchObject({
      args: {option: 'completion', choices: 'bash, zsh, fish'}
    })
    expect(problem('sync --lang de')).toMatchObject({args: {option: '--lang', found: 'de'}})
  })

  it('knows the language asked for even then', () => {
    expect(parse(['statsu', '--lang', 'fr']).options.lang).toBe('fr')
    expect(parse(['export', '--formt', 'x', '--lang', 'fr']).options.lang).toBe('fr')
  })
})

describe('nearest', () => {
  it.each([
    ['stat', 'status'],
    ['SYNC', 'sync'],
    ['imprt', 'import'],
    ['snyc', 'sync'],
    ['frobnicate', undefined],
    ['', undefined]
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['sync', 'status', 'import', 'export'])).toBe(expected)
  })
})
