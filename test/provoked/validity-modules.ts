import {beside, file, SEGMENT, source, UNIT, unit} from '../../packages/xliff/test/rules.ts'
import {rule} from './validity-row.ts'

const match = (attributes: string): string =>
  beside(
    `<mtc:matches><mtc:match ${attributes}><source>a</source><target>b</target></mtc:match></mtc:matches>`
  )
const glossed = (inside: string): string =>
  beside(`<gls:glossary><gls:glossEntry><gls:term>a</gls:term>${inside}</gls:glossEntry></gls:glossary>`)
const item = (inside: string, attributes = 'id="r" mimeType="text/plain"'): string =>
  file(
    `<res:resourceData><res:resourceItem ${attributes}>${inside}</res:resourceItem></res:resourceData>${UNIT}`
  )
const itemRef = (ref: string): string =>
  item('<res:source href="a"/>').replace(
    UNIT,
    `<unit id="u1"><res:resourceData><res:resourceItemRef id="1" ref="${ref}"/></res:resourceData>${SEGMENT}</unit>`
  )
const validation = (attributes: string): string =>
  beside(`<val:validation><val:rule ${attributes}/></val:validation>`)
const revision = (version: string): string =>
  `<ctr:revision${version && ` version="${version}"`}><ctr:item property="content">x</ctr:item></ctr:revision>`
const tracked = (attributes: string, ...versions: ReadonlyArray<string>): string =>
  beside(
    `<ctr:changeTrack><ctr:revisions ${attributes}>${versions.map(revision).join('')}</ctr:revisions></ctr:changeTrack>`
  )
const cases = (variables: string, value: string): string =>
  unit(SEGMENT.replace(' ', ` pgs:case="${value}" `), variables && ` pgs:switch="${variables}"`)
const sized = (attributes: string): string => source(`<ph id="1" ${attributes}/>`)
const counted = (attributes: string): string =>
  file(
    `<slr:profiles generalProfile="xliff:codepoints"/><unit id="u1"><segment><source><ph id="1" ${attributes}/></source></segment></unit>`
  )
const ISSUES =
  '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="other"/></its:locQualityIssues>'
const annotated = (attributes: string): string =>
  unit(`${ISSUES}<segment><source><mrk id="m" type="its:generic" ${attributes}>a</mrk></source></segment>`)
const TWO = '<segment id="s2"><source>Two</source><target>Deux</target></segment>'

