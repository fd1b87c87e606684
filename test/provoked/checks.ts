import type {Families} from '@passerelle/model'
import {checkUnit} from '../../packages/check/src/index.ts'
import {
  asSegmented,
  filled,
  inTarget,
  inUnit,
  PUBLISHED,
  RECORD,
  RELEASE,
  returned,
  SOURCE,
  translated,
  withOldEnd
} from './release.ts'
import {AS_ADVISED, type Deed, type Provoked, type Rows, type Solution} from './row.ts'

/** A sentence whose translation says something else; `better` is what it should say. */
function said(source: string, target: string, better: string): Provoked {
  return {
    files: {[SOURCE]: `${source}\n`},
    steps: ['sync', translated({[source]: target}), 'sync', 'export --to out'],
    command: 'check',
    solved: [
      (folder) => {
        const handoff = folder.read('out/en-fr/a.xlf')
        folder.write('inbox/b.xlf', handoff.replace(/<target[^]*<\/target>/, `<target>${better}</target>`))
      },
      'sync'
    ]
  }
}

const link = (target: string): string => target.replace(/<g [^>]*>(.*)<\/g>/, '$1')

/** What a hand-back brings and `check` names from then on, until a better one is taken. */
function checked({steps = [], ...row}: Provoked, solved: Solution): Provoked {
  return {...row, steps: [...steps, 'import back.xlf'], command: 'check', solved}
}

/** What checks find in translations. */
/** The one sentence of a document, with its code, translated in a file that lies in the inbox. */
function inRun(target: string): Deed {
  return (folder) => {
    const filled = `<source>Run $1 now.</source><target>${target}</target>`
    const pattern = /<source>Run (<x[^>]*>) now\.<\/source>\s*<target[^]*?(?:\/>(?=\s*<context)|<\/target>)/
    folder.write('inbox/run.xlf', folder.read('out/en-fr/a.xlf').replace(pattern, filled))
  }
}

