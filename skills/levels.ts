import type { Answer, RuleReference, Step } from './answer.ts'
import type { LevelRow, LevelTable, Package } from './model.ts'
import { referenceTo } from './package.ts'

export const LEVEL_FRAMEWORKS = ['RQF', 'CQFW', 'SCQF', 'FHEQ', 'EQF'] as const

export type LevelFramework = (typeof LEVEL_FRAMEWORKS)[number]

/** A level by framework and code. Its address is not its identity: RQF E1 and E2 share one. */
export interface LevelReference {
  framework: LevelFramework
  code: string
}

/** `same`: one framework, one code. There is no "equals" between frameworks. */
export type LevelRelation = 'same' | 'broadlyComparable' | 'lower' | 'higher' | 'noBasis'

export type LevelCode = 'level.same' | 'level.comparable' | 'level.differs' | 'level.noBasis' | 'level.unknown'

interface Column {
  codes: (row: LevelRow) => readonly string[]
  uris: (row: LevelRow) => readonly string[]
}

const COLUMNS: Readonly<Record<LevelFramework, Column>> = {
  RQF: { codes: ({ rqf }) => [rqf], uris: ({ rqfUri }) => [rqfUri] },
  CQFW: { codes: ({ cqfw }) => [cqfw], uris: ({ cqfwUri }) => [cqfwUri] },
  SCQF: { codes: ({ scqf }) => scqf, uris: ({ scqfUris }) => scqfUris },
  // The EU's list has no addresses for it.
  FHEQ: { codes: ({ fheq }) => given(fheq), uris: () => [] },
  EQF: { codes: ({ eqf }) => given(eqf), uris: ({ eqfUri }) => given(eqfUri) },
}

/** Reads `RQF 4` or `SCQF 7`. Null for what names no framework, or a level that the framework does not have. */
export function readLevel({ content }: Package<'levels'>, text: string): LevelReference | null {
  const [name = '', code = '', ...more] = text.split(' ')
  const framework = LEVEL_FRAMEWORKS.find((one) => one === name)
  if (framework === undefined || more.length > 0) return null
  const level = { framework, code }
  return rowsOf(content, level).length > 0 ? level : null
}

/** The address of a level in the EU's authority list; null where it has none there. */
export function levelUri({ content }: Package<'levels'>, level: LevelReference): string | null {
  const { codes, uris } = COLUMNS[level.framework]
  const [row] = rowsOf(content, level)
  return row === undefined ? null : (uris(row)[codes(row).indexOf(level.code)] ?? null)
}

/** Every level that has an address: more than one where an address is shared, none where nothing has it. */
export function levelsByUri({ content }: Package<'levels'>, uri: string): LevelReference[] {
  const all = LEVEL_FRAMEWORKS.flatMap((framework) =>
    content.rows.flatMap((row) => {
      const { codes, uris } = COLUMNS[framework]
      return codes(row).flatMap((code, at) => (uris(row)[at] === uri ? [{ framework, code }] : []))
    }),
  )
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
}

/**
 * What a level is comparable with in another framework, by one step of the table and no more: several levels where the
 * table has several, none and `noBasis` where it has none.
 */
export function explainLevel(
  table: Package<'levels'>,
  from: LevelReference,
  framework: LevelFramework,
): Answer<{ relation: LevelRelation; levels: readonly LevelReference[] }, LevelCode> {
  const rows = rowsOf(table.content, from)
  if (rows.length === 0) return says(table, from, { relation: 'noBasis', levels: [] }, 'level.unknown', [], null)
  if (framework === from.framework) {
    return says(table, from, { relation: 'same', levels: [from] }, 'level.same', [], true)
  }
  const codes = [...new Set(rows.flatMap((row) => COLUMNS[framework].codes(row)))]
  const names = codes.map((code) => `${framework} ${code}`)
  const levels = codes.map((code) => ({ framework, code }))
  if (levels.length === 0) {
    return says(table, from, { relation: 'noBasis', levels }, 'level.noBasis', [framework], null)
  }
  return says(table, from, { relation: 'broadlyComparable', levels }, 'level.comparable', names, null)
}

/** How one level stands to another: `lower` and `higher` are of broad demand, and `noBasis` is neither. */
export function compareLevels(
  table: Package<'levels'>,
  one: LevelReference,
  other: LevelReference,
): Answer<LevelRelation, LevelCode> {
  const name = `${other.framework} ${other.code}`
  if (isSame(one, other)) return says(table, one, 'same' as const, 'level.same', [name], true)
  const [ours, theirs] = [one, other].map((level) =>
    rowsOf(table.content, level).map((row) => table.content.rows.indexOf(row)),
  )
  if (!ours?.length || !theirs?.length) return says(table, one, 'noBasis' as const, 'level.unknown', [name], null)
  if (Math.max(...ours) < Math.min(...theirs)) return says(table, one, 'lower' as const, 'level.differs', [name], null)
  if (Math.min(...ours) > Math.max(...theirs)) return says(table, one, 'higher' as const, 'level.differs', [name], null)
  if (one.framework !== other.framework) {
    return says(table, one, 'broadlyComparable' as const, 'level.comparable', [name], null)
  }
  // SCQF 9 and 10 are on one row, and yet the framework says which is the higher.
  return says(table, one, Number(one.code) < Number(other.code) ? 'lower' : 'higher', 'level.differs', [name], null)
}

function says<Value>(
  table: Package<'levels'>,
  from: LevelReference,
  value: Value,
  code: LevelCode,
  to: readonly string[],
  isMet: boolean | null,
): Answer<Value, LevelCode> {
  const { caveat, sources } = table.content
  const steps: Step<LevelCode>[] = [
    { code, values: { from: `${from.framework} ${from.code}`, to, source: sources, caveat }, isMet },
  ]
  const rules: RuleReference[] = [referenceTo(table)]
  return { value, steps, rules, counted: [], notCounted: [] }
}

function rowsOf({ rows }: LevelTable, { framework, code }: LevelReference): LevelRow[] {
  return rows.filter((row) => COLUMNS[framework].codes(row).includes(code))
}

function isSame(one: LevelReference, other: LevelReference): boolean {
  return one.framework === other.framework && one.code === other.code
}

function given(value: string | null): string[] {
  return value === null ? [] : [value]
}