/** Rules of the modules of XLIFF 2. */
export const validityModules = {
  'xliff-match-with-language': rule(match('ref="#s1" xml:lang="fr"'), match('ref="#s1"')),
  'xliff-match-ref-not-fragment': rule(match('ref="s1"'), match('ref="#s1"')),
  'xliff-reference-outside-unit': rule(match('ref="#u1"'), match('ref="#s1"')),
  'xliff-candidate-annotation-with-ref': rule(
    source('<mrk id="m" type="mtc:match" ref="#s1">a</mrk>'),
    source('<mrk id="m" type="mtc:match">a</mrk>')
  ),
  'xliff-glossary-entry-empty': rule(glossed(''), glossed('<gls:definition>b</gls:definition>')),
  'xliff-resource-unknown': rule(itemRef('x'), itemRef('r')),
  'xliff-resource-without-type': rule(
    item('<res:source href="a"/>', 'id="r"'),
    item('<res:source href="a"/>')
  ),
  'xliff-resource-empty': rule(item(''), item('<res:source href="a"/>')),
  'xliff-resource-href-or-content': rule(
    item('<res:source href="a"><x:e/></res:source>'),
    item('<res:source href="a"/>')
  ),
  'xliff-resource-language-differs': rule(
    item('<res:source xml:lang="de"><x:e/></res:source>'),
    item('<res:source xml:lang="en"><x:e/></res:source>')
  ),
  'xliff-rule-not-one': rule(validation('isPresent="a" startsWith="b"'), validation('isPresent="a"')),
  'xliff-rule-occurs-without-is-present': rule(
    validation('startsWith="a" occurs="1"'),
    validation('isPresent="a" occurs="1"')
  ),
  'xliff-rule-exists-in-source-without-pattern': rule(
    validation('isNotPresent="a" existsInSource="yes"'),
    validation('endsWith="a" existsInSource="yes"')
  ),
  'xliff-sub-format-without-format': rule(
    unit(SEGMENT, ' fs:subFs="a,b"'),
    unit(SEGMENT, ' fs:fs="p" fs:subFs="a,b"')
  ),
  'xliff-sub-format-malformed': rule(
    unit(SEGMENT, ' fs:fs="p" fs:subFs="a"'),
    unit(SEGMENT, ' fs:fs="p" fs:subFs="a,b"')
  ),
  'xliff-format-on-end': rule(
    source('<sc id="1"/>a<ec startRef="1" fs:fs="b"/>'),
    source('<sc id="1" fs:fs="b"/>a<ec startRef="1"/>')
  ),
  'xliff-its-attributes-clash': rule(
    annotated('its:taIdentRef="a" its:taSource="b" its:taIdent="c"'),
    annotated('its:taSource="b" its:taIdent="c"')
  ),
  'xliff-its-attribute-alone': rule(
    annotated('its:taSource="b"'),
    annotated('its:taSource="b" its:taIdent="c"')
  ),
  'xliff-its-reference-unknown': rule(
    annotated('its:locQualityIssuesRef="#its=r"'),
    annotated('its:locQualityIssuesRef="#its=q"')
  ),
  'xliff-its-annotators-malformed': rule(
    annotated('its:annotatorsRef="terms|a"'),
    annotated('its:annotatorsRef="terminology|a"')
  ),
  'xliff-its-element-empty': rule(
    unit(`<its:locQualityIssues xml:id="q"><its:locQualityIssue/></its:locQualityIssues>${SEGMENT}`),
    unit(ISSUES + SEGMENT)
  ),
  'xliff-its-version-missing': rule(
    unit(SEGMENT, ' its:person="a"').replace(' its:version="2.0"', ''),
    unit(SEGMENT, ' its:person="a"')
  ),
  'xliff-size-info-twice': rule(sized('slr:sizeInfo="1" slr:sizeInfoRef="d"'), sized('slr:sizeInfo="1"')),
  'xliff-size-on-end': rule(
    source('<sc id="1"/>a<ec startRef="1" slr:sizeInfo="1"/>'),
    source('<sc id="1" slr:sizeInfo="1"/>a<ec startRef="1"/>')
  ),
  'xliff-size-not-integer': rule(counted('slr:sizeInfo="a"'), counted('slr:sizeInfo="1"')),
  'xliff-size-data-unknown': rule(
    sized('slr:sizeInfoRef="d"'),
    unit(
      '<slr:data profile="x:y"><x:z id="d"/></slr:data><segment><source><ph id="1" slr:sizeInfoRef="d"/></source></segment>'
    )
  ),
  'xliff-revisions-ref-unknown': rule(
    tracked('appliesTo="segment" ref="s9"', ''),
    tracked('appliesTo="segment" ref="s1"', '')
  ),
  'xliff-revisions-apply-to-nothing': rule(
    tracked('appliesTo="note"', ''),
    tracked('appliesTo="target"', '')
  ),
  'xliff-revisions-without-ref': rule(
    tracked('appliesTo="segment"', '').replace(SEGMENT, SEGMENT + TWO),
    tracked('appliesTo="segment" ref="s1"', '').replace(SEGMENT, SEGMENT + TWO)
  ),
  'xliff-revision-unknown': rule(
    tracked('appliesTo="target" currentVersion="r2"', 'r1'),
    tracked('appliesTo="target" currentVersion="r1"', 'r1')
  ),
  'xliff-revision-duplicate': rule(
    tracked('appliesTo="target"', 'r1', 'r1'),
    tracked('appliesTo="target"', 'r1', 'r2')
  ),
  'xliff-revision-property-unknown': rule(
    tracked('appliesTo="source"', '').replace('property="content"', 'property="colour"'),
    tracked('appliesTo="source"', '')
  ),
  'xliff-case-count-differs': rule(cases('plural:n', 'one other'), cases('plural:n', 'one')),
  'xliff-case-without-switch': rule(cases('', 'one'), cases('plural:n', 'one'))
}
