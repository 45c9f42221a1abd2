import { canonicalJson, type JsonObject, sha256Hex } from '#platform'
import { isElm, readElm } from '#protocol'
import { BETWEEN, CREDENTIAL, type CsvRow } from './formats/csv-columns.ts'
import { type ReadCsv, readPassportCsv } from './formats/csv-read.ts'
import type { WalletParts } from './parts.ts'
import { restoreRecords } from './personal-files.ts'
import { listCredentials } from './records/credentials.ts'
import { DESCRIBED_AWARD, type DescribedAward } from './records/described-kind.ts'
import type { Person } from './records/person.ts'
import { restorePersonal } from './records/personal.ts'
import type { ImportResult } from './records/transfers.ts'
import { restoredInWords } from './web/reasons.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>
type Award = Omit<DescribedAward, 'source'>

/** A file that describes awards, as it came. */
interface Described {
  name: string
  bytes: Uint8Array
}

/** Whether a document of JSON only describes awards, in the European Learning Model. */
export const isDescription = isElm

/**
 * Keeps what a file in the European Learning Model says, as what a file says: nothing of it is verified, whatever seal came
 * with it. What is there already stays. Answers what became of each award, and what of the file is not kept.
 */
export async function importElm(
  parts: Parts,
  person: Person,
  file: Described,
  document: JsonObject,
): Promise<ImportResult[]> {
  const { name: about, issuer, isSealed, awards, leftOut } = readElm(document, parts.frameworks.levels)
  const source = { ...sourceOf(parts, file, 'elm'), issuer: clip(issuer ?? '', 300), isSealed }
  const results: ImportResult[] = []
  for (const { title, description, awardedBy, awardedOn, level, credits, skills, notes } of awards) {
    const award: Award = {
      title: clip(title, 300),
      about: clip(description ?? '', 4_000),
      awardedBy: awardedBy.slice(0, 20).map(({ name }) => clip(name, 300)),
      awardedOn: dayIn(awardedOn ?? ''),
      until: '',
      level: clip(level?.name ?? '', 300),
      credits: credits.slice(0, 20).map(({ value, scheme }) => ({ value: clip(value, 40), scheme: clip(scheme, 200) })),
      skills: skills.slice(0, 100).map((skill) => clip(skill, 300)),
      notes: notes.slice(0, 20).map((note) => clip(note, 1_000)),
      person: clip(about ?? '', 300),
    }
    results.push(await keepAward(parts, person, award, source))
  }
  if (leftOut.length === 0) return results
  const fields = leftOut.map(({ field, count }) => (count === 1 ? field : `${field} (${count} times)`)).join(', ')
  return [
    ...results,
    { name: file.name, outcome: 'leftOut', reason: `The file also says: ${fields}. We do not read that.` },
  ]
}

/**
 * Keeps what a table of a passport says. Records of one's own come back as they were; a row about a credential is only what a
 * table says of it, unless the credential itself is here.
 */
export async function importCsv(parts: WalletParts, person: Person, file: Described): Promise<ImportResult[]> {
  const read = await readPassportCsv(file.bytes)
  const source = { ...sourceOf(parts, file, 'csv'), issuer: '', isSealed: false }
  const held = new Map((await listCredentials(parts, person)).map(({ id, shown }) => [shown.digest, id]))
  const results: ImportResult[] = []
  for (const { row } of read.rows) {
    const id = row.What === CREDENTIAL ? held.get(row.Id ?? '') : undefined
    if (id !== undefined) results.push({ name: row.Title ?? '', outcome: 'duplicate', id })
    else results.push(await keepAward(parts, person, awardIn(row), source))
  }
  if (read.records.length > 0) {
    const restored = await restoreRecords(parts, person, read.records)
    results.push({ name: file.name, outcome: 'ownRecords', reason: restoredInWords(restored) })
  }
  return [...results, ...restOf(file.name, read)]
}

function restOf(name: string, { problems, unknownColumns }: ReadCsv): ImportResult[] {
  const columns = unknownColumns.map((column) => `“${column}”`).join(', ')
  return [
    ...problems.map(
      ({ number, reason }): ImportResult => ({ name: `${name}, row ${number}`, outcome: 'problem', reason }),
    ),
    ...(columns === ''
      ? []
      : [{ name, outcome: 'leftOut' as const, reason: `We do not know what is in these columns: ${columns}.` }]),
  ]
}

function awardIn(row: CsvRow): Award {
  const listed = (cell: string | undefined) =>
    cell === undefined ? [] : cell.split(BETWEEN.trim()).map((one) => one.trim())
  const says = row['Who says so']
  const stood = row['How it stood']
  return {
    title: clip(row.Title ?? '', 300),
    about: clip(row.About ?? '', 4_000),
    awardedBy: says === undefined ? [] : [clip(says, 300)],
    awardedOn: dayIn(row.Date ?? ''),
    until: dayIn(row.Until ?? ''),
    level: clip(row.Level ?? '', 300),
    credits: listed(row.Credit).slice(0, 20).map(creditIn),
    skills: listed(row.Skills)
      .slice(0, 100)
      .map((skill) => clip(skill, 300)),
    notes: [
      ...(stood === undefined
        ? []
        : [clip(`${stood}${row['Checked on'] === undefined ? '' : `, on ${row['Checked on']}`}`, 1_000)]),
      ...unreadDays(row),
      ...(row.Link === undefined ? [] : [clip(row.Link, 1_000)]),
    ],
    person: '',
  }
}

/** What stands where a day should is kept as it is written. */
function unreadDays({ Date: date, Until: until }: CsvRow): string[] {
  return [
    ...(date === undefined || dayIn(date) !== '' ? [] : [clip(`Date: ${date}`, 1_000)]),
    ...(until === undefined || dayIn(until) !== '' ? [] : [clip(`Until: ${until}`, 1_000)]),
  ]
}

function creditIn(cell: string): Award['credits'][number] {
  const [value = '', ...scheme] = cell.split(' ')
  return { value: clip(value, 40), scheme: clip(scheme.join(' '), 200) }
}

function sourceOf({ now }: Parts, { name, bytes }: Described, format: 'elm' | 'csv') {
  return { format, file: clip(name, 200), digest: sha256Hex(bytes), on: now().toISOString().slice(0, 10) }
}

/** Under a name that the same award has again, from whatever file it comes and whatever else that says of it. */
async function keepAward(
  parts: Parts,
  person: Person,
  award: Award,
  source: DescribedAward['source'],
): Promise<ImportResult> {
  const at = parts.now().toISOString()
  const { notes: _said, person: _of, ...same } = award
  const name = sha256Hex(canonicalJson(same))
  const record = { name, content: { ...award, source }, createdAt: at, changedAt: at }
  const isNew = await restorePersonal(parts, person, DESCRIBED_AWARD, record)
  return { name: award.title, outcome: isNew ? 'described' : 'describedBefore', id: name }
}

const dayIn = (text: string) =>
  /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) && !Number.isNaN(Date.parse(text)) ? text.slice(0, 10) : ''

/** What is cut shows that it was. */
const clip = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
