import { batch } from './batch.ts'
import type { Benchmark } from './benchmark.ts'
import { checkFloor, floor } from './floor.ts'
import { issue, issueBatch } from './issue.ts'
import { selectiveDerive, selectiveIssue, selectiveVerify } from './selective.ts'
import { check, verify } from './verify.ts'

/** What is compared with another's way of doing the same. A further one is a file beside this one and a word here. */
export const BENCHMARKS: readonly Benchmark[] = [
  issue,
  issueBatch,
  verify,
  check,
  floor,
  checkFloor,
  selectiveIssue,
  selectiveDerive,
  selectiveVerify,
  batch,
]
