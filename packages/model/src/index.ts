export {addresses} from './address.ts'
export {type CodeKind, type Content, type InlineCode} from './content.ts'
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
} from './content.ts'
export {type Block, type BlockKind, type Container, type Document, type Part, type Place} from './document.ts'
export {partsOf, placesOf} from './document.ts'
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
} from './unit.ts'
export {FRESHNESSES, freshnessOf, freshnessOfUnit, isTyped} from './unit.ts'
export {isReviewed, isState, furtherState, leastOf, rankOf, type State} from './states.ts'
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
export {type Doubt, type DoubtId, type DoubtKind, DOUBTS} from './doubts.ts'
export {isDoubtKind} from './doubts.ts'
export {textIdOf, withDoubts, withoutDoubts} from './pair-doubts.ts'
export {type Cut, cut, join} from './cut.ts'
export {fingerprint, identify, normalize, wordsOf} from './identity.ts'
export {cosmeticVariants, isCosmetic} from './carry/cosmetic.ts'
export {type Carried, type CosmeticChange, type Origin, carry, countFreshness} from './carry/carry.ts'
export {union} from './carry/carry-pairs.ts'
export {type Comments, commented, createComments, excerptOfComment} from './comments.ts'
export {withCodesOf, mayBeLeftOut, recode} from './codes.ts'
export {orderOf} from './order.ts'
export {recut, type SplitTarget} from './carry/recut.ts'
export {type Match, pairInOrder} from './carry/sequence.ts'
export {matchesOf, slowExpression} from './guarded.ts'
export {withinLimit} from './limit.ts'
export {createSimilarityIndex, type SimilarityIndex} from './carry/most-similar.ts'
export {dice, features, similarity} from './carry/similarity.ts'
export {type FindingIdentity, identitiesOf} from './diagnostics/findings.ts'
export {aboutOf, isAtLeast, isDiagnosticId, isUnseen} from './diagnostics/questions.ts'
