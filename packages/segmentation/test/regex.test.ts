import {describe, expect, it} from 'vitest'
import {convert} from '../src/regex/convert.ts'
import type {Flavour} from '../src/rules/rules.ts'

function matches(source: string, text: string, flavour: Flavour = 'icu'): boolean {
  return new RegExp(`^(?:${convert(source, {flavour})})$`, 'v').test(text)
}

describe('conversion of expressions', () => {
  it.each<[string, string[], string[]]>([
    ['a|b', ['a', 'b'], ['c']],
    ['\\bé\\b', ['é'], []],
    ['x\\by', [], ['xy']],
    ['é\\Bé', ['éé'], []],
    ['\\d', ['1', '٣'], ['a']],
    ['\\w+', ['été_1'], ['a b']],
    ['\\W', ['-'], ['é']],
    ['\\s', [' ', '\u00A0', '\u202F', '\u2028'], ['\u200B', 'x']],
    ['\\S', ['x'], ['\u00A0']],
    ['\\h', ['\t', '\u00A0'], ['\n']],
    ['\\v', ['\n', '\u2028', '\u000B'], [' ', 'v']],
    ['\\R', ['\r\n', '\n'], ['\n\n']],
    ['\\Q.*\\E', ['.*'], ['..']],
    ['\\Qa.\\E+', ['a.', 'a..'], ['a.a.']],
    ['\\x{1F600}\\x41\\u0042\\t', ['😀AB\t'], []],
    ['\\ud83d\\ude00', ['😀'], []],
    ['[\\ud83d\\ude00]', ['😀'], []],
    ['(?i)état', ['ÉTAT', 'état'], ['etat']],
    ['a(?i)b(?-i)c', ['aBc'], ['Abc', 'abC']],
    ['(?i:a)b', ['Ab'], ['AB']],
    ['(a(?i)b)c', ['aBc'], ['aBC']],
    ['(?i)[a-c]', ['B'], ['D']],
    ['(?i)\\p{Lu}', ['a', 'A'], ['1']],
    ['(?x) a b # c', ['ab'], ['a b']],
    ['(?s).', ['\n'], []],
    ['.', ['x', '😀'], ['\n', '\u0085']],
    ['[a&&[^b]]', ['a'], ['b']],
    ['[a-z&&[^aeiou]&&[^x]]', ['b'], ['a', 'x']],
    ['[[a-z]-[aeiou]]', ['b'], ['a']],
    ['[[a-z]&[aeiou]]', ['a'], ['b']],
    ['[[a-z]--[aeiou]]', ['b'], ['a', '-']],
    ['[a[bc]d]', ['a', 'b', 'd'], ['e']],
    ['[^a[bc]]', ['d'], ['a', 'b']],
    ['[[:alpha:]_]', ['é', '_'], ['1']],
    ['[[:^alpha:]]', ['1'], ['é']],
    ['[a-]', ['a', '-'], ['b']],
    ['[\\]\\-(|]', [']', '-', '(', '|'], ['\\']],
    ['[.!?]', ['.', '!'], ['a']],
    ['[&&&]', [], ['a']],
    ['\\p{L}\\P{L}', ['é1'], ['éé']],
    ['\\p{IsLatin}\\p{Script=Greek}\\p{InCyrillic}', ['aαж'], ['ααж']],
    ['\\p{Letter}\\p{gc=Lu}\\p{lu}', ['aAA'], ['aaA']],
    ['\\p{Punct}', ['!', '«'], ['a']],
    ['\\p{^L}', ['1'], ['a']],
    ['(a)(b)\\2\\1', ['abba'], ['abab']],
    ['(?<x>a)\\k<x>', ['aa'], ['ab']],
    ['a*+b', ['aab'], []],
    ['a*+ab', [], ['aab']],
    ['(?>ab?)b', ['abb'], ['ab']],
    ['(?:ab)++a', ['aba'], ['abab']],
    ['(?=a)*b', ['b'], ['a']],
    ['a{2}b{1,}c{0,1}', ['aabc', 'aab'], ['ab']],
    ['a??', ['', 'a'], ['aa']],
    ['(?#note)a', ['a'], []],
    ['}]', ['}]'], []]
  ])('%s', (source, yes, no) => {
    expect(yes.filter((text) => !matches(source, text))).toEqual([])
    expect(no.filter((text) => matches(source, text))).toEqual([])
  })

  it.each<[string, string[], string[]]>([
    ['\\s', [' '], ['\u00A0', '\u202F']],
    ['(?U)\\s', ['\u00A0'], []],
    ['\\w', ['a'], ['é']],
    ['\\d', ['1'], ['٣']],
    ['\\bé\\b', ['é'], []],
    ['(?i)é', ['é'], ['É']],
    ['(?iu)é', ['É'], []],
    ['\\p{Punct}', ['!', '$'], ['«']],
    ['\\p{Upper}', ['A'], ['É']],
    ['\\p{javaLowerCase}', ['é'], ['É']],
    ['[a-z&&[^b]]', ['a'], ['b']],
    ['[a&b]', ['&'], []]
  ])('%s as Java reads it', (source, yes, no) => {
    expect(yes.filter((text) => !matches(source, text, 'java'))).toEqual([])
    expect(no.filter((text) => matches(source, text, 'java'))).toEqual([])
  })

  it.each([
    ['\\G', 'the escape \\G'],
    ['\\X', 'the escape \\X'],
    ['(a', 'a parenthesis that is not closed'],
    ['a)', 'a closing parenthesis too many'],
    ['[a', 'a class that is not closed'],
    ['*a', 'nothing for * to repeat'],
    ['\\p{Nonsense}', 'the property Nonsense'],
    ['\\p{InNowhere}', 'the property InNowhere'],
    ['[b-a]', 'a range that runs backwards'],
    ['(?q)a', 'the unknown flag q'],
    ['\\', 'an unexpected end']
  ])('gives up %s', (source, reason) => {
    expect(() => convert(source, {flavour: 'icu'})).toThrow(reason)
  })

  it('gives up what cannot be read from right to left', () => {
    expect(() => convert('(a)\\1', {flavour: 'icu', behind: true})).toThrow('a back reference')
    expect(() => convert('(?:ab)*+', {flavour: 'icu', behind: true})).toThrow('an atomic group')
    expect(convert('a*+', {flavour: 'icu', behind: true})).toBe('(?:a*(?!a))')
  })
})
