import {SaxesParser} from 'saxes'

/** Parse XML with saxes and nothing else, but with namespaces and positions, as reading XLIFF needs them. */
export function parseBare(xml: string): number {
  const parser = new SaxesParser({xmlns: true, position: true})
  let count = 0
  parser.on('opentag', () => count++)
  parser.on('text', () => count++)
  parser.write(xml).close()
  return count
}
