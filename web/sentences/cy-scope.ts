import type { Scope, ScopeMember } from '#trust'

const TYPES: Readonly<Record<string, string>> = {
  'ext:Module': 'modiwlau',
  'ext:Unit': 'unedau',
  'ext:Qualification': 'cymwysterau',
  'ext:HTQ': 'cymwysterau technegol uwch',
  'ext:ManufacturerTraining': 'hyfforddiant gwneuthurwr',
  'ext:CPD': 'cyrsiau datblygiad proffesiynol',
  Badge: 'bathodynnau',
  Certificate: 'tystysgrifau',
  Certification: 'ardystiadau',
  Course: 'cyrsiau',
  Competency: 'cymwyseddau',
  Diploma: 'diplomâu',
  Degree: 'graddau',
  BachelorDegree: 'graddau baglor',
  MasterDegree: 'graddau meistr',
  Licence: 'trwyddedau',
  License: 'trwyddedau',
  Assessment: 'asesiadau',
}

const KINDS: Readonly<Record<string, string>> = {
  QualityMark: 'nodau ansawdd',
  IssuerAuthority: 'awdurdod i ddyroddi',
  EmployerRecognition: 'cydnabyddiaeth gan gyflogwyr',
  ManagerConfirmation: 'cadarnhad gan reolwyr',
  WitnessStatement: 'datganiadau tystion',
  FrameworkAdoption: 'mabwysiadu fframweithiau',
}

const DELIVERIES: Readonly<Record<string, string>> = {
  FormalCreditBearing: 'astudio ffurfiol sy’n dwyn credyd',
  FormalNonCredit: 'astudio ffurfiol heb gredyd',
  NonFormal: 'dysgu nad yw’n ffurfiol',
  ManufacturerTraining: 'hyfforddiant gwneuthurwyr',
  EmployerTraining: 'hyfforddiant cyflogwyr',
  CPD: 'datblygiad proffesiynol',
  Informal: 'dysgu anffurfiol',
}

/** The most that is listed one by one; of more their number is said. */
const MOST = 4

/** What somebody may award, in words that go on after "i ddyfarnu:". */
export function scopeInWords(scope: Scope): string {
  const { achievements, achievementTypes, levels, fields, jurisdictions, deliveries, schemes, endorsementKinds } = scope
  const kinds = endorsementKinds && list(endorsementKinds.map((kind) => KINDS[kind] ?? kind))
  const what = [
    achievementTypes && list(achievementTypes.map((type) => TYPES[type] ?? type.replace(/^ext:/, ''))),
    achievements && few(achievements, 'gyflawniadau'),
    kinds ?? (schemes && 'ategiadau'),
  ].filter((part) => part !== undefined)
  return [
    what.length > 0 ? what.join(', sef ') : 'unrhyw beth',
    levels && `ar ${levelsInWords(levels)}`,
    fields &&
      `ym maes: ${few(
        fields.map(({ name }) => name),
        'feysydd',
      )}`,
    schemes && `o dan gynllun: ${few(schemes, 'gynlluniau')}`,
    deliveries && `fel ${list(deliveries.map((one) => DELIVERIES[one] ?? one))}`,
    jurisdictions && `yn y lle hwn: ${few(jurisdictions.map(placeName), 'leoedd')}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** What an award is outside of, each as it stands in a list. */
export const OUTSIDE: Readonly<Record<ScopeMember, string>> = {
  achievements: 'cyflawniad',
  achievementTypes: 'math',
  levels: 'lefel',
  fields: 'maes astudio',
  jurisdictions: 'lle',
  deliveries: 'ffordd o ddysgu',
  schemes: 'cynllun',
  endorsementKinds: 'math',
}

function levelsInWords(levels: NonNullable<Scope['levels']>): string {
  const frameworks = Map.groupBy(levels, ({ framework }) => framework)
  return [...frameworks]
    .map(([framework, those]) => `lefel ${framework} ${those.map(({ code }) => code).join(', ')}`)
    .join(', ')
}

function placeName(code: string): string {
  if (code.includes('-')) return code
  return new Intl.DisplayNames(['cy'], { type: 'region', fallback: 'code' }).of(code) ?? code
}

function few(names: readonly string[], what: string): string {
  return names.length > MOST ? `${names.length} o ${what} y mae’r rhestr yn eu henwi` : list(names)
}

/** With commas only: what "and" does to the next word depends on it. */
export function list(items: readonly string[]): string {
  return items.join(', ')
}
