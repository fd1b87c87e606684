/**
 * Blank the lines on which containers nest deeper than anything is read, so that no parser has to.
 *
 * Nobody writes them, and both parsers take a time that grows with the square of the depth. Offsets hold.
 */
export function blankDeep(source: string): string {
  return deep.test(source) ? source.replace(everyDeep, (line) => ' '.repeat(line.length)) : source
}

const deep = /(?<![^\r\n])(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){250}[^\r\n]*/
const everyDeep = new RegExp(deep, 'g')
