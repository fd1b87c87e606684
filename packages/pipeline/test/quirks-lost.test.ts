import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {exportHandoffs, importHandbacks, merge, openProject} from '../src/index.ts'
import {
  AID,
  CALL,
  builtWith,
  type Change,
  FRENCH,
  handbackIn,
  HURT,
  inTargetOf,
  inUnit,
  newProject,
  recordIn,
  ROSE,
  shown,
  USE
} from './quirk-project.ts'

/** What leaves some segments without a translation: their sources, what is said, and at which level. */
type Loss = readonly [
  what: string,
  change: Change,
  lost: ReadonlyArray<string>,
  told: ReadonlyArray<readonly [id: string, level: string]>,
  kept?: string
]
const LOSSES: ReadonlyArray<Loss> = [
  [
    '6. a unit cannot be read',
    inUnit('Aid', (unit) => unit.replace('</target>', '</tar')),
    [AID],
    [
      ['unit-unreadable', 'error'],
      ['xliff-not-well-formed', 'error']
    ]
  ],
  ['9. a target is empty', inTargetOf('Aid', () => '<target/>'), [AID], []],
  ['9. there is no target', inTargetOf('Aid', () => ''), [AID], []],
  ['9. a target is white space', inTargetOf('Aid', () => '<target>\n  </target>'), [AID], []],
  [
    '16. a segment has lost its source',
    (xml) => xml.replace(/<source>Nobody[^]*?<\/source>/, ''),
    [HURT],
    [['source-missing', 'error']]
  ],
  ['17. a unit is missing', inUnit('Aid', () => ''), [AID], [['handback-missing-units', 'warning']]],
  [
    '22. a code is lost',
    inTargetOf('It rose', (target) => target.replace(/<(pc|g) [^>]*>(.*)<\/\1>/, '$2')),
    [ROSE],
    [['code-lost', 'error']],
    'Elle a monté de trois mètres.'
  ],
  [
    '22. codes are crossed',
    inTargetOf('It rose', (target) =>
      target
        .replace(/<(pc|g) [^>]*>/, '<it id="1" pos="close"/>')
        .replace(/<\/(pc|g)>/, '<it id="1" pos="open"/>')
    ),
    [ROSE],
    [['code-order', 'error']],
    'Elle a monté de </1>trois mètres<1>.'
  ],
  [
    '22. a code is there twice',
    inTargetOf('Call', (target) => target.replace(/<(?:x|ph) [^>]*>/, '$&, $&')),
    [CALL],
    [['code-repeated', 'error']],
    'Appelez <1/>, <1/>'
  ],
  [
    '23. codes have no ids, and may be each other',
    inTargetOf('Use', (target) =>
      target.replace(/ id="[^"]*"/g, '').replace(/ (?:ctype|type|subType)="[^"]*"/g, '')
    ),
    [USE],
    [['code-without-id', 'error']],
    'Tapez </> <>vite</> ou appelez-</>nous.'
  ],
  [
    '26. markup is typed',
    inTargetOf('Aid', () => '<target>Les <b>secours</b> sont venus.</target>'),
    [AID],
    [['markup-unknown', 'error']],
    'Les secours sont venus.'
  ]
]

describe.each(['1.2', '2.0'])('a hand-back in XLIFF %s is taken in but for what it lacks', (version) => {
  let handback = ''
  beforeAll(async () => {
    handback = await handbackIn(version)
  })

  it.for<Loss>(LOSSES)('where %s', async ([what, change, lost, told, kept]) => {
    const root = newProject(`lost-${version}-${what}`)
    const changed = change(handback)
    expect(changed).not.toBe(handback)
    writeFileSync(join(root, 'back.xlf'), changed)
    const {diagnostics, counts} = await importHandbacks(await openProject(root), ['back.xlf'])
    const pairs = recordIn(root).units.flatMap((unit) => unit.pairs)
    const expected = [...FRENCH].map(([source, target]) => [
      source,
      lost.includes(source) ? undefined : target
    ])
    expect(pairs.map(({source, target}) => [shown(source), shown(target)])).toEqual(expected)
    expect(counts.imported).toBe(FRENCH.size - lost.length)
    expect(diagnostics.map(({id, level}) => [id, level]).sort(([a], [b]) => (a! < b! ? -1 : 1))).toEqual(told)
    const aside = pairs.flatMap(({candidates}) => candidates.map(({kind, target}) => [kind, shown(target)]))
    expect(aside).toEqual(kept === undefined ? [] : [['rejected', kept]])
    await merge(await openProject(root))
    expect(readFileSync(join(root, 'locales/fr/a.md'), 'utf8')).toBe(
      builtWith((source) => !lost.includes(source))
    )
  })
})
/** What a tool does to a release that is translated already; what is in its French document then, and what is said. */
type Again = readonly [
  what: string,
  change: Change,
  told?: ReadonlyArray<readonly [id: string, level: string]>,
  french?: readonly [before: string, after: string]
]

