export type { Answer, Confidence, Item, RuleReference, Step, Values } from './answer.ts'
export { bundledPackages } from './bundled.ts'
export * from './case/index.ts'
export { type Catalogue, catalogueOf } from './catalogue.ts'
export { type ChangeCode, type Changes, changesBetween } from './changes.ts'
export { type ClaimCode, type ClaimEvidence, type ClaimRows, claimOf } from './claim.ts'
export * from './combination/index.ts'
export { type ComparisonRow, compareCandidates } from './comparison.ts'
export type { CpdCode, CpdEntry } from './cpd.ts'
export { type Currency, type CurrencyCode, type CurrencyFacts, type CurrencyValue, currencyOf } from './currency.ts'
export { sumOf } from './decimal.ts'
export {
  type CapReached,
  capsReached,
  type DecidedShare,
  type Deciding,
  type DecisionCode,
  heldBy,
  type RecognitionDecision,
  recordDecision,
} from './decision.ts'
export { type Frameworks, frameworks, frameworksOf } from './frameworks.ts'
export { furtherFrameworks, type RefusedPackage } from './further.ts'
export {
  GAP_STATES,
  type GapCode,
  type GapRow,
  type GapState,
  type GapWorld,
  gapOf,
  type SkillEvidence,
  type WeighedEvidence,
  weighEvidence,
} from './gap.ts'
export * from './journey.ts'
export { findRole, findTarget, type TargetChoice, targetChoices } from './known-targets.ts'
export { type InLanguage, levelCaveatIn, techniquesIn } from './labels.ts'
export { layered } from './layers.ts'
export {
  type Credit,
  type CreditCode,
  type CreditEntry,
  type Ledger,
  ledgerOf,
  type TransferDecision,
  totalOf,
} from './ledger.ts'
export {
  compareLevels,
  explainLevel,
  LEVEL_FRAMEWORKS,
  type LevelCode,
  type LevelFramework,
  type LevelReference,
  type LevelRelation,
  levelsByUri,
  levelUri,
  readLevel,
} from './levels.ts'
export { type FundedModule, type LleCode, lleBalance, lleModule, type OwnFunding } from './lle.ts'
export * from './model.ts'
export { LEVELS_IN, levelIn } from './nations.ts'
export {
  type HiddenBecause,
  type NextStep,
  type NextStepCode,
  type NextSteps,
  type NextStepsQuestion,
  nextSteps,
  type Reason,
} from './next-steps.ts'
export { loadPackage } from './package.ts'
export { RECOGNITION_TYPES, type RecognitionType } from './primitives.ts'
export { type Assessment, type Goal, type Progress, type ProgressCode, progressOf } from './progress.ts'
export {
  compareQualifications,
  explainQualification,
  type QualificationCode,
  type QualificationRelation,
} from './qualification-types.ts'
export {
  type Booking,
  type Readiness,
  type ReadinessCode,
  type ReadinessValue,
  readinessFor,
} from './readiness.ts'
export { type RecognisedCertificate, recogniseCertificate } from './recognise.ts'
export {
  type Certificate,
  certificateUnits,
  type Proposal,
  type ProposalCode,
  proposeRecognition,
  type RecognitionQuestion,
  type Way,
} from './recognition.ts'
export { type Reference, referencesOf } from './references.ts'
export { pathwaysThrough, type RelationCode, relationsBetween, relationsOf, successorsOf } from './relations.ts'
export { type Learned, type ReturningCode, type ReturningRow, returnToLearning } from './returning.ts'
export {
  evidenceOf,
  readinessCheck,
  type StatementAnswer,
  type StatementCode,
  selfAssess,
  type TechniqueResult,
} from './self-assessment.ts'
export { skillClasses, skillClassesOf } from './skill-classes.ts'
export { prerequisitesOf, type Statement, standardOf, statementsOf, techniquesOf } from './statements.ts'
export {
  goalTarget,
  qualificationTarget,
  type Requirement,
  roleTarget,
  type ScaleLevel,
  standardTarget,
  type Target,
} from './target.ts'
export * from './vacancy.ts'
