import type {Families} from '@passerelle/model'
import type {Provoked, Rows} from './row.ts'

const CONFIG = 'pipeline.config.ts'
const RULES = 'rules.srx'
const STOP = '<rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>'
const MAP = '<languagemap languagepattern=".*" languagerulename="a"/>'

/** A file of rules: one group, `a`. */
function srx(rules = STOP, maps = MAP): string {
  return `<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules><languagerule languagerulename="a">${rules}</languagerule></languagerules><maprules>${maps}</maprules></body></srx>`
}

/** A project that brings rules of its own along, and what mends them. */
function cut(rules: string, text = 'It opens. Nobody was hurt.\n'): Provoked {
  return {
    files: {
      [CONFIG]: `export default {locales: ['en', 'fr'], segmentation: {en: '${RULES}'}}\n`,
      'locales/en/a.md': text,
      [RULES]: rules
    },
    command: 'extract',
    solved: (folder) => folder.write(RULES, srx())
  }
}

/** What is wrong with a project’s own expressions: its rules for cutting sentences, and what it protects. */
export const segmentation = {
  'srx-not-well-formed': cut('<srx><body>'),
  'srx-not-srx': cut('<tmx/>'),
  'srx-rule-failed': cut(
    srx(`<rule break="no"><beforebreak>(x)\\1\\.</beforebreak><afterbreak>\\s</afterbreak></rule>${STOP}`)
  ),
  'srx-map-failed': cut(srx(STOP, `<languagemap languagepattern="(" languagerulename="a"/>${MAP}`)),
  'srx-group-missing': cut(srx(STOP, `<languagemap languagepattern="de" languagerulename="b"/>${MAP}`)),
  'srx-too-slow': cut(
    srx(`<rule break="no"><beforebreak>x(?:a+)+\\.</beforebreak><afterbreak>\\s</afterbreak></rule>${STOP}`),
    `${'a'.repeat(60)}. Dr. Roy came.\n`
  ),
  'protect-too-slow': {
    files: {
      [CONFIG]: "export default {locales: ['en', 'fr'], protect: [/(a+)+$/]}\n",
      'locales/en/a.md': `${'a'.repeat(60)}. Dr. Roy came.\n`
    },
    command: 'extract',
    solved: (folder) => folder.edit(CONFIG, '(a+)+', 'a+')
  }
} satisfies Rows<Families['segmentation']>
