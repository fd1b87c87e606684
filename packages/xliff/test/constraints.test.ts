import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {validate} from '../src/index.ts'
import {DATA, hasData} from './validate-xml.ts'

/** What a suite calls the constraint that a file breaks, and what it is called here. */
const NAMED: Readonly<Record<string, RegExp>> = {
  CodeBaseCanCopyMismatch: /^end-hint-differs$/,
  CodeBaseCanDeleteMismatch: /^end-hint-differs$/,
  CodeBaseCanReorderMismatch: /^end-hint-differs$/,
  CodeBaseCopyOfTypeMismatch: /^copy-of-/,
  CodeBaseSequenceStartsWithCanReorderNo: /^sequence-without-first$/,
  CodeBaseSubTypeMismatchUserInterface: /^sub-type-of-other-type$/,
  CodeBaseTagDeleted: /^code-not-deletable$/,
  CodePointInvalidCode: /^code-point-legal$|^attribute-value$/,
  ContainerResourceIdNotNMToken: /^id-not-nmtoken$/,
  DocumentMissingFile: /^children-incomplete$/,
  DocumentMissingTargetLang: /^target-language-missing$/,
  DocumentSourceLangInvalid: /^language-not-well-formed$/,
  ElementIdDuplicate: /^id-duplicate$/,
  ExtensionIdDuplicate: /^id-duplicate$/,
  FormatStyleSubFormatWithoutFormat: /^sub-format-without-format$/,
  FormatStyleWithSpanEndNotIsolated: /^format-on-end$/,
  GlossaryEntryIdDuplicate: /^id-duplicate$/,
  MarkedSpanInvalidReference: /^fragment-|^comment-ref-not-note$|^reference-/,
  MarkedSpanInvalidReferenceSelectorPath: /^fragment-/,
  MarkedSpanReferenceAndValueSpecified: /^comment-value-or-ref$/,
  MatchMissingSourceRef: /^match-ref-not-fragment$|^reference-outside-unit$|^fragment-/,
  MetadataIdDuplicate: /^id-duplicate$/,
  MetadataIdNotNMToken: /^id-not-nmtoken$/,
  ResourceItemReferenceBaseHRefAndSubject: /^resource-href-or-content$/,
  ResourceItemSourceLangMismatch: /^resource-language-differs$/,
  ResourceStringSpaceMismatch: /^space-differs$/,
  RuleInvalidDefinition: /^rule-not-one$/,
  RuleInvalidExistsInSource: /^rule-exists-in-source-without-pattern$/,
  SameSizeInfoAndSizeInfoReferencePresence: /^size-info-twice$/,
  SizeInfoWithSpanEndNotIsolated: /^size-on-end$/,
  SourceLangMismatch: /^source-language-differs$/,
  SourceNull: /^children-incomplete$/,
  SpanningCodeEndIsolatedWithStartRef: /^end-id-or-start-ref$/,
  SpanningCodeInvalidDataRefEnd: /^data-ref-unknown$/,
  SpanningCodeInvalidSubFlowsStart: /^sub-flow-unknown$/,
  SpanningCodeStartIsolatedWithRef: /^start-isolated-with-end$/,
  SpanningCodeStartNotIsolated: /^start-without-end$/,
  SpanningCodeStartTagOccursAfterEndTag: /^end-before-start$/,
  StandaloneCodeSubflowsInvalid: /^attribute-value$|^sub-flow-unknown$/,
  TargetLangMismatch: /^target-language-differs$/,
  TranslationContainerIdNull: /^attribute-missing$/
}

/** What the schemas say of a file for which the suite has no name of its own. */
const SCHEMA: ReadonlyArray<readonly [message: RegExp, ours: RegExp]> = [
  [/required but missing/, /^attribute-missing$/],
  [/attribute .* is not allowed/, /^attribute-misplaced$/],
  [/No matching global attribute/, /^attribute-/],
  [/xs:NMTOKEN/, /nmtoken$/],
  [/is not a valid value|facet/, /^attribute-value$|^size-not-integer$|not-well-formed$/],
  [/Missing child/, /^children-incomplete$/],
  [/not expected/, /^(?:element-(?:misplaced|unknown)|children-incomplete)$/],
  [/[Cc]haracter content/, /^text-misplaced$/],
  [/fs3:/, /^sub-format-without-format$/],
  [/mtc2:/, /^match-ref-not-fragment$|^reference-outside-unit$/],
  [/mtc3:/, /^sub-type-without-type$/],
  [/F28:/, /^annotation-without-start$/],
  [/K6S:/, /^id-duplicate$/]
]

interface Listed {
  readonly path: string
  readonly wanted: RegExp | undefined
}

/** The invalid files of a suite, with the constraint that its list says they break, where it says so. */
function listed(suite: string): Listed[] {
  const manifest = readFileSync(join(DATA, 'suite/MANIFEST.md'), 'utf8')
  const section = manifest.split(/^## /m).find((text) => text.startsWith(`${suite}\n`)) ?? ''
  return section.split('\n').flatMap((line) => {
    const [file = '', , name = '', message = ''] = line.replace(/^\| /, '').split(' | ')
    const path = join(DATA, 'suite', suite, file)
    // The list is longer than what is there.
    if (!file.startsWith('invalid/') || !existsSync(path)) return []
    const wanted = NAMED[name.split(':')[0] ?? ''] ?? SCHEMA.find(([pattern]) => pattern.test(message))?.[1]
    return [{path, wanted}]
  })
}

function found(path: string): string[] {
  return validate(readFileSync(path), path).map(({id}) => id.replace('xliff-', ''))
}

describe.skipIf(!hasData)('an invalid file is refused for the right reason', () => {
  it.each(['oasis-2.1', 'oasis-2.2', 'microsoft-om-2.0', 'okapi-lib-xliff2-2.0'])('in %s', (suite) => {
    const files = listed(suite)
    const named = files.filter(({wanted}) => wanted)
    expect(named.length).toBeGreaterThan(files.length / 2)
    const wrong = named.filter(({path, wanted}) => !found(path).some((id) => wanted?.test(id)))
    console.log(
      `${suite}: ${named.length - wrong.length} of ${named.length} named constraints, ${files.length} files`
    )
    expect(
      wrong.map(({path, wanted}) => [path.slice(DATA.length), String(wanted), found(path).join()])
    ).toEqual([])
  })
})
