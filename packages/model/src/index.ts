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
export {FRESHNESSES, freshnessOf, freshnessOfUnit} from './unit.ts'
export {isReviewed, isState, later, leastOf, rankOf, type State} from './states.ts'
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
} from './diagnostic.ts'
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
export {isDoubtKind, textIdOf, withDoubts, withoutDoubts} from './doubts.ts'
export {type Cut, cut, join} from './cut.ts'
export {fingerprint, identify, normalize, wordsOf} from './identity.ts'
export {cosmeticVariants, isCosmetic} from './cosmetic.ts'
export {type Carried, type CosmeticChange, type Origin, carry, countFreshness} from './carry.ts'
export {union} from './carry-pairs.ts'
export {type Comments, commented, createComments, excerptOfComment} from './comments.ts'
export {dress, mayBeLeftOut, recode} from './codes.ts'
export {orderOf} from './order.ts'
export {recut, type SplitTarget} from './recut.ts'
export {type Match, pairInOrder} from './sequence.ts'
export {matchesOf, slowExpression} from './guarded.ts'
export {withinLimit} from './limit.ts'
export {createLikest, type Likest} from './likest.ts'
export {dice, features, similarity} from './similarity.ts'
export {type FindingIdentity, identitiesOf} from './findings.ts'
export {aboutOf, isAtLeast, isDiagnosticId, isUnseen} from './questions.ts'
