import type { ColumnDefinitionBuilder, Kysely } from 'kysely'

/** The one type that the two engines name differently. */
export interface ColumnTypes {
  bytes: 'blob' | 'bytea'
}

/**
 * One step of the schema. A step that was released is never changed: the next change is a new step with the next
 * number, and must leave the version before it able to run, since both do while an update is rolled out.
 */
export type Step = (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>

export const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()
export const primary = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().primaryKey()
export const unique = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().unique()
export const zero = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().defaultTo(0)

/** Must be the id of a row there, and goes when that row goes. */
export const owned =
  (reference: string) =>
  (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().references(reference).onDelete('cascade')
