import type {Rule} from './rules.ts'
import {type LanguageWords, rulesOfWords, starterOf} from './language.ts'
import {GAP, NUMBER, OPENERS, SPACE, WORD_START, breakBetween, keep, list, words} from './patterns.ts'

const pronouns = list(`
    I He She It They We You His Her Hers Its Their Our My Your This That These Those There Here What Who
    How Why Where When Which Whether Nobody Everyone Someone Something Nothing Anyone Everything
  `)

const linkers = list(`
    The And But Or Nor Yet If While After Before Although Though Because Since Until Unless However Then
    Also Thus Therefore Moreover Meanwhile Nevertheless Otherwise Instead Perhaps Today Yesterday Now
    Soon Once Despite During Among Is Are Was Were Did Does Do Has Have Had Can Could Should Would
    Please
  `)

const others = list(`
    A An In On At For To As With Without From By Of Not No Yes So Some Many Most All Both Each Every Few
    More Much Several Such Other Others Another Any Neither Either None About Above Across Against Along
    Around Behind Below Between Beyond Under Over Through Throughout Upon Within Nearly Almost Only Even
    Just Still Again Later Earlier First Second Third Finally Additionally According Following One Two
    Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety Hundreds Thousands Millions Mr Mrs Ms Dr Let See Admission Tickets Registration Thanks
    Never Always Recently Currently Together Founded Based Established
  `)

const provinces = list(`
    Ala Alta Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Man Mass Md Mich Minn Miss Mo Mont
    Neb Nev Okla Ont Ore Pa Que Sask Tenn Tex Va Vt Wash Wis Wyo
  `)

const abbreviations: LanguageWords = {
  titles: list(`
    Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revd Rt._Hon Hon Gov Govs Lt Lieut Sen Sens
    Rep Reps Gen Col Capt Cpt Sgt Maj Cmdr Cdr Comdr Adm Brig Cpl Pvt Pte Supt Insp Pres Amb Atty Asst
    Assoc Ven Msgr Mgr Fr Ste Sts Mt Mts Ft Pt Ald Coun Sec Treas Dist Det Const
  `),
  always: list(`
    e.g i.e viz cf vs approx esp incl excl ca attn resp ibid op._cit loc._cit N.B
  `),
  beforeNumber: list(`
    b d no nos n° art arts sec secs sect fig figs vol vols p pp ch chap chaps par para paras reg regs cl
    sched s ss subs subsec ext tel rm apt bldg app add ref refs n nn l ll f ff ex exh pt bk bks eq eqs
    tab c v r bill est pop min max ver ed div box ste mod lot unit fl
  `),
  beforeRoman: list(`
    vol vols ch chap bk pt art no fig app sched tab sec div
  `),
  dates: list(`
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  `),
  unlessStarter: list(`
    Jr Sr Inc Ltd Co co Cos Corp Bros INC LTD CORP Mfg LLC L.L.C LLP Plc plc Pty GmbH Cie Assn Intl Natl Univ Inst
    Dept dept Div Govt govt Comm Cttee Ph.D M.Sc B.Sc LL.B LL.M D.Phil Ed.D P.Eng Esq St Ave ave Blvd Rd
    Hwy Sq Pkwy Terr Cres Pl Ct Ln et_al al v ed eds trans rev est pop op cit PS Bart Wm Geo Chas
    Jas Thos Jos Edw Robt Benj Alex c
  `),
  beforeLowerCase: list(`
    etc a.m p.m sq cu ft in mi yd yds lb lbs oz kg km cm mm hr hrs min mins secs mph gal qt pt bn mn tn m
    max temp misc avg abbr abbrev adj adv alt anon appt assoc asst attn bldg biol cert chem cont contd
    def deg dev diam diff doz elec elev equiv exec fem freq gen hist intro lang lat lit long masc math
    mfr mgmt mgr natl obs orig pers phys pl poss pref prep pron prof prov pseud pub publ qty recd rel
    ret sci sing spec std suppl syn tech tbsp tsp usu var wt yr yrs mo mos wk wks jan edu dist est sgd
    asap
  `),
  starters: [...pronouns, ...linkers, ...others],
  startersAfterInitial: [...pronouns, ...linkers],
  elided: [],
  exclaiming: ['Yahoo!', 'Jeopardy!', 'Oklahoma!', 'Mamma Mia!', 'Jumbo!', 'Panic!']
}

/** Nouns that a single capital tells apart: plan B, vitamin C. */
const lettered = list(`
    plan Plan type Type class Class group Group grade Grade vitamin Vitamin hepatitis Hepatitis category Category
    appendix Appendix annex Annex schedule Schedule exhibit Exhibit phase Phase option Option influenza section Section
  `)

