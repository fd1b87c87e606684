import type {Rule} from './rules.ts'
import {GAP, NAME, NUMBER, OPENERS, PART_START, SPACE, WORD_END, WORD_START} from './patterns.ts'
import {numberEnds} from './language.ts'
import {breakBetween, keep, list, words, wordsOrCapitalized} from './patterns.ts'
import {suppressions} from './suppressions.ts'

/** What is known of a language beyond what CLDR says. */
interface OtherWords {
  /** Never at the end of a sentence. */
  readonly always?: string
  /** Before a name. */
  readonly titles?: string
  /** Before a number. */
  readonly beforeNumber?: string
  /** Eras after a year, which end a sentence where a capital follows. */
  readonly eras?: string
}

const others: Readonly<Record<string, OtherWords>> = {
  de: {
    always: `
      bzw ca z._B z.B d._h d.h u._a u.a i._d._R i.d.R o._g o._ä evtl ggf inkl exkl vgl sog bspw geb gest zzgl abzgl
      Mio Mrd Tsd Nr Nrn Dr Prof Hr Hrn Fr Frl St Ing Dipl Abt Abb Tel
    `,
    beforeNumber: 'S Abs Art Bd Kap Ziff Anm Anh Aufl Jg Hrsg Str um',
    eras: 'v._Chr n._Chr v.Chr n.Chr v._u._Z n._u._Z'
  },
  es: {
    always:
      'Sr Sra Srta Sres Sras Dr Dra Dres Lic Gral Cnel Tte Cap Mons Pbro Arq Prof Profa D Dña Ud Uds p._ej aprox ca EE',
    titles: 'sr sra srta dr dra Ing ing St Ste Sta Sto Bros Av Avda Cía Hno Hnos Gob Pdte Pdta Fr Rev',
    beforeNumber:
      'n f no nos núm núms nro art arts párr párrs pág págs p pp vol vols cap caps fig figs tel ext km lun mar mié jue vie sáb dom ene feb abr may jun jul ago sept sep set oct nov dic Cra Cl Tel hab',
    eras: 'a._C d._C a.C d.C a._de_C d._de_C a._e._c e._c'
  },
  it: {
    always:
      'ad_es es dott dott.ssa prof prof.ssa sig sig.ra sig.na avv ing geom rag arch mons on sen gen col cap psicol ca',
    titles: 'St S SS Dott Avv Prof Sig Ing',
    beforeNumber:
      'art artt att n nn v vv p pp pag pagg cap capp fig figg vol voll tab tel sez all par cfr comma',
    eras: 'a.C d.C a._C d._C'
  },
  pt: {
    always: 'Sr Sra Srs Dr Dra Prof Profa Eng Exmo Exma p._ex aprox',
    titles: 'St Av R Sto Sta Gen Cel',
    beforeNumber: 'n nº art arts pág págs p pp vol cap fig tel km',
    eras: 'a.C d.C a._C d._C'
  },
  ru: {
    always: `
      т._е т.е т._к т.к т._н т.н им ул просп пер пл наб проф акад доц г-н г-жа тов гос см ср напр св обл
    `,
    titles: 'г гг гр о оз р с д пос дер св',
    beforeNumber: 'род ум ок стр с рис табл гл ст п пп т тт д кв корп тел прим вып млн млрд тыс',
    eras: 'н._э н.э'
  },
  uk: {
    always: 'т._е т._зв ім вул просп проф акад див напр св',
    titles: 'м с р о',
    beforeNumber: 'нар пом бл стор с рис табл гл ст п т тел',
    eras: 'н._е н.е'
  },
  nl: {
    always: 'bijv bv ca d.w.z dhr mevr mw drs ir mr prof dr ing o.a m.b.t t.a.v vgl resp incl excl nl zgn',
    beforeNumber: 'nr nrs art blz p pp fig tab hfdst jg vol'
  },
  da: {
    always: 'f.eks bl.a ca dvs evt inkl ekskl hhv jf jfr mht pga vedr kl hr fr frk prof dr',
    beforeNumber: 'nr s kap fig bd stk art'
  },
  nb: {
    always: 'f.eks bl.a ca dvs evt inkl ekskl hhv jf mht pga vedr kl hr fr prof dr',
    beforeNumber: 'nr s kap fig bd art'
  },
  sv: {
    always: 't.ex bl.a ca dvs ev inkl exkl resp jfr m.a.o p.g.a kl prof dr s.k',
    beforeNumber: 'nr s kap fig bd art'
  },
  pl: {
    always: 'np tzn tj tzw m.in ok ul al pl im św prof dr hab inż mgr ks płk gen por kpt godz wg dot tel',
    beforeNumber: 'nr s str art ust pkt rys tab t r rozdz'
  },
  cs: {
    always: 'např tzv tj tzn resp popř ing mgr dr prof doc sv ul nám mj cca',
    beforeNumber: 'č čís s str odst čl obr tab'
  },
  sk: {
    always: 'napr tzv tj t._j resp príp ing mgr dr prof doc sv ul nám cca',
    beforeNumber: 'č s str ods čl obr tab'
  },
  hi: {always: 'डॉ प्रो श्री श्रीमती सं'},
  mr: {always: 'डॉ प्रो श्री सौ'}
}

