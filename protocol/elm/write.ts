import type { JsonObject } from '#platform'
import { explainLevel, type LevelReference, levelUri, type Package } from '#skills'
import type { ElmAward, ElmBody, ElmLevel } from './model.ts'
import { countryConcept, creditConcept, ELM_CONTEXTS, EQF, inEnglish, levelConcept, NQF } from './vocabulary.ts'

/** Which of the frameworks of levels are national ones with addresses in the EU's list. */
const NATIONAL: readonly LevelReference['framework'][] = ['RQF', 'CQFW', 'SCQF']

/**
 * A person and what they were awarded, as ELM 3 describes it (JSON-LD, in the terms of the profile for European Digital
 * Credentials). It is no credential: it has no issuer, and nothing in it is signed. Nothing is made up for it either: a level
 * is stated where the table has exactly one, a country where the award has one.
 */
export function writeElm({
  id,
  name,
  awards,
  levels,
}: {
  id: string
  name: string | null
  awards: readonly ElmAward[]
  levels: Package<'levels'>
}): JsonObject {
  return {
    '@context': ELM_CONTEXTS,
    id,
    type: 'Person',
    ...(name === null ? {} : { fullName: inEnglish(name) }),
    hasClaim: awards.map((award) => achievementOf(award, levels)),
  }
}

function achievementOf(award: ElmAward, levels: Package<'levels'>): JsonObject {
  const { id, title, description, awardedOn, awardedBy, level, credits, skills, notes } = award
  const caveat = levelNote(level, levels)
  const said = [...notes, ...(caveat === null ? [] : [caveat])]
  return {
    ...(id === null ? {} : { id }),
    type: 'LearningAchievement',
    title: inEnglish(title),
    ...(description === null ? {} : { description: inEnglish(description) }),
    awardedBy: {
      type: 'AwardingProcess',
      awardingBody: awardedBy.map(organisation),
      ...(awardedOn === null ? {} : { awardingDate: momentOf(awardedOn) }),
    },
    ...listed(
      'creditReceived',
      credits.map(({ value, scheme }) => ({ type: 'CreditPoint', framework: creditConcept(scheme), point: value })),
    ),
    specifiedBy: {
      ...levelOf(level, levels),
      title: inEnglish(title),
      ...listed(
        'learningOutcome',
        skills.map((skill) => ({ type: 'LearningOutcome', title: inEnglish(skill) })),
      ),
    },
    ...listed(
      'additionalNote',
      said.map((note) => ({ type: 'Note', noteLiteral: inEnglish(note) })),
    ),
  }
}

function organisation({ id, name, country }: ElmBody): JsonObject {
  const code = country === null ? null : countryConcept(country)
  return {
    ...(id === null ? {} : { id }),
    type: 'Organisation',
    legalName: inEnglish(name),
    ...(code === null ? {} : { location: { type: 'Location', address: { type: 'Address', countryCode: code } } }),
  }
}

/** Only a qualification has levels in ELM. */
function levelOf(level: ElmLevel | null, levels: Package<'levels'>): JsonObject {
  const reference = level?.reference ?? null
  if (reference === null) return { type: 'LearningAchievementSpecification' }
  const uri = NATIONAL.includes(reference.framework) ? levelUri(levels, reference) : null
  const [european, ...more] = explainLevel(levels, reference, 'EQF').value.levels
  const eqf = european === undefined || more.length > 0 ? null : levelUri(levels, european)
  return {
    type: 'Qualification',
    ...(uri === null ? {} : { nqfLevel: levelConcept(NQF, uri, nameOf(reference)) }),
    ...(eqf === null || european === undefined ? {} : { eqfLevel: levelConcept(EQF, eqf, nameOf(european)) }),
  }
}

/** The level as the award states it, and that one of another framework is only broadly comparable. */
function levelNote(level: ElmLevel | null, levels: Package<'levels'>): string | null {
  if (level === null) return null
  const { reference, name } = level
  const isTheirs = reference === null || reference.framework === 'EQF'
  return isTheirs ? `Level: ${name}.` : `Level: ${name}. ${levels.content.caveat}`
}

const nameOf = ({ framework, code }: LevelReference) => `${framework} ${code}`

/** ELM has moments only: a day is its beginning in UTC. */
const momentOf = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day)

function listed(name: string, values: JsonObject[]): JsonObject {
  return values.length === 0 ? {} : { [name]: values }
}
