import type {Rule} from './rules.ts'
import {type LanguageWords, rulesOfWords, starterOf} from './language.ts'
import {GAP, NAME, OPENERS, SPACE, WORD_START, breakBetween, keep, list, words} from './patterns.ts'

const strong = list(`
    Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces Cela Ceci Son Sa Ses Leur Leurs Notre Nos
    Votre Vos Mon Ma Mes Et Mais Or Donc Car Ainsi Toutefois Cependant Pourtant Néanmoins Enfin Ensuite
    Puis Alors Aussi Par Pour En Dans Avec Sans Sur Sous Selon Si Quand Lorsque Comme Après Avant Depuis
    Pendant Durant Malgré Parmi Entre Vers Chez Contre Grâce Outre Dès Qui Que Quoi Où Comment Pourquoi
    Combien Quel Quelle Quels Quelles À A Au Aux Un Une Tout Toute Tous Toutes Plusieurs Certains
    Certaines Chaque Aucun Aucune Voici Voilà Oui Non Ici Là Hier Demain Actuellement Désormais Parce
    Puisque Afin Ne Y Bien Plus Moins Très Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Cent Mille
    Autre Autres Fondée Fondé Profitez Merci Tel Telle Récemment Finalement Actuellement Notamment Également Dernièrement Heureusement Malheureusement Parallèlement Auparavant Jamais Toujours Pas Personne Rien Chacun Chacune
  `)

/** Articles and prepositions that also begin surnames: Le Goff, De Palma. */
const particles = ['Le', 'La', 'Les', 'De', 'Du', 'Des']

const abbreviations: LanguageWords = {
  titles: list(`
    M MM Mr Mrs Ms Mme Mmes Mlle Mlles Me Mes Dr Drs Dre Dres Pr Prs Pre Prof Mgr Mgrs NN._SS S.E S.M
    S.S S.A.R S.A.S Hon hon ém Pt Pte St Ste Sts Stes Gén gén Lt lt Cap cap Capt capt Col col Cdt cdt Cne Adj adj
    Sgt sgt Cpl Maj Amb Rév rév Fr Sr Vve Vte Cte Ctesse Mis Mise Bon Abbé P R.P Ch Ph Th Chr Cl Jh Jos
    Gme Alph Ant Aug Éd Et Eug Ferd Guill Hipp Jq Nic Ol Vinc Ach
  `),
  always: list(`
    c.-à-d p._ex par_ex cf vs env approx apr N.D.L.R N.D.T N.D.A N._B N.B P.-S c-à-d i.e e.g litt nb
    resp notamt
  `),
  beforeNumber: list(`
    no nos n° n civ crim cass nᵒ art arts al fig figs vol p pp ch chap par paragr sect sec tabl tab ann réf R.R.Q
    L.R.C L.R.Q L.C L.Q c t f fo ff l v vers éq ex pl rés règl reg app apt bur local loc tél téléc fax
    poste bât esc ét lot liv dép doc div éd h suppl ref max min chif ép D L R
  `),
  beforeRoman: list(`
    t vol chap ch liv art ann sect tit fig pl tabl fasc part
  `),
  dates: list(`
    janv jan févr fév mars avr juin juill juil août sept oct nov déc lun mar mer jeu ven vend sam dim
  `),
  unlessStarter: list(`
    inc Inc ltée Ltée Cie cie Ltd ltd Corp Co Bros enr Enr S.A.R.L Sté Éts Ets Assoc J.-C al coll
    Coll bd Bd boul Boul av Av ave ch pl Pl rte éd Éd éds trad Trad dir Dir vol fg Fg imp sq qu v Ass
    Min Univ Inst Dép dép Serv Jr jr M.Sc B.Sc Ph.D LL.B LL.M LL.L ing arch av._J.-C ex Ex not préf Préf
    ill tél Tél téléc Téléc sec gén dépt hab
  `),
  beforeLowerCase: list(`
    etc
    min max h a.m p.m éd rev corr augm suiv pass prec qqn qqch
  `),
  starters: [...strong, ...particles],
  startersAfterInitial: strong.filter((word) => !['A', 'Y', 'Bien', 'Tout', 'Bon', 'Six'].includes(word)),
  elided: list(`
    L D J C S N M T Qu Lorsqu Puisqu Jusqu Aujourd Quoiqu
  `),
  exclaiming: ['Yahoo!', 'Jeopardy!', 'Yahoo !', 'Mamma Mia !']
}

/** Countries and provinces with a hyphen. */
const places = list('É.-U E.-U R.-U P.-B C.-B N.-B N.-É N.-E T.-N T.-N.-L I.-P.-É Î.-P.-É T.N.-O P.-D.G')

/** Nouns that a single capital tells apart: plan B, vitamine C. */
const lettered = list(`
    plan vitamine vitamines hépatite groupe classe type catégorie annexe section volet option point zone
    série modèle niveau lettre grippe note porte quai hall ligne
  `)

const starter = starterOf(abbreviations.starters, abbreviations.elided)

/** French, of all countries. */
export const rules: ReadonlyArray<Rule> = [
  breakBetween(`(?:${words(lettered)}${SPACE}|°${SPACE}?)\\p{Lu}\\.`, `${GAP}${OPENERS}${starter}`),
  // A street after its number: 12, av. Des Pins.
  keep(`\\p{N},?${SPACE}(?:av|ave|bd|boul|ch|pl|rte|imp|fg|qu|sq)\\.`, SPACE),
  // Countries and provinces end sentences, other hyphenated initials belong to a name: J.-Y. Le Drian.
  breakBetween(`${WORD_START}${words(places)}\\.`, `${GAP}${OPENERS}${starter}`),
  keep(
    `${WORD_START}\\p{Lu}\\p{Ll}?\\.?-\\p{Lu}[hlr]?\\.`,
    `${GAP}(?:${words(particles)}${SPACE}|[DL]['’])\\p{Lu}`
  ),
  // An article after an initial begins a surname where a capital follows, `J. Le Goff`, else a sentence.
  breakBetween(
    `[\\p{L}\\p{N}°]${SPACE}\\p{Lu}\\.`,
    `${GAP}${OPENERS}${words(particles)}${SPACE}(?!la |l['’])\\p{Ll}`
  ),
  ...rulesOfWords(abbreviations),
  // Hyphenated initials, also of two letters: J.-P. Roy, M.-Cl. Hébert, N.-D. de Grâce.
  keep(`${WORD_START}\\p{Lu}\\p{Ll}?\\.?-\\p{Lu}[hlr]?\\.`, `${GAP}\\p{L}`),
  // Codes of law articles: L. 121-3, R. 12.
  keep(`${WORD_START}[ADLR]\\.`, `${GAP}\\p{N}`),
  // A label before its colon: « Tél. : ».
  keep(`${WORD_START}\\p{L}{1,8}\\.`, `${SPACE}{0,3}:`),
  // Forms of address in the middle: S.E. M. l'ambassadeur.
  keep(`${WORD_START}(?:M|MM)\\.`, `${GAP}(?:le|la|les|l['’]|de|du|des|d['’]|et|${NAME})`)
]
