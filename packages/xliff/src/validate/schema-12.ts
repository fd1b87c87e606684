import type {Rule} from './schema.ts'

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
