export {addresses} from './unit/address.ts'
export {type CodeKind, type Content, type InlineCode} from './unit/content.ts'
export {
  codesOf,
  excerptOf,
  longExcerptOf,
  isBalanced,
  isTranslatable,
  sameContent,
  signature,
  textOf,
  tidy
} from './unit/content.ts'
export {
  type Block,
  type BlockKind,
  type Container,
  type Document,
  type Part,
  type Place
} from './unit/document.ts'
export {partsOf, placesOf} from './unit/document.ts'
export {
  type Bitext,
  type Candidate,
  type CandidateKind,
  type MetaEntry,
  type MetaGroup,
  type Comment,
  type Freshness,
  type Pair,
  type PrintedBlock,
  type PrintedPage,
  type PrintedSegment,
  type Unit
} from './unit/unit.ts'
export {FRESHNESSES, freshnessOf, freshnessOfUnit, isTyped} from './unit/unit.ts'
export {isReviewed, isState, furtherState, leastOf, rankOf, type State} from './unit/states.ts'
export {
  type About,
  type ArgsThen,
  type Diagnostic,
  diagnostic,
  type FilePlace,
  type Finding,
  type Level,
  LEVELS,
  placed,
  type Problem
} from './diagnostics/diagnostic.ts'
export {
  type DiagnosticArgs,
  type Families,
  type DiagnosticId,
  type DiagnosticRow,
  DIAGNOSTICS,
  USAGE_PROBLEMS,
  type UsageArgs,
  type UsageId
} from './diagnostics/table.ts'
export {type Doubt, type DoubtId, type DoubtKind, DOUBTS} from './unit/doubts.ts'
export {isDoubtKind} from './unit/doubts.ts'
export {textIdOf, withDoubts, withoutDoubts} from './unit/pair-doubts.ts'
export {type Cut, cut, join} from './unit/cut.ts'
export {fingerprint, identify, normalize, wordsOf} from './unit/identity.ts'
export {cosmeticVariants, isCosmetic} from './carry/cosmetic.ts'
export {type Carried, type CosmeticChange, type Origin, carry, countFreshness} from './carry/carry.ts'
export {union} from './carry/carry-pairs.ts'
export {type Comments, commented, createComments, excerptOfComment} from './unit/comments.ts'
export {withCodesOf, mayBeLeftOut, recode} from './unit/codes.ts'
export {orderOf} from './unit/order.ts'
export {recut, type SplitTarget} from './carry/recut.ts'
export {type Match, pairInOrder} from './carry/sequence.ts'
export {matchesOf, slowExpression} from './unit/guarded.ts'
export {withinLimit} from './unit/limit.ts'
export {createSimilarityIndex, type SimilarityIndex} from './carry/most-similar.ts'
export {dice, features, similarity} from './carry/similarity.ts'
export {type FindingIdentity, identitiesOf} from './diagnostics/findings.ts'
export {aboutOf, isAtLeast, isDiagnosticId, isUnseen} from './diagnostics/questions.ts'
