/** Levels of several frameworks side by side: which are broadly comparable, and no more. */
export interface LevelTable {
  relation: 'broadlyComparable'
  caveat: string
  sources: readonly string[]
  rows: readonly LevelRow[]
}

/** Levels of one broad demand. A level's address is not its identity: RQF E1 and E2 share one. */
export interface LevelRow {
  rqf: string
  rqfUri: string
  fheq: string | null
  cqfw: string
  cqfwUri: string
  scqf: readonly string[]
  scqfUris: readonly string[]
  eqf: string | null
  eqfUri: string | null
  examples: string
}
