import type {Diagnostic} from '@passerelle/model'
import {SaxesParser, type SaxesTagNS} from 'saxes'
import {proveRules} from './prove.ts'
import type {Flavour, FormatHandle, LanguageMap, Rule, RuleGroup, SegmentationRules} from './rules/rules.ts'

/** Rules of a file, and what is wrong with it. */
export interface SrxFile {
  /** Absent when the file is not well-formed or not SRX. */
  readonly rules?: SegmentationRules
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

export interface ReadSrxOptions {
  /**
   * Whose regular expressions the file holds, for files that do not say and were made for Java.
   *
   * @default Java where `okpsrx:options` says so, else ICU, as SRX 2.0 demands
   */
  readonly flavour?: Flavour
}

/** What a file has shown so far. */
interface Draft {
  root: string
  cascade: boolean
  segmentSubflows: boolean
  formatHandle: FormatHandle
  flavour: Flavour
  unicodeBreaks: boolean
  groups: {name: string; rules: {-readonly [Key in keyof Rule]: Rule[Key]}[]}[]
  maps: (LanguageMap & {line: number})[]
}

/**
 * Read rules from SRX 2.0, or 1.0.
 *
 * Elements are known by their local names, since files that tools write are not always in the right namespace.
 * Rules whose expressions cannot be converted stay in the result and are reported; they do not run.
 *
 * @param path
 *   File the text is from, for diagnostics.
 */
export function readSrx(xml: string, path: string, {flavour}: ReadSrxOptions = {}): SrxFile {
  const draft: Draft = {
    root: '',
    cascade: false,
    segmentSubflows: true,
    formatHandle: {start: false, end: true, isolated: false},
    flavour: 'icu',
    unicodeBreaks: false,
    groups: [],
    maps: []
  }
  const wrong = parse(xml, path, draft)
  if (wrong) return {diagnostics: [wrong]}
  if (draft.root !== 'srx')
    return {diagnostics: [{id: 'srx-not-srx', level: 'error', path, args: {root: draft.root}}]}
  const {root: _, maps, ...rest} = draft
  const rules: SegmentationRules = {
    ...rest,
    path,
    flavour: flavour ?? draft.flavour,
    maps: maps.map(({pattern, group}) => ({pattern, group}))
  }
  return {rules, diagnostics: [...unknownGroups(maps, draft.groups, path), ...proveRules(rules)]}
}

function unknownGroups(maps: Draft['maps'], groups: ReadonlyArray<RuleGroup>, path: string): Diagnostic[] {
  const names = new Set(groups.map(({name}) => name))
  return maps
    .filter(({group}) => !names.has(group))
    .map(({group, line}) => ({id: 'srx-group-missing', level: 'warning', path, line, args: {group}}))
}

/** Fill a draft; what makes the file unreadable is returned. */
function parse(xml: string, path: string, draft: Draft): Diagnostic | undefined {
  const parser = new SaxesParser({xmlns: true, position: true})
  let line = 1
  let text = ''
  let wrong: Diagnostic | undefined
  parser.on('error', ({message}) => {
    const {line, column} = parser
    wrong ??= {
      id: 'srx-not-well-formed',
      level: 'error',
      path,
      line,
      column: column + 1,
      args: {reason: message}
    }
  })
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', (tag) => {
    text = ''
    open(tag, line, draft)
  })
  const collect = (data: string): void => {
    text += data
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', ({local}) => {
    const rule = draft.groups.at(-1)?.rules.at(-1)
    if (rule && local === 'beforebreak') rule.before = text
    if (rule && local === 'afterbreak') rule.after = text
  })
  parser.write(xml.replace(/^\uFEFF/, '')).close()
  return wrong
}

function open(tag: SaxesTagNS, line: number, draft: Draft): void {
  draft.root ||= tag.local
  switch (tag.local) {
    case 'srx':
      // SRX 1.0 knows no cascade. OmegaT writes 2.0 without saying and always cascades.
      draft.cascade = !attribute(tag, 'version').startsWith('1')
      break
    case 'header':
      draft.cascade = flag(tag, 'cascade', {absent: draft.cascade})
      draft.segmentSubflows = flag(tag, 'segmentsubflows', {absent: true})
      break
    case 'formathandle':
      draft.formatHandle = {
        ...draft.formatHandle,
        [attribute(tag, 'type')]: flag(tag, 'include', {absent: false})
      }
      break
    case 'options':
      // Okapi's extension, http://okapi.sf.net/srx-extensions.
      if (flag(tag, 'useJavaRegex', {absent: false})) draft.flavour = 'java'
      draft.unicodeBreaks = flag(tag, 'useIcu4jBreakRules', {absent: false})
      break
    case 'languagerule':
      draft.groups.push({name: attribute(tag, 'languagerulename'), rules: []})
      break
    case 'rule':
      draft.groups
        .at(-1)
        ?.rules.push({breaks: flag(tag, 'break', {absent: true}), before: '', after: '', line})
      break
    case 'languagemap':
      draft.maps.push({
        pattern: attribute(tag, 'languagepattern'),
        group: attribute(tag, 'languagerulename'),
        line
      })
      break
    default:
  }
}

function attribute(tag: SaxesTagNS, name: string): string {
  return Object.values(tag.attributes).find(({local}) => local === name)?.value ?? ''
}

/** Whether an attribute says yes; `absent` where it is not there. */
function flag(tag: SaxesTagNS, name: string, {absent}: {absent: boolean}): boolean {
  const value = attribute(tag, name).trim().toLowerCase()
  return value === '' ? absent : value === 'yes' || value === 'true'
}
