export { ASSURANCE_STEPS, type Assurance, effectiveAssurance, isAssurance } from './assurance.ts'
export { type AwardFacts, type Field, type Level, NOT_STATED } from './award.ts'
export type { ReadList, ShardReference } from './codecs/codec.ts'
export { codecOf, isTrustList } from './codecs/codecs.ts'
export { SHARD_BYTES } from './codecs/recognized-entities/shard.ts'
export {
  type ListToPublish,
  RECOGNIZED_ENTITIES_CONTEXT,
  writeRecognizedEntities,
} from './codecs/recognized-entities/write.ts'
export { isSuspended, isWithdrawn } from './decide.ts'
export { expectToFollow } from './follow.ts'
export * from './model.ts'
export { recognise, type TrustPolicy, type TrustWorld } from './recognise.ts'
export * from './recognition.ts'
export { schemeOwner } from './scheme-owner.ts'
export { readScope, SCOPE_MEMBERS, type Scope, type ScopeMember } from './scope.ts'
export { scopeDigest, scopeSchema } from './scope-schema.ts'
