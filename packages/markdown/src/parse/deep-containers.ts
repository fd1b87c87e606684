/**
 * Blank the lines on which containers nest deeper than anything is read, so that no parser has to.
 *
 * Nobody writes them, and both parsers take a time that grows with the square of the depth. Offsets hold.
 */
export function blankDeep(source: string): string {
  if (!deep.test(source)) return source
  return source.replace(everyDeep, (line) => line.replace(/[^\r\n]/g, ' '))
}

const deep = /(?:^|[\r\n])(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){250}[^\r\n]*/
const everyDeep = new RegExp(deep, 'g')
