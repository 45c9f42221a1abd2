export { ACCEPTED } from './accepted.ts'
export { bakeImage, type ImageType, imageTypeOf, readBakedImage } from './bake/image.ts'
export { bakePng, unbakePng } from './bake/png.ts'
export { bakeSvg, unbakeSvg } from './bake/svg.ts'
export { resultsOfMark } from './checks/endorsement-results.ts'
export type { RecordContents } from './clr/describe.ts'
export { MAX_PARTS } from './clr/parts.ts'
export {
  ASSOCIATION_TYPES,
  type Association,
  type AssociationType,
  credentialsIn,
  isLearnerRecord,
  learnerRecord,
  openedPart,
} from './clr/record.ts'
export { type DegreeTies, degreeTiesIn } from './clr/supplements.ts'
export { contentDigest } from './content-digest.ts'
export { formatDateTime, parseDateEnd, parseDateTime } from './dates.ts'
export { derive, isHoldersCopy } from './derive.ts'
export { didKeyOf, issuerDidDocument, type ListedKey } from './did/issuer-document.ts'
export { loadDidDocument, METHODS_WITHOUT_FETCH, resolveDid } from './did/resolve.ts'
export { didWebUrl } from './did/web.ts'
export { hasStatedDigests } from './digests.ts'
export {
  COVERAGE_DEGREES,
  type CoverageDegree,
  ENDORSEMENT_KINDS,
  ENDORSEMENT_OUTCOMES,
  type EndorsementFacts,
  type EndorsementKind,
  type EndorsementOutcome,
  isOfScheme,
} from './endorsement-facts.ts'
export { examine } from './examine.ts'
export { keysToPin, logToPin } from './keys-to-pin.ts'
export { isConsistent, isIncluded, type TreeHead } from './log/check-proofs.ts'
export { openCheckpoint, parseCheckpoint, signCheckpoint } from './log/checkpoint.ts'
export { commitmentOf } from './log/commitment.ts'
export { isLogEvidenceName, logEvidenceName, originOf, parseLogEvidence, writeLogEvidence } from './log/evidence.ts'
export { expectToGrow, fetchConsistency } from './log/growth.ts'
export { findInLog } from './log/look-up.ts'
export { consistencyPath, inclusionPath, type ReadNode, treeRoot } from './log/make-proofs.ts'
export { issueLogService, issueLogsOf } from './log/service.ts'
export { EMPTY_TREE, grow, leafHash, rootOf } from './log/tree.ts'
export { type LogKey, type Witnessed, witnessed } from './log/witnessed.ts'
export { type EndorsedPart, type GivenMark, givenMarks, isGiven, type Mark, type MarkState } from './mark.ts'
export { kindsOf, type PartKind, pointersOfKinds } from './part-kinds.ts'
export { presentationOf, verifyPresentation } from './presentation.ts'
export { SignedAlike } from './proof/signed-alike.ts'
export { type ReadReceipt, readReceipt, receiptOf } from './receipt/receipt.ts'
export { differences, holdsReceipt, otherRules, signReceipt, worldOfReceipt } from './receipt/recheck.ts'
export { type Consulted, recording } from './receipt/recording.ts'
export {
  compactMediaType,
  envelopeOf,
  looksCompact,
  looksLikeCredential,
  type Received,
  receiveCompact,
  receiveJson,
  receiveJwt,
} from './received.ts'
export {
  isJwtPresentation,
  isPresentation,
  isUnsignedRecord,
  presentedCredentials,
  presentedPortfolio,
} from './received-presentation.ts'
export { createRecent } from './recent.ts'
export {
  type CheckName,
  type CheckResult,
  isProven,
  type Outcome,
  OVER_BUDGET,
  type Report,
  type Standing,
  unreadReport,
  type Verdict,
  worstVerdict,
} from './report.ts'
export { areOfOnePerson, isAboutSamePerson, subjectIdsOf } from './same-person.ts'
export { presentSdJwt, type SelectablePart, selectableParts } from './sd-jwt/present.ts'
export { partsToChoose, sharedCopy } from './shared-copy.ts'
export { SECURING, type SecuringSuite, sign, signForAll } from './sign.ts'
export type { Signer, SigningAlgorithm } from './signer.ts'
export { evidenceBySkill, nameOfSkill, skillsShown, termOfSkill } from './skills/by-skill.ts'
export { currencyOn, policiesOf } from './skills/currency.ts'
export {
  type CertificateTechnique,
  signersOfOwn,
  skillEvidence,
  sourceOf,
  techniquesByCertificate,
} from './skills/evidence.ts'
export { type SkillFact, skillFactOf, withReplacements } from './skills/fact.ts'
export { LEARNING_SOURCES, type LearningSource, learningSourceOf } from './skills/learning-source.ts'
export { type Stands, standsOf } from './skills/stands.ts'
export {
  isAward,
  missingStandardFields,
  STANDARD_FIELDS,
  type StandardField,
  standardFieldFaults,
} from './standard-fields.ts'
export {
  encodeBits,
  readBit,
  STATUS_LIST_LENGTH,
  type StatusPurpose,
  statusListCredential,
  statusListEntry,
  writeBit,
} from './status-list.ts'
export { type CredentialSummary, summarise } from './summary.ts'
export { tokenStatusListFault } from './token-status-check.ts'
export {
  emptyTokenStatuses,
  signTokenStatusList,
  TOKEN_STATUS,
  type TokenStatuses,
  tokenStatusClaim,
  writeTokenStatus,
} from './token-status-list.ts'
export { fetchTrustList, loadTrustList, readTrustList, type TrustListSource } from './trust-list.ts'
export { verify, verifyEndorsement } from './verify.ts'
export type { Load, Loaded, LoadOptions, PresentationRequest, SuppliedFile, World } from './world.ts'
