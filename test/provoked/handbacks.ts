import type {Families} from '@passerelle/model'
import {zipSync} from 'fflate'
import {
  asSegmented,
  filled,
  inTarget,
  inUnit,
  PUBLISHED,
  RELEASE,
  returned,
  SOURCE,
  translated,
  withOldEnd
} from './release.ts'
import type {Folder} from './folder.ts'
import {AS_ADVISED, type Provoked, type Rows, type Solution, type Steps} from './row.ts'

const nothing = (why: string): {solved: Solution} => ({solved: {nothing: why}})
const UNDONE = nothing('what a tool did was undone')
const PUT_RIGHT = nothing('what a tool did was put right')

/** An archive that came back, and in its place one that is whole. */
function archived(bytes: Uint8Array): Provoked {
  const {steps = []} = returned((xml) => `${xml}\n`)
  return {
    files: {[SOURCE]: RELEASE, 'back.zip': bytes},
    steps,
    command: 'import back.zip',
    solved: (folder) => folder.write('back.zip', zipSync({'a.xlf': Buffer.from(folder.read('back.xlf'))}))
  }
}

/** An archive of which a file says that it is larger than it may be. */
function enormous(): Uint8Array {
  const bytes = Buffer.from(zipSync({'a.xlf': Buffer.from('x')}))
  const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  bytes.writeUInt32LE(0xf0_00_00_00, entry + 24)
  return bytes
}

/** A translation that is there, and another of a file that was handed out before it; told of both until somebody chooses. */
function disputed(state: 'translated' | 'final'): Provoked {
  const other = (xml: string): string => xml.replace('La ville', 'Oslo')
  const first = (folder: Folder): string => filled(folder.read('out/en-fr/a.xlf'))
  const steps: Steps = [
    (folder) => folder.write('first/a.xlf', first(folder).replaceAll('<target>', `<target state="${state}">`))
  ]
  const isOneRun = state === 'translated'
  const both: Steps = [(folder) => folder.write('first/b.xlf', folder.read('back.xlf'))]
  const row = returned(other, {meanwhile: isOneRun ? steps : [...steps, 'import first'], solved: AS_ADVISED})
  return isOneRun ? {...row, steps: [...(row.steps ?? []), ...both], command: 'import first'} : row
}

const HANDOFF = 'outbox/en-fr/a.xlf'
const MEMORY = 'out/en-fr/omegat/project_save.tmx'

/** An OmegaT project that came back with something in its memory. */
function remembered(save: (folder: Folder) => void): Provoked {
  return {
    files: {[SOURCE]: RELEASE},
    steps: [
      'export --to out --profile omegat',
      (folder) => folder.write('empty.tmx', folder.read(MEMORY)),
      save
    ],
    command: `import ${MEMORY}`,
    solved: (folder) => folder.write(MEMORY, folder.read('empty.tmx'))
  }
}

const ENTRY =
  '<tu><tuv lang="en"><seg>Not here.</seg></tuv><tuv lang="fr" changeid="ann" changedate="20261101T101500Z"><seg>Pas ici.</seg></tuv></tu>'

const marked = (xml: string): string =>
  inTarget('Aid', (target) => target.replace(/<target[^>]*>/, '<target state="needs-l10n">'))(xml)

