import {file, SEGMENT, source, UNIT, unit, xliff} from '../../packages/xliff/test/rules.ts'
import {RELEASE, returned, SOURCE} from './release.ts'
import type {Provoked} from './row.ts'
import {rule} from './validity-row.ts'

const segment = (attributes: string, inside = '<source>a</source><target>b</target>'): string =>
  unit(`<segment${attributes && ` ${attributes}`}>${inside}</segment>`)
const targets = (...orders: ReadonlyArray<number>): string =>
  unit(
    orders.map((order) => `<segment><source>a</source><target order="${order}">b</target></segment>`).join('')
  )
const doubled = (count: number): string => source('<ph id="1"/>'.repeat(count))

/** A hand-back of a catalog in the form of i18next that is too large to be read at once. */
const tooLarge: Provoked = {
  files: {'locales/en/ui.json': '{"open": "Open"}\n'},
  steps: [
    'export --to out --format i18next-xliff',
    (folder) => {
      const xml = folder.read('out/en-fr/ui.json.xlf')
      folder.write('back.xlf', xml.replace(/(?=<file)/, `<!--${' '.repeat(17_000_000)}-->`))
    }
  ],
  command: 'import back.xlf',
  solved: (folder) => folder.write('back.xlf', folder.read('out/en-fr/ui.json.xlf'))
}

/** Rules of well-formedness, and of the core of XLIFF 2 but for inline codes. */
export const validityCore = {
  'xliff-not-well-formed': rule('<xliff', file(UNIT)),
  'xliff-empty': returned(() => '', {files: {[SOURCE]: RELEASE}}),
  'xliff-namespace-missing': rule(file(UNIT).replace(/ xmlns="[^"]*"/, ''), file(UNIT)),
  'xliff-encoding': rule(
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${source('\u00e9t\u00e9')}`, 'latin1'),
    source('\u00e9t\u00e9')
  ),
  'xliff-too-large': tooLarge,
  'xliff-more-faults': rule(doubled(10_002), doubled(1)),
  'xliff-element-unknown': rule(unit(`${SEGMENT}<body/>`), unit(SEGMENT)),
  'xliff-element-misplaced': rule(
    unit('<segment><source>a</source><source>b</source></segment>'),
    unit('<segment><source>a</source></segment>')
  ),
  'xliff-element-repeated': rule(
    unit(
      '<mda:metadata><mda:metaGroup><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata>'.repeat(
        2
      ) + SEGMENT
    ),
    unit(
      '<mda:metadata><mda:metaGroup><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata>' + SEGMENT
    )
  ),
  'xliff-children-incomplete': rule(file(`<notes/>${UNIT}`), file(`<notes><note>n</note></notes>${UNIT}`)),
  'xliff-text-misplaced': rule(unit(`a${SEGMENT}`), unit(SEGMENT)),
  'xliff-attribute-missing': rule(file(`<unit>${SEGMENT}</unit>`), unit(SEGMENT)),
  'xliff-attribute-misplaced': rule(segment('x:y="z"'), unit(SEGMENT, ' x:y="z"')),
  'xliff-attribute-value': rule(segment('state="done"'), segment('state="final"')),
  'xliff-value-not-user-defined': rule(unit(SEGMENT, ' type="type"'), unit(SEGMENT, ' type="x:type"')),
  'xliff-id-not-nmtoken': rule(file(`<unit id="/1">${SEGMENT}</unit>`), file(UNIT)),
  'xliff-id-duplicate': rule(file(UNIT + UNIT), file(UNIT)),
  'xliff-language-not-well-formed': rule(
    xliff(`<file id="f">${UNIT}</file>`, 'trgLang="f r"'),
    xliff(`<file id="f">${UNIT}</file>`, 'trgLang="fr-CA"')
  ),
  'xliff-source-language-differs': rule(
    segment('', '<source xml:lang="de">a</source>'),
    segment('', '<source xml:lang="en">a</source>')
  ),
  'xliff-target-language-differs': rule(
    segment('', '<source>a</source><target xml:lang="de">b</target>'),
    segment('', '<source>a</source><target xml:lang="fr">b</target>')
  ),
  'xliff-target-language-missing': rule(xliff(`<file id="f">${UNIT}</file>`, ''), file(UNIT)),
  'xliff-space-differs': rule(
    segment('', '<source xml:space="preserve">a</source><target>b</target>'),
    segment('', '<source xml:space="preserve">a</source><target xml:space="preserve">b</target>')
  ),
  'xliff-skeleton-href-or-content': rule(file(`<skeleton/>${UNIT}`), file(`<skeleton href="a"/>${UNIT}`)),
  'xliff-unit-without-segment': rule(unit('<ignorable><source> </source></ignorable>'), unit(SEGMENT)),
  'xliff-sub-state-without-state': rule(segment('subState="a:b"'), segment('state="final" subState="a:b"')),
  'xliff-state-without-target': rule(
    segment('state="translated"', '<source>a</source>'),
    segment('state="initial"', '<source>a</source>')
  ),
  'xliff-order-duplicate': rule(targets(1, 1), targets(2, 1)),
  'xliff-order-too-large': rule(targets(2), targets(1))
}
