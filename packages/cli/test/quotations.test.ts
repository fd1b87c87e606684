import type {Diagnostic} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {wordsOf} from '../src/reporters/diagnostics.ts'
import {loadMessages} from '../src/messages/messages.ts'

const missing = (text: string): Diagnostic => ({
  id: 'translation-missing',
  level: 'error',
  path: 'a.md',
  args: {text, count: 1}
})

describe('a quotation in an excerpt', () => {
  it('has the inner marks of English', () => {
    const {sentence} = wordsOf(missing('She said “yes”.'), loadMessages('en'))
    expect(sentence).toBe('Not translated yet: “She said ‘yes’.”.')
  })

  it('has the inner marks of French', () => {
    const {sentence} = wordsOf(missing('Elle a dit «\u00A0oui\u00A0».'), loadMessages('fr'))
    expect(sentence).toContain('«\u00A0Elle a dit “oui”.\u00A0»')
  })
})

describe('a wrong space', () => {
  it.each(['en', 'fr'])('is told apart from the right one, in %s', (language) => {
    const spacing: Diagnostic = {
      id: 'spacing',
      level: 'warning',
      path: 'a.md',
      args: {found: 'aide !', expected: 'aide\u202F!', count: 1}
    }
    const {sentence, hint} = wordsOf(spacing, loadMessages(language))
    expect(sentence).toContain('aide␣!')
    expect(hint).toContain('aide⍽!')
  })
})