/** What happens to hand-backs. */
export const handbacks = {
  'archive-empty': archived(zipSync({'notes.txt': Buffer.from('x')})),
  'archive-unreadable': archived(Buffer.from('PK\u0003\u0004 broken')),
  'archive-too-large': archived(enormous()),
  'not-xliff': returned(() => '<html><body>Saved</body></html>'),
  'handback-other-document': returned((xml) =>
    xml
      .replace(/original="[^"]*"/, 'original="b.md"')
      .replaceAll(/(<trans-unit id=")/g, '$1x')
      .replaceAll(/<source>[^<]*/g, '<source>Else')
  ),
  'handback-document-gone': returned((xml) => `${xml}\n`, {
    meanwhile: [(folder) => folder.remove(SOURCE)],
    ...nothing('a document that was given up needs no translation')
  }),
  'handback-other-language': returned((xml) => xml.replace('target-language="fr"', 'target-language="de"')),
  'handback-unknown-unit': returned((xml) =>
    inUnit('Aid', (unit) => unit.replace('Aid came from the town.', 'Snow lay deep upon hills.'))(xml)
  ),
  'handback-missing-units': returned(inUnit('Aid', () => '')),
  'handback-stale-source': returned((xml) => `${xml}\n`, {
    meanwhile: [(folder) => folder.edit(SOURCE, 'Aid came', 'Much aid came')],
    ...nothing('the next hand-off shows both')
  }),
  'handback-superseded': returned((xml) => `${xml}\n`, {
    meanwhile: [
      (folder) => folder.write('first.xlf', filled(folder.read('out/en-fr/a.xlf'))),
      'import first.xlf',
      (folder) => folder.write('second.xlf', folder.read('first.xlf').replace('La ville', 'Oslo')),
      'import second.xlf'
    ],
    ...nothing('the newer translation stays')
  }),
  'handback-unreadable': {
    files: {[SOURCE]: RELEASE, 'inbox/oslo.docx': 'PK\u0003\u0004[Content_Types].xml'},
    command: 'sync',
    solved: (folder) => folder.remove('inbox/oslo.docx')
  },
  'inbox-waiting': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', translated()],
    command: 'status',
    solved: AS_ADVISED
  },
  'outbox-worked': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync', (folder) => folder.write(HANDOFF, filled(folder.read(HANDOFF)))],
    command: 'status',
    solved: AS_ADVISED
  },
  'text-kept': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.edit(SOURCE, 'Aid came', 'Much aid came'), 'sync'],
    command: 'restore',
    solved: AS_ADVISED
  },
  'text-removed': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.edit(SOURCE, 'Aid came from the town.\n\n', ''), 'sync'],
    command: 'restore',
    ...nothing('it comes back with its sentence')
  },
  'handback-disputed': disputed('translated'),
  'handback-outranked': disputed('final'),
  'handback-marked': returned(marked, {steps: PUBLISHED, ...nothing('check names it until it is approved')}),
  'handback-unmarked': returned((xml) => xml.replace('state="needs-l10n"', 'state="translated"'), {
    steps: [
      ...PUBLISHED,
      'export --to one',
      (folder) => folder.write('one.xlf', marked(folder.read('one/en-fr/a.xlf'))),
      'import one.xlf'
    ],
    fill: (xml) => xml,
    ...nothing('that is what the translator meant')
  }),
  'handback-comment': returned(
    inUnit('Aid', (unit) => unit.replace('</target>', '</target><note from="Ann">Which aid?</note>')),
    nothing('the comment is kept, and answered by people')
  ),
  'memory-unreadable': remembered((folder) => folder.write(MEMORY, '<tmx><body><tu></body></tmx>')),
  'memory-left': remembered((folder) => folder.edit(MEMORY, '</body>', `${ENTRY}</body>`)),
  'unit-unreadable': returned(inUnit('Aid', (unit) => unit.replace('</target>', '</tar'))),
  'source-missing': returned((xml) => xml.replace(/<source>Nobody[^]*?<\/source>/, '')),
  'source-emptied': returned((xml) => xml.replace(/<source>Aid[^]*?<\/source>/, '<source/>'), PUT_RIGHT),
  'unit-duplicate': returned(inUnit('Aid', (unit) => unit + unit)),
  'target-partial': returned(asSegmented(' ', '')),
  'state-without-target': returned(inTarget('Aid', () => '<target state="signed-off"></target>')),
  'target-copies-source': returned((xml) =>
    xml
      .replace('<target>La rivière', '<target state="translated">La rivière')
      .replace('<target>La ville a envoyé des secours.', '<target state="new">Aid came from the town.')
  ),
  'markup-unknown': returned(inTarget('Aid', (target) => target.replace('La ville', '<b>La ville</b>'))),
  'copy-taken': returned((xml) => `${xml}\n`, {
    files: {[SOURCE]: `${RELEASE}\nOslo\n`},
    ...nothing('a name is the same in both languages')
  }),
  'target-unconfirmed': returned(
    inUnit('Aid', (unit) =>
      unit.replace(
        '</trans-unit>',
        '<sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs></trans-unit>'
      )
    )
  ),
  'handback-untranslated': returned((xml) => `${xml}\n`, {
    fill: (xml) => xml,
    solved: (folder) => folder.write('back.xlf', filled(folder.read('out/en-fr/a.xlf')))
  }),
  'handback-repeats-earlier': returned(
    inTarget('Aid came', () => '<target state="needs-translation">La ville a envoyé des secours.</target>'),
    {
      steps: [...PUBLISHED, (folder) => folder.edit(SOURCE, 'from the town', 'from the harbour')],
      fill: (xml) =>
        xml.replace(
          /(<source>Aid came[^]*?<\/source>\s*)<target[^>]*\/>/,
          '$1<target state="translated">Le port a envoyé des secours.</target>'
        )
    }
  ),
  'code-without-id': returned(inTarget('It rose', (target) => target.replace('>Elle', '><x/>Elle'))),
  'code-restored': returned(
    inTarget('Use', (target) => target.replace(/<x ([^>]*)\/>/, '&lt;x $1/&gt;')),
    PUT_RIGHT
  ),
  'white-space-undone': returned(
    (xml) =>
      xml
        .replace(/(<(?:source|target)[^>]*>)([^]*?)(<\/(?:source|target)>)/g, '$1\n      $2\n    $3')
        .replaceAll(' xml:space="preserve"', ''),
    UNDONE
  ),
  'deletion-dropped': returned(
    inTarget('Aid', (target) => target.replace('>La', '><mrk mtype="x-sdl-deleted">Ma</mrk>La')),
    UNDONE
  ),
  'sub-ignored': returned(
    (xml) => xml.replaceAll(/<x id="1"[^>]*>/g, '<ph id="1">npm i<sub>A tool</sub></ph>'),
    nothing('the text is no part of the sentence')
  ),
  'order-ignored': returned(
    inUnit('It rose', (unit) => unit.replaceAll('<target>', '<target order="3">')),
    {format: 'xliff-2.0'}
  ),
  'head-mended': returned((xml) => `\n${xml}`, PUT_RIGHT),
  'unit-mended': returned((xml) => xml.replace(/(<target[^>]*>[^<]*<\w+ id=)"([^"]*)"/, '$1“$2”'), PUT_RIGHT),
  'target-emptied': returned(inTarget('Aid', () => '<target>&lt;EMPTY&gt;</target>')),
  'target-cleared': returned(
    inTarget('Aid', () => '<target></target>'),
    {steps: PUBLISHED, ...nothing('a translation that is here stays')}
  ),
  'edge-space-trimmed': returned(
    inTarget('Aid', (target) => target.replace('>La', '> La')),
    UNDONE
  ),
  'target-decoded': returned(
    inTarget('Aid', (target) => target.replace('des secours', 'des&amp;nbsp;secours')),
    PUT_RIGHT
  ),
  'unseen-removed': returned(
    inTarget('Aid', (target) => target.replace('des secours', 'des\u200B secours')),
    PUT_RIGHT
  ),
  'quotes-removed': returned(
    inTarget('Aid', () => '<target>"La ville a envoyé des secours."</target>'),
    PUT_RIGHT
  ),
  'source-removed': returned(
    inTarget('Aid', (target) => target.replace('</target>', ' Aid came from the town.</target>')),
    PUT_RIGHT
  ),
  'line-break-replaced': returned(
    inTarget('Aid', (target) => target.replace('des secours', 'des\nsecours')),
    PUT_RIGHT
  ),
  'code-put-back': returned(
    inTarget('Call', (target) => target.replace(/ <x [^>]*>/, '')),
    PUT_RIGHT
  ),
  'tool-format': returned(
    (xml) => xml.replace('<xliff ', '<xliff xmlns:m="http://www.memsource.com/mxlf/2.0" '),
    nothing('its texts were taken')
  ),
  'segment-duplicate': returned((xml) => xml.replace('<segment id="s2"', '<segment id="s1"'), {
    format: 'xliff-2.0'
  }),
  'segments-divided': returned((xml) =>
    xml.replace(
      /(<source>It rose .*?)<\/source>(\s*<target>.*?)<\/target>[^]*?<source>(Nobody was hurt\.)<\/source>\s*<target>(.*?)<\/target>/,
      '$1 $3</source>$2 $4</target>'
    )
  ),
  'segments-joined': returned(
    (xml) =>
      xml.replace(
        /(<segment id="s1"[^>]*>\s*<source>)Aid came from the town\.<\/source>\s*<target>La ville a envoyé des secours\.<\/target>/,
        '$1Aid came</source><target>La ville a envoyé</target></segment><ignorable><source> </source></ignorable><segment id="x2"><source>from the town.</source><target>des secours.</target>'
      ),
    {format: 'xliff-2.0', ...UNDONE}
  ),
  'namespace-assumed': returned((xml) => xml.replace(/ xmlns="[^"]*"/, ''), PUT_RIGHT),
  'gap-restored': returned(asSegmented('', 'des secours.'), UNDONE),
  'codes-renumbered': returned((xml) => xml.replace(/(<[gx] id=")1"/g, '$1pt1x"'), PUT_RIGHT),
  'target-keeps-old-end': returned(withOldEnd, {steps: PUBLISHED}),
  'handback-language-assumed': returned(
    (xml) => xml.replace('target-language="fr"', 'target-language="FR_ca"'),
    nothing('it is the same language')
  ),
  'handback-found-by-text': returned((xml) => {
    let number = 0
    return xml.replace(/<trans-unit id="[^"]*"/g, () => `<trans-unit id="job:${++number}"`)
  }, PUT_RIGHT)
} satisfies Rows<Families['handbacks']>
