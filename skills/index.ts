export type { Answer, Confidence, Item, RuleReference, Step, Values } from './answer.ts'
export { bundledPackages } from './bundled.ts'
export { type Catalogue, catalogueOf } from './catalogue.ts'
export * from './combination/index.ts'
export type { CpdCode, CpdEntry } from './cpd.ts'
export { type Currency, type CurrencyCode, type CurrencyFacts, type CurrencyValue, currencyOf } from './currency.ts'
export { layered } from './layers.ts'
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
export * from './model.ts'
export { loadPackage } from './package.ts'
export { RECOGNITION_TYPES, type RecognitionType } from './primitives.ts'
export {
  compareQualifications,
  explainQualification,
  type QualificationCode,
  type QualificationRelation,
} from './qualification-types.ts'