export const checks = {
  'translation-missing': {
    files: {[SOURCE]: RELEASE},
    steps: ['sync'],
    command: 'check',
    solved: [translated(), 'sync']
  },
  'translation-changed': {
    files: {[SOURCE]: RELEASE},
    steps: [...PUBLISHED, (folder) => folder.edit(SOURCE, 'Aid came', 'Much aid came')],
    command: 'check',
    solved: AS_ADVISED
  },
  'code-lost': returned(inTarget('It rose', link)),
  'code-invented': returned(
    inTarget('Aid', (target) =>
      target.replace('>La ville<', '><g id="9">La ville</g><').replace('>La ville', '><x id="9"/>La ville')
    )
  ),
  'code-repeated': returned(inTarget('Use', (target) => target.replace(/<x [^>]*>/, '$&$&'))),
  'code-empty': returned(
    inTarget('It rose', (target) => target.replace(/>trois mètres<\/g>/, '></g>trois mètres'))
  ),
  'code-order': returned(
    inTarget('It rose', (target) =>
      target.replace(/<g [^>]*>/, '<it id="1" pos="close"/>').replace(/<\/g>/, '<it id="1" pos="open"/>')
    )
  ),
  'target-empty': {
    files: {[SOURCE]: RELEASE},
    steps: [
      ...PUBLISHED,
      (folder) => folder.edit(RECORD, '<target>La ville a envoyé des secours.</target>', '<target></target>')
    ],
    command: 'check',
    solved: [
      'export --to out',
      (folder) => folder.write('inbox/b.xlf', filled(folder.read('out/en-fr/a.xlf'))),
      'sync'
    ]
  },
  'length-exceeded': {
    command: () =>
      checkUnit(
        {
          id: 'u1',
          kind: 'value',
          trail: [],
          maxLength: 4,
          pairs: [
            {id: 's1', source: ['Open'], target: ['Ouvrir'], state: 'translated', candidates: [], gap: ''}
          ]
        },
        {path: 'a.json', placeOf: () => undefined, sourceLocale: 'en', targetLocale: 'fr', options: {}}
      ),
    solved: {nothing: 'no format of ours has lengths; who uses the library gives them'}
  },
  'unsettled-disputed': {
    files: {[SOURCE]: RELEASE},
    steps: [
      'export --to out',
      (folder) => {
        const whole = filled(folder.read('out/en-fr/a.xlf'))
        folder.write('inbox/a.xlf', whole)
        folder.write('inbox/b.xlf', whole.replace('La ville a', 'Oslo a'))
      },
      'sync'
    ],
    command: 'check',
    solved: AS_ADVISED
  },
  'unsettled-refused': checked(
    returned(
      inTarget('It rose', (target) => link(target).replace('Elle', 'La rivière')),
      {steps: PUBLISHED}
    ),
    AS_ADVISED
  ),
  'unsettled-partial': checked(returned(asSegmented(' ', ''), {steps: PUBLISHED}), AS_ADVISED),
  'unsettled-old-end': checked(returned(withOldEnd, {steps: PUBLISHED}), AS_ADVISED),
  'unsettled-repaired': checked(
    returned(inTarget('Aid', (target) => target.replace('</target>', ' Aid came from the town.</target>'))),
    AS_ADVISED
  ),
  'unsettled-cosmetic': {
    files: {[SOURCE]: "It's open.\n"},
    steps: [
      'sync',
      translated({"It's open.": 'C’est ouvert.'}),
      'sync',
      (folder) => folder.write(SOURCE, 'It’s open.\n')
    ],
    command: 'check',
    solved: AS_ADVISED
  },
  'unsettled-reused': {
    files: {[SOURCE]: 'Aid came from the town.\n'},
    steps: [
      'sync',
      translated({'Aid came from the town.': 'L’aide est venue de la ville.'}),
      'sync',
      (folder) => folder.write('locales/en/b.md', 'Aid came from the town.\n')
    ],
    command: 'check',
    solved: AS_ADVISED
  },
  'review-wanted': checked(
    returned(inUnit('Aid', (unit) => unit.replace('<target>', '<target state="needs-review-translation">'))),
    [
      'export --to out',
      (folder) => {
        const handoff = folder.read('out/en-fr/a.xlf')
        folder.write('back.xlf', handoff.replace('state="needs-review-translation"', 'state="signed-off"'))
      },
      'import back.xlf'
    ]
  ),
  'tag-in-text': said('Aid came.', 'Des &lt;b>secours.', 'Des secours.'),
  'number-differs': said('It cost 30 euros.', 'Prix : 40 euros.', 'Prix : 30 euros.'),
  spacing: said('Who came?', 'Qui est venu ?', 'Qui est venu\u202F?'),
  'quotes-unbalanced': said('He said “yes”.', 'Il a dit «\u00A0oui.', 'Il a dit «\u00A0oui\u00A0».'),
  'punctuation-end': said('Who came?', 'Qui est venu.', 'Qui est venu\u202F?'),
  'translator-comment': checked(
    returned(
      inUnit('Aid', (unit) => unit.replace('</target>', '</target><note from="Ann">Which aid?</note>'))
    ),
    {nothing: 'a comment is kept for who reads the record'}
  ),
  'target-is-source': {
    ...said('Aid came from the town at once.', '', 'Les secours sont venus.'),
    steps: [
      'sync',
      'export --to out',
      // A translator says that it is done.
      (folder) => {
        const copy = '<target state="translated">Aid came from the town at once.</target>'
        folder.write('inbox/a.xlf', folder.read('out/en-fr/a.xlf').replace(/<target[^>]*\/>/, copy))
      },
      'sync',
      'export --to out'
    ]
  },
  'source-in-target': said(
    'Aid came at once.',
    'Les secours (Aid came at once) sont venus.',
    'Les secours sont venus.'
  ),
  'target-repeated': {
    files: {[SOURCE]: 'Aid came at once. Nobody was hurt.\n'},
    steps: [
      'sync',
      translated({'Aid came at once.': 'Nul n’a été blessé.', 'Nobody was hurt.': 'Nul n’a été blessé.'}),
      'sync',
      'export --to out'
    ],
    command: 'check',
    solved: [
      (folder) => {
        const handoff = folder.read('out/en-fr/a.xlf')
        const better = '<target>Les secours sont venus.</target>'
        folder.write('inbox/b.xlf', handoff.replace(/<target[^>]*>[^<]*<\/target>/, better))
      },
      'sync'
    ]
  },
  'space-lost': {
    files: {[SOURCE]: 'Run `setup` now.\n'},
    steps: ['sync', 'export --to out', inRun('Lancez$1vite.'), 'sync', 'export --to out'],
    command: 'check',
    solved: [inRun('Lancez $1 vite.'), 'sync']
  },
  'whitespace-double': said('Aid came.', 'Les  secours.', 'Les secours.')
} satisfies Rows<Families['checks']>
