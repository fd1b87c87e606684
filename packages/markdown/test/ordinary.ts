import {cpuOf} from '../../../test/cpu.ts'
import {extract, merge} from '../src/index.ts'

/** Read a text, merge it as it is, and merge it in capitals: what is done to a document, twice over. */
export function readAndMerge(text: string): {readonly same: string; readonly shouted: string} {
  const {document} = extract(text, 'a.md')
  const contents = document.blocks.map(({content}) => content)
  const capitals = contents.map((content) =>
    content.map((part) => (typeof part === 'string' ? part.toUpperCase() : part))
  )
  return {same: merge(document, contents).text, shouted: merge(document, capitals).text}
}

let known: number | undefined

/** CPU time that this machine takes for an ordinary text of 300,000 characters, read and merged twice. */
export function ordinaryTime(): number {
  const text = 'The *river* rose by 4.7 metres, and [Meyre](https://a.org) was reached.\n\n'.repeat(4000)
  return (known ??= cpuOf(() => readAndMerge(text), 2))
}