const zones = list(`
    EST EDT ET CST CDT CT MST MDT MT PST PDT PT AST ADT NST NDT GMT UTC BST CET CEST
  `)
const regions = ['Eastern', 'Central', 'Mountain', 'Pacific', 'Atlantic', 'Newfoundland', 'Greenwich']
const days = ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].flatMap((day) => [day, `${day}day`])
const months = list(`
    Jan Feb March Apr May June July Aug Sept Oct Nov Dec January February April August September October
    November December
  `)

const HALF_DAY = `(?:[AaPp]\\.?${SPACE}?[Mm])\\.`
const CLOCK = `\\p{N}{1,2}(?:[:.]\\p{N}{2})?${SPACE}?`
const starter = starterOf(abbreviations.starters, [])

/** Isn’t, don’t, won’t: as often as not the beginning of a question. */
const negated = `(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Ca|Could|Should|Would|Wo)n['’]t`

/** English, of all countries. */
export const rules: ReadonlyArray<Rule> = [
  // A sentence that begins with the time goes on: `At 5 a.m. Mr. Smith left.`
  keep(
    `(?:^|[.!?…]["'”’]?${SPACE})(?:At|By|Around|About|Before|After|Until|Since)${SPACE}${CLOCK}${HALF_DAY}`,
    `${GAP}\\p{Lu}`
  ),
  keep(`\\p{N}${SPACE}?[AaPp]\\.`, `${SPACE}[Mm]\\.`),
  breakBetween(`${WORD_START}${HALF_DAY}`, `${GAP}${OPENERS}${starter}`),
  keep(
    `(?<![A-Za-z.])${HALF_DAY}`,
    `${GAP}(?:${words([...zones, ...regions, ...days, ...months])}(?![\\p{L}])|local|\\()`
  ),
  breakBetween(`${words(lettered)}${SPACE}\\p{Lu}\\.`, `${GAP}${OPENERS}\\p{Lu}\\p{Ll}`),
  ...rulesOfWords(abbreviations),
  keep(`${WORD_START}(?:No|Nos|no|nos)\\.`, `${GAP}${NUMBER}`),
  // Provinces and states after their town, and the dash of a dateline.
  keep(`,${SPACE}(?:${words(provinces)}|(?:\\p{Lu}\\.){1,3}\\p{Lu})\\.`, `${GAP}[–—-]`),
  breakBetween(`,${SPACE}${words(provinces)}\\.`, `${GAP}${OPENERS}${starter}`),
  keep(`,${SPACE}${words(provinces)}\\.`, `${GAP}\\p{L}`),
  // A missing space hides no sentence, where a word follows that begins one.
  breakBetween(
    `(?<![A-Za-z0-9\\u00C0-\\u024F./:@_-])\\p{Lu}?[\\p{Ll}’']{2,30}[.!?]{1,4}`,
    `(?:${starter}|${negated})`
  ),
  breakBetween(
    `(?<![A-Za-z0-9\\u00C0-\\u024F./:@_-])[\\p{Ll}’']{2,30}[!?]{1,4}`,
    `\\p{Ll}{2,30}(?:[’']\\p{Ll}{1,2})?(?:${SPACE}|$)`
  ),
  // Feet and inches, pounds and ounces; words without a vowel are abbreviations.
  keep(`\\p{N}${SPACE}?(?:ft|lbs?|hrs?|min|yd|st)\\.`, `${GAP}\\p{N}`),
  keep(`${WORD_START}(?:[IVXLC]{1,6}|${words(provinces)})\\.`, `${GAP}\\p{Ll}`),
  // A name with its own mark in mid-sentence: the magazine Stop! is out.
  keep(`\\p{Ll}${SPACE}\\p{Lu}\\p{Ll}{1,20}[!?]`, `${GAP}\\p{Ll}`),
  keep(`${WORD_START}[b-df-hj-np-tv-xz]{2,6}\\.`, `${GAP}\\p{Ll}`),
  // English abbreviations are known above; so a full stop before a lower-case letter ends a careless sentence.
  breakBetween(`(?:\\p{L}{2}|[\\p{N}%)])[.!?]`, `${GAP}\\p{Ll}{1,30}(?:[\\p{Ll},'’\\s-]|$)`),
  breakBetween(`\\p{L}${SPACE}?[!?]{1,6}`, `${GAP}\\p{Ll}{1,30}(?:[\\p{Ll},'’\\s-]|$)`),
  // A face made of punctuation belongs to what it comments, and ends it.
  keep('[.!?]', `${GAP}[:;]-?[)(DP]`),
  breakBetween(`${SPACE}[:;]-?[)(DP]`, `${GAP}${OPENERS}\\p{Lu}`)
]
