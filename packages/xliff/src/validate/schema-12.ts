import type {Rule} from './schema.ts'

/** White space around a token says nothing; a user-defined value is no token. */
const listOf = (values: string, blank: string): RegExp =>
  new RegExp(`^(?:${blank}(?:${values.trim().replaceAll(/\s+/g, '|')})${blank}|x-\\S+)$`)
const list = (values: string): RegExp => listOf(values, BLANK)
const token = (values: string): RegExp => new RegExp(`^${BLANK}(?:${values})${BLANK}$`)
const BLANK = '[ \\t\\r\\n]*'

/** Any number of values, in any order, or one of those that stand alone. */
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

/** Checks of attribute values of XLIFF 1.2, by the names the table below uses. */
export const TYPES_12: Readonly<Record<string, RegExp>> = {
  any: /^[\s\S]*$/,
  id: /^\s*[\p{L}\p{N}\p{M}._:\-·]+\s*$/u,
  language: /^\s*[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*\s*$/,
  /** What `xml:lang` says nothing with, too. */
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

const ANY = '(?:<~>)*'
const INLINE = '(?:<g>|<bpt>|<ept>|<ph>|<it>|<mrk>|<x>|<bx>|<ex>)*'
const UNITS = '(?:<group>|<trans-unit>|<bin-unit>)*'
const INFO = '(?:<context-group>|<count-group>|<prop-group>|<note>|'
const RESOURCE = 'ts:any restype:restype resname:any'
const LOOK = 'coord:coordinates font:any css-style:any style:id exstyle:id'
const MENU = 'extradata:any extype:any help-id:id menu:any menu-option:any menu-name:any'
const SIZES =
  'size-unit:sizeUnit maxwidth:id minwidth:id maxheight:id minheight:id maxbytes:id minbytes:id charclass:any'
const UNIT = `${RESOURCE} ${LOOK} ${MENU} ${SIZES} datatype:datatype xml:space:space translate:yesNo reformat:reformat merged-trans:yesNo`
const CODE = 'id!:any ts:any xid:any equiv-text:any'

/** Elements of XLIFF 1.2 (chapter 2) as its transitional schema has them. */
export const ELEMENTS_12: Readonly<Record<string, Rule>> = {
  xliff: {
    children: '(?:(?:<~>)*<file>)+',
    attributes: 'version!:version xml:lang:languageOrNone',
    open: 'all'
  },
  file: {
    children: '(?:<header>)?<body>',
    attributes:
      'original!:any source-language!:language datatype!:datatype tool-id:any tool:any date:date xml:space:space ts:any category:any target-language:language product-name:any product-version:any build-num:any',
    open: 'all'
  },
  header: {
    children: `(?:<skl>)?(?:<phase-group>)?(?:<glossary>|<reference>|<count-group>|<prop-group>|<note>|<tool>)*${ANY}`,
    attributes: ''
  },
  skl: {children: '(?:<internal-file>|<external-file>)', attributes: ''},
  glossary: {children: '(?:<internal-file>|<external-file>)', attributes: ''},
  reference: {children: '(?:<internal-file>|<external-file>)', attributes: ''},
  'internal-file': {children: '', attributes: 'form:any crc:id', mixed: true},
  'external-file': {children: '', attributes: 'href!:any crc:id uid:id'},
  note: {
    children: '',
    attributes: 'xml:lang:languageOrNone priority:priority from:any annotates:annotates',
    mixed: true
  },
  'phase-group': {children: '(?:<phase>)+', attributes: ''},
  phase: {
    children: '(?:<note>)*',
    attributes:
      'phase-name!:any process-name!:any company-name:any tool-id:any tool:any date:date job-id:any contact-name:any contact-email:any contact-phone:any'
  },
  'count-group': {children: '(?:<count>)*', attributes: 'name!:any'},
  count: {children: '', attributes: 'count-type:countType phase-name:any unit:unit', mixed: true},
  'context-group': {children: '(?:<context>)+', attributes: 'name:any crc:id purpose:purpose'},
  context: {children: '', attributes: 'context-type!:contextType match-mandatory:yesNo crc:id', mixed: true},
  'prop-group': {children: '(?:<prop>)+', attributes: 'name:any'},
  prop: {children: '', attributes: 'prop-type!:any xml:lang:languageOrNone', mixed: true},
  tool: {
    children: ANY,
    attributes: 'tool-id!:any tool-name!:any tool-version:any tool-company:any',
    mixed: true,
    open: 'all'
  },
  body: {children: UNITS, attributes: ''},
  group: {
    children: `(?:<context-group>)*(?:<count-group>)*(?:<prop-group>)*(?:<note>)*${ANY}${UNITS}`,
    attributes: `id:any ${UNIT}`,
    open: 'all'
  },
  'trans-unit': {
    children: `<source>(?:<seg-source>)?(?:<target>)?${INFO}<alt-trans>)*${ANY}`,
    attributes: `id!:any approved:yesNo phase-name:any ${UNIT}`,
    open: 'all'
  },
  source: {children: INLINE, attributes: 'xml:lang:languageOrNone ts:any', mixed: true, open: 'all'},
  'seg-source': {children: INLINE, attributes: 'xml:lang:languageOrNone ts:any', mixed: true, open: 'all'},
  target: {
    children: INLINE,
    attributes: `state:state state-qualifier:qualifier phase-name:id xml:lang:languageOrNone equiv-trans:yesNo ${RESOURCE} ${LOOK}`,
    mixed: true,
    open: 'all'
  },
  'alt-trans': {
    children: `(?:<source>)?(?:<seg-source>)?(?:<target>)+(?:<context-group>)*(?:<prop-group>)*(?:<note>)*${ANY}`,
    attributes: `match-quality:any tool-id:any tool:any crc:id xml:lang:languageOrNone origin:any datatype:datatype xml:space:space mid:id phase-name:id alttranstype:alternative ${RESOURCE} ${LOOK} ${MENU}`,
    open: 'all'
  },
  'bin-unit': {
    children: `<bin-source>(?:<bin-target>)?${INFO}<trans-unit>)*${ANY}`,
    attributes: `id!:any mime-type!:mime approved:yesNo translate:yesNo reformat:reformat phase-name:any ${RESOURCE}`,
    open: 'all'
  },
  'bin-source': {children: '(?:<internal-file>|<external-file>)', attributes: 'ts:any', open: 'all'},
  'bin-target': {
    children: '(?:<internal-file>|<external-file>)',
    attributes: `mime-type:mime state:state state-qualifier:qualifier phase-name:id ${RESOURCE}`,
    open: 'all'
  },
  g: {children: INLINE, attributes: `${CODE} ctype:delimiter clone:yesNo`, mixed: true, open: 'all'},
  x: {children: '', attributes: `${CODE} ctype:placeholder clone:yesNo`, open: 'all'},
  bx: {children: '', attributes: `${CODE} rid:id ctype:delimiter clone:yesNo`, open: 'all'},
  ex: {children: '', attributes: `${CODE} rid:id`, open: 'all'},
  ph: {
    children: '(?:<sub>)*',
    attributes: `${CODE} ctype:placeholder crc:any assoc:association`,
    mixed: true,
    open: 'all'
  },
  bpt: {
    children: '(?:<sub>)*',
    attributes: `${CODE} rid:id ctype:delimiter crc:any`,
    mixed: true,
    open: 'all'
  },
  ept: {children: '(?:<sub>)*', attributes: `${CODE} rid:id crc:any`, mixed: true, open: 'all'},
  it: {
    children: '(?:<sub>)*',
    attributes: `${CODE} pos!:position rid:id ctype:delimiter crc:any`,
    mixed: true,
    open: 'all'
  },
  sub: {children: INLINE, attributes: 'datatype:datatype ctype:delimiter xid:any', mixed: true},
  mrk: {children: INLINE, attributes: 'mtype!:mark mid:id comment:any ts:any', mixed: true, open: 'all'}
}
