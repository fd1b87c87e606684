/** Entities of HTML that people type in French and English, such as `&eacute;`; others are unknown. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...pairs('nbsp ensp emsp thinsp shy', '\u00A0\u2002\u2003\u2009\u00AD'),
  ...pairs('laquo raquo lsquo rsquo sbquo ldquo rdquo bdquo', '«»‘’‚“”„'),
  ...pairs('hellip ndash mdash bull middot euro copy reg trade deg times sect', '…–—•·€©®™°×§'),
  ...pairs('agrave acirc auml aelig ccedil egrave eacute ecirc euml', 'àâäæçèéêë'),
  ...pairs('icirc iuml ocirc ouml oelig ugrave ucirc uuml', 'îïôöœùûü'),
  ...pairs('Agrave Acirc Auml AElig Ccedil Egrave Eacute Ecirc Euml', 'ÀÂÄÆÇÈÉÊË'),
  ...pairs('Icirc Iuml Ocirc Ouml OElig Ugrave Ucirc Uuml', 'ÎÏÔÖŒÙÛÜ')
])

function pairs(names: string, characters: string): [name: string, character: string][] {
  return names.split(' ').map((name, index) => [name, characters[index]!])
}
