import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {completion} from '../src/completion/index.ts'
import {GLOBAL_OPTIONS, VERBS} from '../src/grammar/grammar.ts'
import {loadMessages} from '../src/messages/messages.ts'

const messages = loadMessages('en')

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0
}

/** A folder with a file and a folder to complete. */
function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-'))
  writeFileSync(join(folder, 'back from Marie.xlf'), '')
  return folder
}

describe.skipIf(!has('bash'))('bash', () => {
  function complete(line: string, words = line.split(' ')): string[] {
    const script = `${completion('bash', messages)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_passerelle 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', script], {cwd: place(), encoding: 'utf8'}).split('\n').filter(Boolean)
  }

  it('completes verbs, past options and their values', () => {
    expect(complete('passerelle s')).toEqual(['sync', 'status', 'segment'])
    expect(complete('passerelle --cwd sync --lang fr ex')).toEqual(['extract', 'export'])
  })

  it('completes the options of a verb', () => {
    expect(complete('passerelle check --u')).toEqual(['--update-baseline'])
    expect(complete('passerelle sync --u')).toEqual([])
    expect(complete('passerelle sync --dr')).toEqual(['--dry-run'])
  })

  it('completes values, by verb', () => {
    expect(complete('passerelle check --format s')).toEqual(['sarif'])
    expect(complete('passerelle export --format x')).toEqual(['xliff-1.2', 'xliff-2.0'])
    expect(complete('', ['passerelle', 'check', '--format', '=', 'ju'])).toEqual(['junit'])
    expect(complete('', ['passerelle', 'check', '--format', '='])).toContain('junit')
    expect(complete('passerelle --lang ')).toEqual(['en', 'fr'])
    expect(complete('passerelle completion z')).toEqual(['zsh'])
  })

  it('completes files, also those with spaces in their names', () => {
    expect(complete('passerelle import b')).toEqual(['back from Marie.xlf'])
  })
})

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  const script = completion(shell, messages)

  it('names every verb, option and choice', () => {
    const options = [...GLOBAL_OPTIONS, ...VERBS.flatMap((verb) => verb.options)]
    for (const {name} of VERBS) expect(script).toContain(name)
    for (const {name, choices = []} of options) {
      expect(script).toContain(shell === 'fish' ? `-l ${name}` : `--${name}`)
      expect(script).toContain(choices.join(' '))
    }
  })

  it.skipIf(!has(shell))('is a script the shell accepts', () => {
    const file = join(place(), `passerelle.${shell}`)
    writeFileSync(file, script)
    const {status, stderr} = spawnSync(shell, ['-n', file], {encoding: 'utf8'})
    expect([status, stderr]).toEqual([0, ''])
  })
})
