export { combine } from './combine.ts'
export { type Achieved, holdingsFrom, type NamingCode } from './from-achievements.ts'
export type {
  Addition,
  Basis,
  Combination,
  CombinationAnswer,
  CombinationCode,
  Completion,
  Completions,
  Conflict,
  Holding,
  Planned,
  Question,
  Wishes,
} from './question.ts'
export { type Distance, type Reach, reach } from './reach.ts'
