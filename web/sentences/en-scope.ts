import type { Scope, ScopeMember } from '#trust'

/** Open Badges achievement types and ours, in the plural. Others are said as they are written. */
const TYPES: Readonly<Record<string, string>> = {
  'ext:Module': 'modules',
  'ext:Unit': 'units',
  'ext:Qualification': 'qualifications',
  'ext:HTQ': 'higher technical qualifications',
  'ext:ManufacturerTraining': 'manufacturer training',
  'ext:CPD': 'courses of professional development',
  Badge: 'badges',
  Certificate: 'certificates',
  Certification: 'certifications',
  Course: 'courses',
  Competency: 'competences',
  Diploma: 'diplomas',
  Degree: 'degrees',
  BachelorDegree: 'bachelor’s degrees',
  MasterDegree: 'master’s degrees',
  Licence: 'licences',
  License: 'licences',
  Assessment: 'assessments',
}

const KINDS: Readonly<Record<string, string>> = {
  QualityMark: 'quality marks',
  IssuerAuthority: 'authority to issue',
  EmployerRecognition: 'recognition by employers',
  ManagerConfirmation: 'confirmations by managers',
  WitnessStatement: 'statements of witnesses',
  FrameworkAdoption: 'adoption of frameworks',
}

const DELIVERIES: Readonly<Record<string, string>> = {
  FormalCreditBearing: 'formal study that bears credit',
  FormalNonCredit: 'formal study without credit',
  NonFormal: 'non-formal learning',
  ManufacturerTraining: 'manufacturers’ training',
  EmployerTraining: 'employers’ training',
  CPD: 'professional development',
  Informal: 'informal learning',
}

/** The most that is listed one by one; of more their number is said. */
const MOST = 4

/** What somebody may award, in words that go on after "to award": "modules at RQF level 4 and 5 in digital technologies". */
export function scopeInWords(scope: Scope): string {
  const { achievements, achievementTypes, levels, fields, jurisdictions, deliveries, schemes, endorsementKinds } = scope
  const kinds = endorsementKinds && list(endorsementKinds.map((kind) => KINDS[kind] ?? kind))
  const what = [
    achievementTypes && list(achievementTypes.map((type) => TYPES[type] ?? type.replace(/^ext:/, ''))),
    achievements && few(achievements, 'achievement'),
    kinds ?? (schemes && 'endorsements'),
  ].filter((part) => part !== undefined)
  return [
    what.length > 0 ? what.join(', namely ') : 'anything',
    levels && `at ${levelsInWords(levels)}`,
    fields &&
      `in ${few(
        fields.map(({ name }) => name),
        'field',
      )}`,
    schemes && `under ${few(schemes, 'scheme')}`,
    deliveries && `as ${list(deliveries.map((one) => DELIVERIES[one] ?? one))}`,
    jurisdictions && `in ${few(jurisdictions.map(placeName), 'place')}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** What an award is outside of, each as it stands after "its". */
export const OUTSIDE: Readonly<Record<ScopeMember, string>> = {
  achievements: 'achievement',
  achievementTypes: 'kind',
  levels: 'level',
  fields: 'field of study',
  jurisdictions: 'place',
  deliveries: 'way of learning',
  schemes: 'scheme',
  endorsementKinds: 'kind',
}

function levelsInWords(levels: NonNullable<Scope['levels']>): string {
  const frameworks = Map.groupBy(levels, ({ framework }) => framework)
  return list([...frameworks].map(([framework, those]) => `${framework} level ${list(those.map(({ code }) => code))}`))
}

function placeName(code: string): string {
  if (code.includes('-')) return code
  return new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' }).of(code) ?? code
}

function few(names: readonly string[], what: string): string {
  return names.length > MOST ? `${names.length} ${what}s that the list names` : list(names)
}

/** "4", "4 and 5", "4, 5 and 6". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
