/** White space around a token does not count; a user-defined value is not a token. */
const listOf = (values: string, blank: string): RegExp =>
  new RegExp(`^(?:${blank}(?:${values.trim().replaceAll(/\s+/g, '|')})${blank}|x-\\S+)$`)
const list = (values: string): RegExp => listOf(values, BLANK)
const token = (values: string): RegExp => new RegExp(`^${BLANK}(?:${values})${BLANK}$`)
const BLANK = '[ \\t\\r\\n]*'

/** Any number of values in any order, or a single one of those that stand alone. */
const severalOf = (values: string, ...alone: ReadonlyArray<string>): RegExp => {
  const value = `(?:${values.replaceAll(' ', '|')}|x-\\S+)`
  return new RegExp(`^(?:${[...alone, `\\s*(?:${value}(?:\\s+${value})*\\s*)?`].join('|')})$`)
}

/** A date and a time as XML Schema has them. */
const YEAR = '(?:[1-9]\\d{4,}|(?!0000)\\d{4})'
const DAY =
  '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d)'
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?'

const STATES =
  'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation needs-translation new signed-off translated'
const QUALIFIERS =
  'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion'
const DATATYPES =
  'asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul'
const RESTYPES =
  'auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar window'

/** Checks of attribute values of XLIFF 1.2, by the names that the table of its elements uses. */
export const TYPES_12: Readonly<Record<string, RegExp>> = {
  any: /^[\s\S]*$/,
  id: /^\s*[\p{L}\p{N}\p{M}._:\-·]+\s*$/u,
  language: /^\s*[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*\s*$/,
  /** `xml:lang` may be empty, which cancels the language of an element above. */
  languageOrNone: /^(?:\s*[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*\s*)?$/,
  space: token('default|preserve'),
  yesNo: token('yes|no'),
  version: /^1\.[012]$/,
  priority: token(String.raw`\+?0*(?:[1-9]|10)`),
  date: new RegExp(`^\\s*-?${YEAR}-(?:${DAY})T(?:${TIME})(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?\\s*$`),
  annotates: token('source|target|general'),
  position: token('open|close'),
  association: token('preceding|following|both'),
  coordinates: /^(?:-?\d+|#)(?:;(?:-?\d+|#)){3}$/,
  mime: /^(?:text|multipart|message|application|image|audio|video|model)(?:\/.+)*$/,
  datatype: list(DATATYPES),
  restype: list(RESTYPES),
  state: list(STATES),
  qualifier: list(QUALIFIERS),
  contextType: listOf(
    'database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile',
    ''
  ),
  countType: list(`num-usages repetition total ${RESTYPES} ${DATATYPES} ${STATES} ${QUALIFIERS}`),
  unit: list(
    'word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable'
  ),
  purpose: severalOf('information location match'),
  delimiter: list('bold italic underlined link'),
  placeholder: list('image pb lb'),
  sizeUnit: list('byte char col cm dlgunit em ex glyph in mm percent pixel point row'),
  mark: list(
    'abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form formula head-term initialism international-scientific-term internationalism logical-expression materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form transliterated-form truncated-term variant'
  ),
  alternative: listOf('proposal previous-version rejected reference accepted', ''),
  reformat: severalOf(
    'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style',
    'yes',
    'no'
  )
}
