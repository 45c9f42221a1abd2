import { guessColumns } from '../../import/columns.ts'

/** What a row can say of somebody who is recognised, and what its column is called to whoever maps them. */
export const ENTRY_FIELDS = {
  name: 'Name',
  did: 'DID',
  types: 'Achievement types',
  framework: 'Framework of levels',
  levelFrom: 'Lowest level',
  levelTo: 'Highest level',
  field: 'Field of education',
  jurisdiction: 'Place',
  delivery: 'Kind of learning',
  from: 'First day',
  until: 'Last day',
} as const

export type EntryField = keyof typeof ENTRY_FIELDS

export const ENTRY_FIELD_NAMES = Object.keys(ENTRY_FIELDS) as EntryField[]

/** Which column holds what, by the column's name. */
export type EntryColumns = Partial<Record<EntryField, string>>

/** How registers name their columns, without spaces, signs and case. The first that fits is taken. */
const NAMES: Readonly<Record<EntryField, readonly RegExp[]>> = {
  did: [/^(did|identifier|decentrali[sz]edidentifier|issuerid|providerid)$/, /did$/],
  name: [/^(provider|issuer|organi[sz]ation|college|legal|trading)?(name|title)$/, /name$/],
  types: [/^(achievement|award|credential)s?types?$/, /^types?$/],
  framework: [/^(level|qualification)?sframework$/, /framework/],
  levelFrom: [/^(lowestlevel|levelfrom|fromlevel|minlevel|levelmin|minimumlevel)$/, /^levels?$/],
  levelTo: [/^(highestlevel|levelto|tolevel|maxlevel|levelmax|maximumlevel)$/],
  field: [/^(fields?(ofeducation|ofstudy)?|subject(area)?s?|isced(f)?(code)?|hecos(code)?)$/],
  jurisdiction: [/^(jurisdictions?|countr(y|ies)|places?|regions?|nations?)$/],
  delivery: [/^(delivery|deliver(y|ies)(mode)?s?|kindoflearning|learningsettings?|modes?)$/],
  from: [/^(firstday|from|validfrom|start(date|s)?|recogni[sz]edfrom|effectivefrom|since)$/, /from/],
  until: [/^(lastday|until|to|validuntil|end(date|s)?|recogni[sz]eduntil|effectiveto|expir(y|es)(date)?)$/, /until/],
}

/** Guesses which column is which. */
export const guessEntryColumns = (columns: readonly string[]): EntryColumns => guessColumns(columns, NAMES)
