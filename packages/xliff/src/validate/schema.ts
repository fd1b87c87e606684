/** Checks of attribute values, by the names the tables below use. */
export const TYPES: Readonly<Record<string, RegExp>> = {
  any: /^[\s\S]*$/,
  filled: /\S/,
  id: /^[\p{L}\p{N}\p{M}._:\-·]+$/u,
  ids: /^\s*[\p{L}\p{N}\p{M}._:\-·]+(?:\s+[\p{L}\p{N}\p{M}._:\-·]+)*\s*$/u,
  yesNo: /^(?:yes|no)$/,
  reorder: /^(?:yes|no|firstNo)$/,
  dir: /^(?:ltr|rtl|auto)$/,
  space: /^(?:default|preserve)$/,
  user: /^[^\s:]+:[^\s:]+$/,
  // Either it begins with a scheme, or it has no colon where a scheme would end.
  uri: /^(?:[A-Za-z][A-Za-z\d+.-]*:|[^\s:/?#]*(?:[/?#]|$))\S*$/,
  // An id of XML itself, like `xml:id`.
  name: /^[\p{L}_][\p{L}\p{N}\p{M}._\-·]*$/u,
  positive: /^\+?0*[1-9]\d*$/,
  priority: /^0*(?:[1-9]|10)$/,
  // A type of IANA's list; these are the first halves of those types.
  mime: /^(?:application|audio|example|font|haptics|image|message|model|multipart|text|video)\/[\w!#$&^.+-]+\s*(?:;[^]*)?$/i,
  hex: /^(?:[0-9A-Fa-f]{2})+$/,
  percent: /^\+?(?:100(?:\.0*)?|\d{1,2}(?:\.\d*)?|\.\d+)$/,
  state: /^(?:initial|translated|reviewed|final)$/,
  codeType: /^(?:fmt|ui|quote|link|image|other)$/,
  mrkType: /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/,
  matchType: /^(?:am|mt|icm|idm|tb|tm|other)$/,
  side: /^(?:source|target)$/,
  metaSide: /^(?:source|target|ignorable)$/,
  normalization: /^(?:none|nfc|nfd)$/,
  preserve: /^preserve$/,
  version: /^2\.\d$/,
  language:
    /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i(?:-[a-z\d]{2,8})+)$/i
}

/** What an element may hold. */
export interface Rule {
  /**
   * Children as a regular expression over names in brackets; `~` stands for elements of other namespaces, those of
   * modules included.
   */
  readonly children: string
  /** Attributes by name, with a type of {@link TYPES}; `!` after the name means required. */
  readonly attributes: string
  /** Whether text stands between the children. */
  readonly mixed?: true
  /**
   * Which attributes may stand here besides those listed: all, all of other namespaces, or those of modules.
   *
   * @default none
   */
  readonly open?: 'all' | 'any' | 'modules'
}

const INLINE = '(?:<cp>|<ph>|<pc>|<sc>|<ec>|<mrk>|<sm>|<em>)*'
const SPACE = 'xml:space:space'
/** Sources and targets inherit it; OASIS's valid files have it on all elements above them. */
const LANGUAGE = 'xml:lang:language'
const DIRS = 'srcDir:dir trgDir:dir'
const HINTS = 'canCopy:yesNo canDelete:yesNo canReorder:reorder copyOf:id type:codeType subType:user'
const ANY = '(?:<~>)*'
const ITS = 'version:any its:version:any'

/** Elements of the core (“Elements”) and the modules of XLIFF 2.2. */
export const ELEMENTS: Readonly<Record<string, Rule>> = {
  xliff: {
    children: '(?:<notes>)?(?:<mda:metadata>)?(?:<file>)+',
    attributes: `version!:version srcLang!:language trgLang:language ${LANGUAGE} ${SPACE}`,
    open: 'any'
  },
  file: {
    children: `(?:<skeleton>)?${ANY}(?:<notes>)?(?:<unit>|<group>)+`,
    attributes: `id!:id canResegment:yesNo original:any translate:yesNo ${DIRS} ${LANGUAGE} ${SPACE}`,
    open: 'any'
  },
  skeleton: {children: ANY, attributes: 'href:any', mixed: true},
  group: {
    children: `${ANY}(?:<notes>)?(?:<unit>|<group>)*`,
    attributes: `id!:id name:any canResegment:yesNo translate:yesNo ${DIRS} type:user ${LANGUAGE} ${SPACE}`,
    open: 'any'
  },
  unit: {
    children: `${ANY}(?:<notes>)?(?:<originalData>)?(?:<segment>|<ignorable>)+`,
    attributes: `id!:id name:any canResegment:yesNo translate:yesNo ${DIRS} type:user ${LANGUAGE} ${SPACE}`,
    open: 'any'
  },
  segment: {
    children: '<source>(?:<target>)?',
    // The schema of 2.2 has no attribute for this module here; the module says that it has.
    attributes: 'id:id canResegment:yesNo state:state subState:user pgs:case:filled'
  },
  ignorable: {children: '<source>(?:<target>)?', attributes: 'id:id'},
  notes: {children: '(?:<note>)+', attributes: ''},
  note: {
    children: '',
    attributes: 'id:id appliesTo:side category:any priority:priority ref:uri',
    mixed: true,
    open: 'any'
  },
  originalData: {children: '(?:<data>)+', attributes: ''},
  data: {children: '(?:<cp>)*', attributes: 'id!:id dir:dir xml:space:preserve', mixed: true},
  source: {children: INLINE, attributes: `xml:lang:language ${SPACE}`, mixed: true},
  target: {children: INLINE, attributes: `xml:lang:language ${SPACE} order:positive`, mixed: true},
  cp: {children: '', attributes: 'hex!:hex'},
  ph: {
    children: '',
    attributes: `id!:id ${HINTS} disp:any equiv:any dataRef:id subFlows:ids`,
    open: 'modules'
  },
  pc: {
    children: INLINE,
    attributes: `id!:id ${HINTS} canOverlap:yesNo dispEnd:any dispStart:any equivEnd:any equivStart:any dataRefEnd:id dataRefStart:id subFlowsEnd:ids subFlowsStart:ids dir:dir`,
    mixed: true,
    open: 'modules'
  },
  sc: {
    children: '',
    attributes: `id!:id ${HINTS} canOverlap:yesNo dataRef:id dir:dir disp:any equiv:any isolated:yesNo subFlows:ids`,
    open: 'modules'
  },
  ec: {
    children: '',
    attributes: `id:id ${HINTS} canOverlap:yesNo dataRef:id dir:dir disp:any equiv:any isolated:yesNo startRef:id subFlows:ids`,
    open: 'modules'
  },
  mrk: {
    children: INLINE,
    attributes: 'id!:id translate:yesNo type:mrkType ref:uri value:any',
    mixed: true,
    open: 'any'
  },
  sm: {children: '', attributes: 'id!:id translate:yesNo type:mrkType ref:uri value:any', open: 'any'},
  em: {children: '', attributes: 'startRef!:id'},

  'mtc:matches': {children: '(?:<mtc:match>)+', attributes: ''},
  'mtc:match': {
    children: `(?:<mda:metadata>)?(?:<originalData>)?<source><target>${ANY}`,
    attributes:
      'id:id matchQuality:percent matchSuitability:percent origin:any ref!:uri reference:yesNo similarity:percent subType:user type:matchType',
    open: 'any'
  },
  'gls:glossary': {children: '(?:<gls:glossEntry>)+', attributes: ''},
  'gls:glossEntry': {
    children: `<gls:term>(?:<gls:translation>)*(?:<gls:definition>)?${ANY}`,
    attributes: 'id:id ref:uri',
    open: 'any'
  },
  'gls:term': {children: '', attributes: 'source:any', mixed: true, open: 'any'},
  'gls:translation': {children: '', attributes: 'id:id ref:uri source:any', mixed: true, open: 'any'},
  'gls:definition': {children: '', attributes: 'source:any', mixed: true, open: 'any'},
  'mda:metadata': {children: '(?:<mda:metaGroup>)+', attributes: 'id:id'},
  'mda:metaGroup': {
    children: '(?:<mda:metaGroup>|<mda:meta>)+',
    attributes: 'id:id category:any appliesTo:metaSide'
  },
  'mda:meta': {children: '', attributes: 'type!:any', mixed: true},
  'res:resourceData': {children: '(?:<res:resourceItemRef>)*(?:<res:resourceItem>)*', attributes: ''},
  'res:resourceItemRef': {children: '', attributes: 'id:id ref!:id', open: 'any'},
  'res:resourceItem': {
    children: '(?:<notes>)?(?:<res:source>)?(?:<res:target>)?(?:<res:reference>)*',
    attributes: 'mimeType:mime id:id context:yesNo',
    open: 'any'
  },
  'res:source': {children: ANY, attributes: 'href:any xml:lang:language', open: 'any'},
  'res:target': {children: ANY, attributes: 'href:any xml:lang:language', open: 'any'},
  'res:reference': {children: '', attributes: 'href!:any xml:lang:language', open: 'any'},
  'slr:profiles': {
    children: `(?:<slr:normalization>)?${ANY}`,
    attributes: 'generalProfile:any storageProfile:any'
  },
  'slr:normalization': {children: '', attributes: 'general:normalization storage:normalization'},
  'slr:data': {children: ANY, attributes: 'profile!:any', open: 'any'},
  'val:validation': {children: '(?:<val:rule>)+', attributes: '', open: 'any'},
  'val:rule': {
    children: '',
    attributes:
      'isPresent:any occurs:positive isNotPresent:any startsWith:any endsWith:any existsInSource:yesNo caseSensitive:yesNo normalization:normalization disabled:yesNo',
    open: 'any'
  },
  'ctr:changeTrack': {children: '(?:<ctr:revisions>)+', attributes: ''},
  'ctr:revisions': {
    children: '(?:<ctr:revision>)+',
    attributes: 'appliesTo!:id ref:id currentVersion:id',
    open: 'any'
  },
  'ctr:revision': {
    children: '(?:<ctr:item>)+',
    attributes: 'author:any datetime:any version:id',
    open: 'any'
  },
  'ctr:item': {children: '', attributes: 'property!:any', mixed: true, open: 'any'},
  'its:locQualityIssues': {children: '(?:<its:locQualityIssue>)+', attributes: `xml:id!:name ${ITS}`},
  'its:locQualityIssue': {
    children: '',
    attributes: `locQualityIssueType:any locQualityIssueComment:any locQualityIssueSeverity:any locQualityIssueProfileRef:any locQualityIssueEnabled:any ${ITS}`
  },
  'its:provenanceRecords': {children: '(?:<its:provenanceRecord>)+', attributes: `xml:id!:name ${ITS}`},
  'its:provenanceRecord': {
    children: '',
    attributes: `org:any orgRef:any person:any personRef:any tool:any toolRef:any revOrg:any revOrgRef:any revPerson:any revPersonRef:any revTool:any revToolRef:any ${ITS}`
  }
}

/** Elements of the core in which modules may stand. What stands inside a module or extension is not checked. */
const CORE = /^(?:xliff|file|group|unit|segment|ignorable|notes|originalData|mtc:match)$/

/** The same for versions before 2.2, which did not have notes and metadata of all files, nor references of notes. */
const ELEMENTS_BEFORE: typeof ELEMENTS = {
  ...ELEMENTS,
  xliff: {...ELEMENTS['xliff']!, children: '(?:<file>)+'},
  note: {...ELEMENTS['note']!, attributes: 'id:id appliesTo:side category:any priority:priority'}
}

/** The elements of a version of XLIFF 2 and what each may hold. */
export function elementsOf(version: string | undefined): typeof ELEMENTS {
  return version === '2.0' || version === '2.1' ? ELEMENTS_BEFORE : ELEMENTS
}

/** Where each element of a module may stand in the core (“Structural Elements” and the modules). */
const PLACES: Readonly<Record<string, RegExp>> = {
  'mtc:matches': /^unit$/,
  'gls:glossary': /^unit$/,
  'mda:metadata': /^(?:xliff|file|group|unit|mtc:match)$/,
  'res:resourceData': /^(?:file|unit)$/,
  'slr:profiles': /^file$/,
  'slr:data': /^(?:file|group|unit)$/,
  'val:validation': /^(?:file|group|unit)$/,
  'ctr:changeTrack': /^(?:xliff|file|group|unit)$/,
  'its:locQualityIssues': /^unit$/,
  'its:provenanceRecords': /^(?:file|group|unit|mtc:match)$/
}

/**
 * Whether an element of a module may stand in an element of the core. Parts of a module may stand only in their module.
 */
export function mayStandIn(name: string, parent: string): boolean {
  if (!CORE.test(parent) || !name.includes(':') || !Object.hasOwn(ELEMENTS, name)) return true
  return Object.hasOwn(PLACES, name) && PLACES[name]!.test(parent)
}

const FS =
  /^(?:a|b|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|h[1-6]|head|hr|html|i|img|label|legend|li|ol|p|pre|q|s|samp|select|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul)$/

/** An attribute of a module, which stands on elements of the core. */
interface ModuleAttribute {
  readonly pattern: RegExp
  readonly on: RegExp
}

const TEXT = /^[\s\S]*$/
const ON_STYLED = /^(?:file|group|unit|note|ph|pc|sc|ec|mrk|sm)$/
const ON_LIMITED = /^(?:file|group|unit|pc|sc|mrk|sm)$/
const ON_SIZED = /^(?:file|group|unit|ph|pc|sc|ec)$/
const ON_ANNOTATED = /^(?:file|group|unit|mrk|sm|mtc:match)$/

/** Attributes of modules and where each may stand, as their descriptions say (chapter 5). */
export const MODULE_ATTRIBUTES: ReadonlyMap<string, ModuleAttribute> = new Map([
  ['fs:fs', {pattern: FS, on: ON_STYLED}],
  ['fs:subFs', {pattern: TEXT, on: ON_STYLED}],
  ['slr:sizeRestriction', {pattern: TEXT, on: ON_LIMITED}],
  ['slr:storageRestriction', {pattern: TEXT, on: ON_LIMITED}],
  ['slr:sizeInfo', {pattern: TEXT, on: ON_SIZED}],
  ['slr:sizeInfoRef', {pattern: TYPES['id']!, on: ON_SIZED}],
  ['slr:equivStorage', {pattern: TEXT, on: /^(?:ph|pc|sc|ec)$/}],
  ['itsm:domains', {pattern: TEXT, on: ON_ANNOTATED}],
  ['itsm:lang', {pattern: TYPES['language']!, on: ON_ANNOTATED}],
  // The description has commas between variables, the examples blanks.
  [
    'pgs:switch',
    {pattern: /^\s*(?:(?:plural|ordinal|gender|select):[^\s,]+(?:[\s,]+|$))+$/, on: /^(?:group|unit)$/}
  ],
  ['pgs:case', {pattern: /\S/, on: /^(?:unit|segment)$/}]
])
