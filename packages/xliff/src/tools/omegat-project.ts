import {type Bitext, type Content, fingerprint, type Pair} from '@passerelle/model'
import {escapeText} from '../xml/escape.ts'
import {shortcuts} from './omegat-tags.ts'

/** A hand-off inside an OmegaT project. */
export interface ProjectFile {
  /** Path below `source/`, by which OmegaT binds translations to it. */
  readonly name: string
  readonly bitext: Bitext
}

/**
 * What an OmegaT project holds besides its sources, by path; a path that ends with `/` is an empty folder.
 *
 * OmegaT 3.6 fails if one of its folders is missing. The hand-off is cut into sentences already, so the project does
 * not cut them again. Existing translations are in `project_save.tmx`, bound by file and id, so that equal sources keep
 * translations of their own; earlier versions of a text are in a memory for reference. The filters are pinned: the
 * XLIFF filter that OmegaT has had since 3.0 reads targets and keeps ids.
 *
 * @param files
 *   All of the same two languages.
 */
export function omegatProject(files: ReadonlyArray<ProjectFile>): ReadonlyMap<string, string> {
  const [first] = files
  const source = first?.bitext.sourceLocale ?? ''
  const target = first?.bitext.targetLocale ?? ''
  const entries = files.flatMap(({name, bitext}) =>
    bitext.units.flatMap(({id, pairs}) => pairs.map((pair) => ({name, id: `${id}.${pair.id}`, pair})))
  )
  const saved = entries.flatMap(({name, id, pair}) =>
    pair.target ? [entry(source, target, pair.source, pair.target, {file: name, id})] : []
  )
  const earlier = entries.flatMap(({pair}) =>
    earlierOf(pair).map((candidate) => entry(source, target, candidate.source, candidate.target))
  )
  return new Map([
    ['omegat.project', project(source, target)],
    ['omegat/filters.xml', FILTERS],
    ['omegat/project_save.tmx', memory(source, saved)],
    ...(earlier.length > 0 ? [['tm/earlier.tmx', memory(source, earlier)] as const] : []),
    ['glossary/glossary.txt', '# Glossary in tab-separated format -*- coding: utf-8 -*-\n'],
    ['target/', ''],
    ['tm/', ''],
    ['dictionary/', '']
  ])
}

function earlierOf({target, candidates}: Pair): Pair['candidates'] {
  return target ? [] : candidates.filter(({kind}) => kind === 'previous')
}

function entry(
  sourceLocale: string,
  targetLocale: string,
  source: Content,
  target: Content,
  bound: Readonly<Record<string, string>> = {}
): string {
  const props = Object.entries(bound).map(
    ([type, value]) => `<prop type="${type}">${escapeText(value)}</prop>`
  )
  const variant = (locale: string, content: Content): string =>
    `<tuv lang="${locale}"><seg>${escapeText(shortcuts(content, source))}</seg></tuv>`
  return `    <tu>${props.join('')}${variant(sourceLocale, source)}${variant(targetLocale, target)}</tu>\n`
}

/** How our memories give their version: it tells whether anybody has changed a memory since. */
const VERSION = / creationtoolversion="1-([0-9a-z]+)"/

/** Whether a memory is just as some version of this program wrote it: nobody has worked in it. */
export function isMemoryAsWritten(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  const [version, print] = VERSION.exec(text) ?? []
  return version !== undefined && fingerprint(text.replace(version, '')) === print
}

function memory(sourceLocale: string, entries: ReadonlyArray<string>): string {
  const text = bareMemory(sourceLocale, entries)
  const head = '<header creationtool="passerelle"'
  return text.replace(head, `${head} creationtoolversion="1-${fingerprint(text)}"`)
}

function bareMemory(sourceLocale: string, entries: ReadonlyArray<string>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="passerelle" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" segtype="paragraph" srclang="${sourceLocale}"/>
  <body>
${entries.join('')}  </body>
</tmx>
`
}

function project(sourceLocale: string, targetLocale: string): string {
  const folders = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir']
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
${folders.map((name) => `    <${name}>__DEFAULT__</${name}>\n`).join('')}    <source_lang>${sourceLocale}</source_lang>
    <target_lang>${targetLocale}</target_lang>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`
}

const FILTERS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<filters removeTags="false" removeSpacesNonseg="true" preserveSpaces="false" ignoreFileContext="false">
  <filter className="org.omegat.filters3.xml.xliff.XLIFFFilter" enabled="true">
    <files sourceFilenameMask="*.xlf" targetFilenamePattern="\${filename}"/>
    <option name="alttransidtype" value="ELEMENT_ID"/>
  </filter>
  <filter className="org.omegat.filters4.xml.xliff.Xliff1Filter" enabled="false">
    <files sourceFilenameMask="*.xlf" targetFilenamePattern="\${filename}"/>
  </filter>
</filters>
`
