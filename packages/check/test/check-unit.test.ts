import {type Candidate, type DoubtKind, DOUBTS} from '@passerelle/model'
import {describe, expect, it} from 'vitest'
import {type CheckContext, checkLevels, checkUnit} from '../src/index.ts'
import {context, found, pair, read, unit} from './units.ts'

describe('checkUnit', () => {
  it('says what, how grave, where and of which unit', () => {
    expect(checkUnit(unit(pair('Read <1>this</1>.', 'Lisez ceci.')), context)).toEqual([
      {
        id: 'code-lost',
        level: 'error',
        path: 'locales/a.md',
        line: 3,
        column: 5,
        unit: 'u1',
        segment: 's1',
        locale: 'fr',
        args: {code: '<1>', kind: 'bold', text: 'Read this.'}
      }
    ])
  })

  it('has no place for a unit that stands nowhere', () => {
    const [diagnostic] = checkUnit({...unit(pair('One')), id: 'u2'}, context)
    expect(diagnostic).not.toHaveProperty('line')
  })

  it('finds nothing in a good translation', () => {
    expect(
      found('Read <1>this</1>: it costs $3.50!', 'Lisez <1>ceci</1>\u00A0: cela coûte 3,50 $\u202F!')
    ).toEqual([])
  })

  it.each(Object.keys(checkLevels))('gives %s the level that the project gives it', (id) => {
    const bad = {
      ...unit(pair('A <1>b</1> «c» 12 d <2/> “e”, it is 5 o’clock.', '«d» 13  mots <3/> “e</1> <1> ;')),
      maxLength: 3
    }
    const all = [
      bad,
      unit(pair('Word', ' ')),
      unit({...pair('Word'), target: ['Mot <b>']}),
      unit(pair('Word?', 'Mot')),
      unit(pair('Word')),
      unit({...pair('Word'), candidates: [{kind: 'previous', source: ['Wort'], target: ['Mot']}]}),
      unit(pair('these are four words', 'these are four words')),
      unit(pair('it is here', 'oui, it is here')),
      unit(pair('It is.', 'Un deux trois.'), pair('It was.', 'Un deux trois.')),
      unit(pair('a <1/> b', 'a<1/> b')),
      unit(pair('<1>a</1>', '<1>a</1><1>b</1>')),
      unit(pair('<1>a</1>', '</1>a<1>')),
      unit(pair('<1>a</1>', 'a<1></1>')),
      unit({...pair('Word', 'Mot'), subState: 'pas:needs-review-translation'}),
      unit({...pair('Word', 'Mot'), comments: [{text: 'Sure?'}]}),
      unit({
        ...pair('Word', 'Mot'),
        candidates: [{kind: 'disputed', source: ['Word'], target: ['Parole']}],
        doubts: (Object.keys(DOUBTS) as DoubtKind[]).map((kind) => ({kind}))
      })
    ]
    const levels = (options: Record<string, 'error' | 'info' | 'warning' | 'off'>): unknown[] =>
      all
        .flatMap((it) => checkUnit(it, {...context, options}))
        .filter((diagnostic) => diagnostic.id === id)
        .map(({level}) => level)
    const usual = levels({})
    expect(new Set(usual)).toEqual(new Set([checkLevels[id as keyof typeof checkLevels]]))
    expect(levels({[id]: 'info'})).toEqual(usual.map(() => 'info'))
    expect(levels({[id]: 'off'})).toEqual([])
  })
})

describe('freshness', () => {
  const previous: Candidate = {kind: 'previous', source: ['Old words.'], target: ['Vieux mots.']}

  it('is missing once for a unit, at its first such sentence, with their number', () => {
    const [one, two, three] = ['Same.', 'One.', 'Two <1>and</1>.'].map((text, index) => ({
      ...pair(text, index === 0 ? 'Même.' : undefined),
      id: `s${index + 1}`
    }))
    const placeOf: CheckContext['placeOf'] = (_, sentence) => ({line: 3, column: sentence === 's2' ? 11 : 1})
    expect(checkUnit(unit(one!, two!, three!), {...context, placeOf})).toMatchObject([
      {id: 'translation-missing', segment: 's2', column: 11, args: {text: 'One.', count: 2}}
    ])
  })

  it('names the place of a translation that is wrong', () => {
    const target = {path: 'locales/fr/a.md', line: 4, column: 2}
    const placeOf: CheckContext['placeOf'] = () => ({line: 3, column: 1, target})
    expect(checkUnit(unit(pair('10', '11')), {...context, placeOf})).toMatchObject([
      {id: 'number-differs', target}
    ])
  })

  it('is changed where a sentence changed, and says from what', () => {
    const changed = {...pair('New words.'), candidates: [previous]}
    const diagnostics = checkUnit(unit(pair('Same.', 'Même.'), pair('More.'), changed), context)
    expect(diagnostics).toMatchObject([
      {id: 'translation-changed', args: {text: 'New words.', previous: 'Old words.', count: 2}}
    ])
  })

  it('is missing where only another sentence is translated', () => {
    const diagnostics = checkUnit(unit(pair('Same.', 'Même.'), pair('More.')), context)
    expect(diagnostics).toMatchObject([{id: 'translation-missing', args: {text: 'More.'}}])
  })

  it('is valid where a translation came, whatever it took the place of', () => {
    expect(checkUnit(unit({...pair('New.', 'Neuf.'), candidates: [previous]}), context)).toEqual([])
  })
})