/** Months, nouns and the like follow an ordinal in languages that write it with a full stop; articles do not. */
const ordinals: Readonly<Record<string, {readonly starters: string}>> = {
  de: {
    starters: `
      Der Die Das Den Dem Des Ein Eine Einen Einem Er Sie Es Wir Ihr Ich Im In Am An Auf Mit Bei Von Vom Zu Zum Zur Für
      Unser Unsere Sein Seine Ihre Dies Dieser Diese Dieses Aber Und Oder Doch Danach Dann Dabei Auch Als Wenn Während
      Nach Vor Seit Aus Über Unter Insgesamt Hier Dort Heute Man
    `
  }
}

/** The year goes on after a fronted date, and `г.` after a number ends as easily as not. */
const years: ReadonlyArray<Rule> = [
  keep(`(?:^|[.!?…]${SPACE})[ВКСУЗ]${SPACE}[\\p{N}–-]{4,9}${SPACE}?(?:гг?|рр?)\\.`, SPACE)
]

/** Languages whose rules are made of CLDR's suppressions and the words above. */
export const otherLanguages: ReadonlyArray<{readonly name: string; readonly rules: ReadonlyArray<Rule>}> = [
  ...Object.keys({...suppressions, ...others}).map((name) => ({
    name,
    rules: [
      ...erasOf(name),
      ...ordinalsOf(name),
      ...suppressionsOf(suppressions[name] ?? []),
      ...wordsOf(others[name] ?? {}),
      ...(name === 'ru' || name === 'uk' ? years : [])
    ]
  })),
  // The Armenian full stop looks like a colon, and is typed as one.
  {name: 'hy', rules: [breakBetween('[:։]', SPACE)]},
  // What was said goes on to who said it: 「行く。」と言った。
  {
    name: 'ja',
    rules: [
      keep(
        '[。！？]{1,5}[」』]{1,2}',
        '(?:を|って|と[言話答述語叫問聞書思呼]|と(?:い[うっわえ]|の|か|して|する))'
      )
    ]
  }
]

/** Titles and references that many languages have borrowed. */
export const international: ReadonlyArray<Rule> = [
  keep(`${WORD_START}(?:Mr|Mrs|Ms|Dr|Prof|St|Mt)\\.`, `${GAP}${NAME}`),
  ...beforeNumbers(list('p pp no nr art fig vol cap tel ca'))
]

function erasOf(name: string): Rule[] {
  const eras = list(others[name]?.eras ?? '')
  if (eras.length === 0) return []
  return [...insides(eras), breakBetween(`${PART_START}${words(eras)}\\.`, `${GAP}${OPENERS}\\p{Lu}\\p{Ll}`)]
}

function ordinalsOf(name: string): Rule[] {
  const starters = ordinals[name]?.starters
  if (!starters) return []
  return [
    breakBetween(`\\p{N}\\.`, `${GAP}${OPENERS}${words(list(starters))}${WORD_END}`),
    keep(`${WORD_START}\\p{N}{1,2}\\.`, `${GAP}\\p{Lu}\\p{Ll}`)
  ]
}

function suppressionsOf(suppressed: ReadonlyArray<string>): Rule[] {
  if (suppressed.length === 0) return []
  return [...insides(suppressed), keep(`${PART_START}${words(suppressed)}\\.`, SPACE)]
}

/** No break inside an abbreviation that holds spaces. */
function insides(abbreviations: ReadonlyArray<string>): Rule[] {
  return abbreviations.flatMap((word) => {
    const parts = word.split(/(?<=\.) /)
    return parts
      .slice(1)
      .map((part, index) =>
        keep(
          `${PART_START}${words([parts.slice(0, index + 1).join(' ')])}`,
          `${SPACE}${words([part])}${WORD_END}`
        )
      )
  })
}

function wordsOf({always, titles, beforeNumber}: OtherWords): Rule[] {
  return [
    ...(always
      ? [...insides(list(always)), keep(`${WORD_START}${wordsOrCapitalized(list(always))}\\.`, SPACE)]
      : []),
    ...(titles ? [keep(`(?<!\\p{N}${SPACE}?)${WORD_START}${words(list(titles))}\\.`, `${GAP}${NAME}`)] : []),
    ...(beforeNumber ? beforeNumbers(list(beforeNumber)) : [])
  ]
}

function beforeNumbers(abbreviations: ReadonlyArray<string>): Rule[] {
  return [
    numberEnds(abbreviations),
    keep(`${WORD_START}${wordsOrCapitalized(abbreviations)}\\.`, `${GAP}${NUMBER}`)
  ]
}
