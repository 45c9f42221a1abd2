/** The columns of a passport as a table, in their order. Names are what people read, and by what a table is read again. */
export const COLUMNS = [
  'What',
  'Title',
  'Who says so',
  'Date',
  'Until',
  'How it stood',
  'Checked on',
  'Level',
  'Credit',
  'Skills',
  'About',
  'Link',
  'Id',
  'Data',
] as const

export type ColumnName = (typeof COLUMNS)[number]

/** A row by its columns; what is empty is left out. */
export type CsvRow = Partial<Record<ColumnName, string>>

/** What a row of a credential is called. */
export const CREDENTIAL = 'Credential'

/** Between several in one cell. */
export const BETWEEN = '; '