describe('length', () => {
  const limited = (target: string, maxLength: number): string[] =>
    checkUnit({...unit(pair('x', target)), maxLength}, context).map(({id}) => id)

  it('counts characters as people see them, without codes', () => {
    expect(limited('e\u0301te\u0301 👩‍👩‍👧', 6)).toEqual([])
    expect(limited('étés 👩‍👩‍👧', 5)).toEqual(['length-exceeded'])
    const long = {...unit(pair('<1>a</1>', '<1>abcd</1>')), maxLength: 4}
    expect(checkUnit(long, context)).toEqual([])
  })

  it('counts all sentences and what is between them', () => {
    const two = unit(pair('a.', 'Abc.'), pair('b.', 'Def.'))
    expect(checkUnit({...two, maxLength: 9}, context)).toEqual([])
    expect(checkUnit({...two, maxLength: 8}, context)).toMatchObject([
      {id: 'length-exceeded', args: {length: 9, max: 8}}
    ])
  })
})

describe('a translation that two sentences have', () => {
  it('is named at the second, where the sentences differ', () => {
    const two = unit(pair('Aid came.', 'Nul n’est blessé.'), pair('Nobody was hurt.', 'Nul n’est blessé.'))
    expect(checkUnit(two, context)).toMatchObject([{id: 'target-repeated', args: {other: 'Aid came.'}}])
    const same = unit(pair('Nobody hurt.', 'Nul n’est blessé.'), pair('Nobody hurt!', 'Nul n’est blessé.'))
    expect(checkUnit(same, context)).toEqual([])
  })
})

describe('targets', () => {
  it.each([
    ['Word', '', ['target-empty']],
    ['Word <1/>', ' <1/> ', ['target-empty']],
    ['<1/>', '<1/>', []],
    ['Press the red button now', 'Press the red button now', ['target-is-source']],
    ['Maria Santos.', 'Maria Santos.', []],
    ['Aid came at once.', 'Les secours (Aid came at once) sont là.', ['source-in-target']],
    ['The <1>river</1> rose.', 'Le <1>fleuve</1> monte. The river rose.', ['source-in-target']],
    ['Press kit', 'Le Press kit', []],
    ['Maria Santos Geneva', 'Mme Maria Santos Geneva', []],
    ['Dr. Maria Santos, Geneva', 'Dr. Maria Santos, Geneva', []],
    ['Contact', 'Contact', []],
    ['Press kit', 'Press kit', []]
  ])('%j → %j', (source, target, expected) => {
    expect(found(source, target)).toEqual(expected)
  })
})

describe('a sentence that the translation of another says, too', () => {
  const merged = unit(
    pair('They met 700 people.', 'Ils ont vu 700 personnes en 24 jours.'),
    pair('It took 24 days.', '')
  )

  it('is no error, and has its figures in the other', () => {
    expect(checkUnit(merged, context)).toEqual([])
  })

  it('still has to be said somewhere', () => {
    const lost = unit(pair('They met 700 people.', 'Ils ont vu 700 personnes.'), pair('It took 24 days.', ''))
    expect(checkUnit(lost, context)).toMatchObject([{id: 'number-differs', args: {expected: '24'}}])
    expect(checkUnit(unit(pair('One.', ''), pair('Two.', '')), context).map(({id}) => id)).toEqual([
      'target-empty',
      'target-empty'
    ])
  })
})

describe('tags', () => {
  it.each([
    ['Bridges', '<b>Ponts</b>', ['tag-in-text']],
    ['See the map', 'Voir <g5>la carte', ['tag-in-text']],
    ['Bridges', '**Ponts**', ['tag-in-text']],
    ['Type it', 'Tapez `cela`', ['tag-in-text']],
    ['See the map', 'Voir [la carte](/carte)', ['tag-in-text']],
    ['A cafe', 'Un caf\uFFFD', ['tag-in-text']],
    ['Bridges', '# Ponts', ['tag-in-text']],
    ['Bridges', '> Ponts', ['tag-in-text']],
    ['Bridges', '- Ponts', ['tag-in-text']],
    ['Bridges', '<!-- voir -->Ponts', ['tag-in-text']],
    ['A - b', '- A, b', []],
    ['Hurt', 'Bless\u0089', ['tag-in-text']],
    ['Hurt people', 'Des bless?s', ['tag-in-text']],
    ['2 * 3 * 4, a_b_c', '2 * 3 * 4, a_b_c et l’as *', []],
    ['Type `it`', 'Tapez `it`', []],
    ['Run `do COMMAND`', 'Lancez `do COMMANDE`', []],
    ['Run `do COMMAND`', 'Lancez **do COMMANDE**', ['tag-in-text']],
    ['Put <b> before it', 'Mettez <b> devant', []],
    ['5 is less', '5 < 6 et a<b', []]
  ])('%j → %j', (source, target, expected) => {
    const diagnostics = checkUnit(unit({...pair('-'), source: [source], target: [target]}), context)
    expect(diagnostics.map(({id}) => id)).toEqual(expected)
  })
})