/** Aid has another target, and in 2.0 another state. */
function withTarget(target: string, state: string): Change {
  return inUnit('Aid', (unit) =>
    unit
      .replace(/<target[^]*<\/target>/, target)
      .replace(/<segment id="s1"[^>]*>/, `<segment id="s1" state="${state}">`)
  )
}

const AGAIN: ReadonlyArray<Again> = [
  ['9. a target is empty', withTarget('<target/>', 'initial'), [['target-cleared', 'info']]],
  ['9. there is no target', withTarget('', 'initial')],
  [
    '10. an empty target is signed off',
    withTarget('<target state="signed-off"></target>', 'final'),
    [['state-without-target', 'warning']]
  ],
  [
    '27. old text stays behind new',
    inTargetOf('It rose', (target) =>
      target.replace(/>Elle a monté de </, '>La rivière a gagné trois mètres.<')
    ),
    [['target-keeps-old-end', 'warning']],
    ['Elle a monté de [', 'La rivière a gagné trois mètres.[']
  ],
  [
    '27. the beginning is said better',
    inTargetOf('It rose', (target) =>
      target.replace(/>Elle a monté de </, '>La rivière s’est élevée en tout de <')
    ),
    [],
    ['Elle a monté de [', 'La rivière s’est élevée en tout de [']
  ],
  ...['\u00A0', '\u202F', ' '].map((space): Again => [
    `28. the space before a mark is U+${space.charCodeAt(0).toString(16)}`,
    inTargetOf('Aid', (target) => target.replace('venus.', `venus${space}!`)),
    [],
    ['sont venus.', `sont venus${space}!`]
  ])
]

const AGAIN_12: ReadonlyArray<Again> = [
  [
    '11. the target of what is not for translation is gone',
    inUnit('Aid', (unit) =>
      unit
        .replace('xml:space', 'translate="no" approved="yes" xml:space')
        .replace(/<target[^]*<\/target>/, '')
    )
  ],
  [
    '12. an alternative is there instead of the target',
    inTargetOf('Aid', () => '<alt-trans><source>Aid came</source><target>Autre</target></alt-trans>')
  ]
]

describe.each([
  ['1.2', [...AGAIN, ...AGAIN_12]],
  ['2.0', AGAIN]
] as const)('of what is translated, a hand-back in XLIFF %s undoes nothing', (version, cases) => {
  let handback = ''
  beforeAll(async () => {
    handback = await handbackIn(version)
  })

  it.for<Again>(cases)('where %s', async ([what, change, told = [], french = ['', '']]) => {
    const root = newProject(`again-${version}-${what}`)
    writeFileSync(join(root, 'back.xlf'), handback)
    await importHandbacks(await openProject(root), ['back.xlf'])
    await exportHandoffs(await openProject(root), {to: 'out', format: `xliff-${version}`})
    const handoff = readFileSync(join(root, 'out/en-fr/a.xlf'), 'utf8')
    const changed = change(handoff)
    expect(changed).not.toBe(handoff)
    writeFileSync(join(root, 'back.xlf'), changed)
    const {diagnostics} = await importHandbacks(await openProject(root), ['back.xlf'])
    expect(diagnostics.map(({id, level}) => [id, level])).toEqual(told)
    await merge(await openProject(root))
    const document = readFileSync(join(root, 'locales/fr/a.md'), 'utf8')
    expect(document).toBe(builtWith(() => true).replace(...french))
  })
})
