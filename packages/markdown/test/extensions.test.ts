import {type Content} from '@passerelle/model'
import {allExtensions, type Extension, extract, merge} from '@passerelle/markdown'
import {describe, expect, it} from 'vitest'
import {payloads} from './payloads.ts'

const without = (...off: ReadonlyArray<Extension>): {extensions: ReadonlyArray<Extension>} => ({
  extensions: allExtensions.filter((name) => !off.includes(name))
})

/** Sources with marks of an extension, and what they say where it is off. */
const cases: ReadonlyArray<readonly [Extension, source: string, off: string]> = [
  ['templates', 'One {{ two }} three {% four %}.\n', 'One {{ two }} three {% four %}.'],
  ['templates', 'One\n{% two %}\nthree.\n', 'One {% two %} three.'],
  ['templates', '{{< figure alt="One two" >}}\n', '{{< figure alt="One two" >}}'],
  ['attributes', '# One {#two}\n', 'One {#two}'],
  ['attributes', 'One.\n{: .two}\n', 'One. {: .two}'],
  ['math', 'One $a_b$ two.\n', 'One $a_b$ two.'],
  ['directives', ':::note[One]\nTwo.\n:::\n', ':::note[One] Two. :::'],
  ['directives', 'One :kbd[two]{.a}.\n', 'One :kbd[two].'],
  ['definitions', 'One\n: Two.\n', 'One : Two.'],
  ['definitions', 'One.\n\n*[CSS]: Two.\n', 'One.|*[CSS]: Two.'],
  ['admonitions', '> [!NOTE]\n> One.\n', '[!NOTE] One.'],
  ['admonitions', '!!! note "One"\n', '!!! note "One"']
]

const textsOf = (text: string, options = {}): string =>
  extract(text, 'a.md', options)
    .document.blocks.map(({content}) => content.filter((part) => typeof part === 'string').join(''))
    .join('|')

describe('an extension that is off', () => {
  it.each(cases)('%s: the marks of %j are text', (name, source, off) => {
    expect(textsOf(source, without(name))).toBe(off)
    expect(textsOf(source)).not.toBe(off)
  })

  it.each(allExtensions.map((name) => [name] as const))('%s: what is typed is exact', (name) => {
    const options = without(name)
    const wrong = payloads.flatMap((typed) => {
      const {document} = extract('Before.\n\n- One *two* three.\n\n| a |\n| - |\n| One |\n', 'a.md', options)
      const targets = document.blocks.map(({content}): Content => [`${typed} `, ...content, ` ${typed}`])
      const {text, quarantined} = merge(document, targets, options)
      return quarantined.size > 0 ? [`${JSON.stringify(typed)} in ${JSON.stringify(text)}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('leaves the text as it was typed', () => {
    const options = without('templates', 'math')
    const {document} = extract('One.\n', 'a.md', options)
    expect(merge(document, [['Two {{ three }} for $x$.']], options).text).toBe('Two {{ three }} for $x$.\n')
  })
})
