import { isEmail, parseEmail } from '#server'
import type { AchievementBody } from '../achievement-body.ts'
import type { Recipient } from '../award.ts'
import { FIELDS, type FieldName, type Mapping } from './columns.ts'
import type { Sheet } from './read-csv.ts'
import { readDate } from './read-date.ts'

/** What stops a row, where, and how to put it right. */
export interface RowProblem {
  row: number
  column: string
  reason: string
  remedy: string
}

/** A table, sorted into what can be awarded and what cannot. */
export interface Linted {
  good: { row: number; recipient: Recipient }[]
  problems: RowProblem[]
  /** How many rows have a problem; one row can have several. */
  badRows: number
}

export interface LintRules {
  grade: AchievementBody['grade']
  /** Today, as a calendar date. */
  today: string
  /** The addresses of those who have this award already. */
  alreadyAwarded: ReadonlySet<string>
}

type Find = (reason: string, remedy: string) => void

const MAX_NAME = 200
const OLDEST = '1950-01-01'

/** Looks at every row before anything is signed. All the problems of a row are named at once. */
export function lint({ columns, rows }: Sheet, mapping: Mapping, rules: LintRules): Linted {
  const at = new Map(Object.entries(mapping.columns).map(([field, column]) => [field, columns.indexOf(column)]))
  const seen = new Map<string, number>()
  const good: Linted['good'] = []
  const problems: RowProblem[] = []
  let badRows = 0
  for (const { row, cells } of rows) {
    const cell = (field: FieldName): string | undefined => {
      const index = at.get(field) ?? -1
      return index < 0 ? undefined : (cells[index] ?? '').trim()
    }
    const before = problems.length
    const finding =
      (field: FieldName): Find =>
      (reason, remedy) =>
        void problems.push({ row, column: mapping.columns[field] ?? FIELDS[field], reason, remedy })
    const name = nameOf(cell, finding)
    const email = emailOf(cell('email'), finding('email'), rules)
    const awardedOn = dateOf(cell('awardedOn'), mapping, finding('awardedOn'), rules)
    const grade = gradeOf(cell('grade'), finding('grade'), rules)
    const key = `${email ?? name.toLowerCase()} ${awardedOn}`
    const twin = seen.get(key)
    if (twin !== undefined && problems.length === before) {
      finding(email === undefined ? 'name' : 'email')(
        `The same person and date as row ${twin}`,
        'Delete one of the two rows.',
      )
    }
    if (problems.length > before) badRows++
    else {
      seen.set(key, row)
      good.push({ row, recipient: { name, email, awardedOn, grade } })
    }
  }
  return { good, problems, badRows }
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

function emailOf(value: string | undefined, find: Find, { alreadyAwarded }: LintRules): string | undefined {
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