describe('quotes', () => {
  it.each([
    ['He said “no”.', 'Il a dit «\u00A0non\u00A0».', []],
    ['He said “no”.', 'Il a dit «\u00A0non.', ['quotes-unbalanced']],
    ['He said "no".', 'Il a dit "non.', ['quotes-unbalanced']],
    ['“A paragraph that is not closed.', '«\u00A0Un alinéa qui n’est pas fermé.', []],
    ['A 5" pipe', 'Un tuyau de 5"', []],
    ['He said “no”.', 'Er sagte „nein“.', []]
  ])('%j → %j', (source, target, expected) => {
    expect(found(source, target)).toEqual(expected)
  })

  it('may open in one sentence and close in another', () => {
    const spanning = unit(pair('“One.', '«\u00A0Un.'), pair('Two.”', 'Deux.\u00A0»'))
    expect(checkUnit(spanning, context)).toEqual([])
  })
})

describe('punctuation', () => {
  it.each([
    ['It is.', 'C’est', ['punctuation-end']],
    ['Is it?', 'C’est.', ['punctuation-end']],
    ['These:', 'Celles-ci.', ['punctuation-end']],
    ['It is!', 'C’est.', []],
    ['He said “no.”', 'Il a dit «\u00A0non\u00A0».', []],
    ['It <1>is.</1>', 'C’<1>est</1>.', []],
    ['At 2 p.m.', 'À 14 h', []],
    ['Pens, etc.', 'Des stylos, etc', []],
    ['Item.', 'Élément\u202F;', []],
    ['Title', 'Titre.', []],
    ['Wait…', 'Attendez...', []]
  ])('%j → %j', (source, target, expected) => {
    expect(found(source, target)).toEqual(expected)
  })

  it.each([
    ['It is.', '是。', []],
    ['Is it?', '是吗？', []],
    ['Is it?', '是吗', ['punctuation-end']]
  ])('%j → %j in another script', (source, target, expected) => {
    expect(found(source, target, {targetLocale: 'zh'})).toEqual(expected)
  })
})

describe('white space', () => {
  it.each([
    ['a b', 'c  d', ['whitespace-double']],
    ['the <1>river</1> rose', 'la<1>rivière</1> monte', ['space-lost']],
    ['the <1>river</1> rose', 'la <1>rivière</1>monte', ['space-lost']],
    ['run <1/> now', 'tapez<1/> vite', ['space-lost']],
    ['run <1/> now', 'tapez <1/>vite', ['space-lost']],
    ['the <1>river</1>side', 'le <1>fleuve</1>s', []],
    ['the <1>water</1>', 'l’<1>eau</1>', []],
    ['<1>a</1> b', 'b, <1>a</1>', []],
    ['a b', 'c \u00A0d', ['whitespace-double']],
    ['a  b', 'c  d', []],
    ['a <1/> b', 'c <1/> d', []],
    ['a <1>b</1> c', 'd <1> e</1> f', ['whitespace-double']],
    ['a<br/>b', 'c <br/> d', []]
  ])('%j → %j', (source, target, expected) => {
    expect(found(source, target)).toEqual(expected)
  })
})

it('reads the notation of these tests', () => {
  expect(read('a <1>b</1><2/>').map((part) => (typeof part === 'string' ? part : part.type))).toEqual([
    'a ',
    'open',
    'b',
    'close',
    'standalone'
  ])
})

describe('a translation that was refused', () => {
  const refused: Candidate = {kind: 'rejected', source: read('Read <1/> now.'), target: ['Lisez ceci.']}
  const doubts = [{kind: 'refused', detail: 'code-lost'}] as const
  const open = {...pair('Read <1/> now.'), candidates: [refused], doubts}

  it('is told with its reason: the tag that it lost', () => {
    const ids = checkUnit(unit(open), context).map(({id}) => id)
    expect(ids).toEqual(['translation-missing', 'unsettled-refused', 'code-lost'])
  })

  it('says nothing of the tags of another that is in its place', () => {
    const ids = checkUnit(unit({...open, target: read('Lisez <1/>.')}), context).map(({id}) => id)
    expect(ids).not.toContain('code-lost')
  })
})
