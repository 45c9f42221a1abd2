import { isEmail, parseEmail } from '#server'
import type { AchievementBody } from '../achievement-body.ts'
import type { Recipient } from '../award.ts'
import { FIELDS, type FieldName, type Mapping } from './columns.ts'
import type { Row } from './read-csv.ts'
import { readDate } from './read-date.ts'

/** What stops a row, where, and how to put it right. */
export interface RowProblem {
  column: string
  reason: string
  remedy: string
}

/** A row that was looked at: to whom it awards, or all that stops it. */
export interface Linted {
  row: number
  recipient: Recipient | null
  problems: RowProblem[]
}

export interface LintRules {
  grade: AchievementBody['grade']
  /** Today, as a calendar date. */
  today: string
  /** That what is awarded depends on something suspended, if it does: then no row can be awarded. */
  suspended?: string | undefined
}

type Find = (reason: string, remedy: string) => void

const MAX_NAME = 200
const OLDEST = '1950-01-01'

/**
 * Looks at the rows of a table one after the other, before anything is signed. All the problems of a row are named at
 * once; the second of two rows for the same person and date is told from the first. `alreadyAwarded` are the addresses
 * of those who have this award already.
 */
export function linter(
  columns: readonly string[],
  mapping: Mapping,
  rules: LintRules,
): (row: Row, alreadyAwarded: ReadonlySet<string>) => Linted {
  const at = new Map(Object.entries(mapping.columns).map(([field, column]) => [field, columns.indexOf(column)]))
  const seen = new Map<string, number>()
  return ({ row, cells }, alreadyAwarded) => {
    const problems: RowProblem[] = []
    const cell = (field: FieldName): string | undefined => {
      const index = at.get(field) ?? -1
      return index < 0 ? undefined : (cells[index] ?? '').trim()
    }
    const finding =
      (field: FieldName): Find =>
      (reason, remedy) =>
        void problems.push({ column: mapping.columns[field] ?? FIELDS[field], reason, remedy })
    if (rules.suspended !== undefined) {
      const column = mapping.columns.name ?? mapping.columns.familyName ?? FIELDS.name
      const remedy = 'Wait until that is lifted, or award something else.'
      problems.push({ column, reason: rules.suspended.replace(/\.$/, ''), remedy })
    }
    const name = nameOf(cell, finding)
    const email = emailOf(cell('email'), finding('email'), alreadyAwarded)
    const awardedOn = dateOf(cell('awardedOn'), mapping, finding('awardedOn'), rules)
    const grade = gradeOf(cell('grade'), finding('grade'), rules)
    const licenceNumber = licenceOf(cell('licenceNumber'), finding('licenceNumber'))
    const key = `${email ?? name.toLowerCase()} ${awardedOn}`
    const twin = seen.get(key)
    if (twin !== undefined && problems.length === 0) {
      finding(email === undefined ? 'name' : 'email')(
        `The same person and date as row ${twin}`,
        'Delete one of the two rows.',
      )
    }
    if (problems.length > 0) return { row, recipient: null, problems }
    seen.set(key, row)
    return { row, recipient: { name, email, awardedOn, grade, licenceNumber }, problems }
  }
}

/** The addresses in rows, as they are compared. */
export function addressesIn(columns: readonly string[], { columns: chosen }: Mapping, rows: readonly Row[]): string[] {
  const at = chosen.email === undefined ? -1 : columns.indexOf(chosen.email)
  return rows.flatMap(({ cells }) => {
    const cell = cells[at] ?? ''
    return isEmail(cell) ? [parseEmail(cell)] : []
  })
}

function nameOf(cell: (field: FieldName) => string | undefined, finding: (field: FieldName) => Find): string {
  const whole = cell('name')
  const field = whole === undefined ? 'familyName' : 'name'
  const parts = whole === undefined ? [cell('givenName'), cell('familyName')] : [whole]
  const empty = parts.indexOf('')
  if (whole === '' || empty >= 0) {
    finding(whole === undefined && empty === 0 ? 'givenName' : field)('The name is missing', 'Fill in the name.')
  }
  const name = parts.filter(Boolean).join(' ').normalize('NFC')
  if (name.length > MAX_NAME) finding(field)('The name is longer than 200 characters', 'Shorten it.')
  if (/[\p{Cc}\p{Cs}]|\uFFFD/u.test(name)) {
    finding(field)('The name holds characters that cannot be shown', 'Type the name again.')
  }
  return name
}

function emailOf(value: string | undefined, find: Find, alreadyAwarded: ReadonlySet<string>): string | undefined {
  if (value === undefined) return undefined
  if (value === '') {
    find('The e-mail address is missing', 'Fill it in: the claim link is sent there.')
    return undefined
  }
  if (!isEmail(value)) {
    find(`“${value.slice(0, 60)}” is not an e-mail address`, 'Write it like name@example.org.')
    return undefined
  }
  const address = parseEmail(value)
  if (alreadyAwarded.has(address)) {
    find('This person has this award already', 'Leave the row out, or revoke the earlier award first.')
  }
  return address
}

function dateOf(value: string | undefined, mapping: Mapping, find: Find, { today }: LintRules): string {
  if (value === undefined) return mapping.awardedOn ?? today
  if (value === '') {
    if (mapping.awardedOn !== undefined) return mapping.awardedOn
    find('The date is missing', 'Fill in the day of the award, such as 25/06/2026.')
    return ''
  }
  const read = readDate(value)
  if ('reason' in read) {
    find(read.reason, read.remedy)
    return ''
  }
  if (read.date > today) find(`The date ${value} lies in the future`, 'Award it on that day, or put the date right.')
  if (read.date < OLDEST) find(`The date ${value} is before 1950`, 'Put the year right.')
  return read.date
}

function licenceOf(value: string | undefined, find: Find): string | undefined {
  if (value === undefined || value === '') return undefined
  if (value.length > 100) find('The licence number is longer than 100 characters', 'Put the number right.')
  return value
}

function gradeOf(value: string | undefined, find: Find, { grade }: LintRules): string | undefined {
  if (grade === null || value === undefined) return undefined
  if (value === '') {
    find('The grade is missing', 'Fill it in, or leave the whole column out.')
    return undefined
  }
  if (grade.kind === 'values') {
    const known = grade.values.find((one) => one.toLowerCase() === value.toLowerCase())
    if (known === undefined) {
      find(`The grade “${value.slice(0, 40)}” is not known`, `Use one of: ${grade.values.join(', ')}.`)
    }
    return known
  }
  const mark = /^\d{1,3}(\.\d{1,2})?\s*%?$/.test(value) ? Number.parseFloat(value) : Number.NaN
  if (Number.isNaN(mark) || mark > 100) {
    find(`“${value.slice(0, 40)}” is not a percentage`, 'Write a number from 0 to 100.')
    return undefined
  }
  if (mark < grade.pass) find(`The mark ${value} is below the pass mark of ${grade.pass}`, 'Leave the row out.')
  return String(mark)
}
