import { termOfSkill } from '#credential'
import type { Language } from '#platform'
import { type Frameworks, techniquesIn } from '#skills'
import { assessSelf, levelsOverTime, type SelfAssessment } from './assess-self.ts'
import { CERTIFICATE, listCertificates } from './old-certificates.ts'
import type { WalletParts } from './parts.ts'
import { confirmedNow, listPortfolio, type PortfolioEntry } from './portfolio.ts'
import { listCredentials } from './records/credentials.ts'
import { DESCRIBED_AWARD, type DescribedAward } from './records/described-kind.ts'
import { LEARNING_JOURNEY, type LearningJourney } from './records/journey-kind.ts'
import type { OldCertificate } from './records/old-certificate-kind.ts'
import type { Person } from './records/person.ts'
import { listPersonal, type PersonalRecord } from './records/personal.ts'
import { CPD_ENTRY, type CpdRecord } from './records/personal-kinds.ts'
import { factsOf, type HeldFact } from './skills/held-fact.ts'
import { kindOf, placeOf } from './skills/learnt-where.ts'
import { inTime, type TimelineEntry, type TimelineSkill, type TimelineSureness } from './skills/timeline.ts'
import { noteAllUnreadable } from './unreadable.ts'

/** All that somebody holds and wrote down, the newest first. */
export interface Timeline {
  entries: readonly TimelineEntry[]
  /** How many are not genuine, and so say nothing here. */
  notGenuine: number
  /** How many are records of several credentials, of which only the record itself is here. */
  records: number
  today: string
}

/**
 * Puts together what a person holds and wrote down, as each stood at its last check: nothing is fetched. The techniques are
 * named in `language` where they have words in it.
 */
export async function readTimeline(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>,
  person: Person,
  language: Language = 'en',
): Promise<Timeline> {
  const known = parts.frameworks
  const held = await listCredentials(parts, person)
  const facts = factsOf(held, known)
  const self = await assessSelf(parts, person, techniquesIn(known, language).value)
  const entries = [
    ...facts.map((fact) => ofCredential(fact, known)),
    ...(await listPortfolio(parts, person)).map((entry) => ofWork(entry, known)),
    ...ofAnswers(self),
    ...(await listPersonal(parts, person, CPD_ENTRY)).map((logged) => ofHours(logged, facts, known)),
    ...(await listPersonal(parts, person, DESCRIBED_AWARD)).map((record) => ofDescribed(record, known)),
    ...(await listPersonal(parts, person, LEARNING_JOURNEY)).flatMap(ofJourney),
    ...(await listCertificates(parts, person)).map(ofCertificate),
  ]
  await noteAllUnreadable(parts, person)
  return {
    entries: entries.toSorted(inTime),
    notGenuine: held.length - facts.length,
    records: facts.filter(({ isRecord }) => isRecord).length,
    today: self.today,
  }
}

const SURENESS: Readonly<Record<HeldFact['face'], TimelineSureness>> = {
  genuine: 'verified',
  genuineNotListed: 'verified',
  genuineNotRecognised: 'verified',
  genuineOfAnother: 'verified',
  notYetValid: 'verified',
  noLongerValid: 'ended',
  genuineInPart: 'unchecked',
  unchecked: 'unchecked',
  linkNotOpened: 'unchecked',
  notGenuine: 'unchecked',
}

function ofCredential(fact: HeldFact, known: Frameworks): TimelineEntry {
  const { item, digest, title, awardedOn, issuerName, level, skills, terms, face } = fact
  const sureness = SURENESS[face]
  return {
    item: `credential ${digest}`,
    href: `/credentials/${item}`,
    title,
    on: awardedOn,
    isDayOfEntry: false,
    kind: kindOf(fact),
    place: placeOf(fact, known),
    sureness: fact.isOwn && sureness === 'verified' ? 'ownWord' : sureness,
    by: fact.isOwn ? null : issuerName,
    note: level === undefined ? null : { is: 'level', framework: level.framework, code: level.code },
    skills: [...skillsNamed(skills, known), ...terms.map((term) => ({ term, name: known.nameOf(term) }))].filter(
      isFirst,
    ),
  }
}

function skillsNamed(names: readonly string[], known: Frameworks): TimelineSkill[] {
  return names.map((name) => ({ term: termOfSkill(name, known), name }))
}

/** What a credential names and is aligned to as well is one skill. */
function isFirst({ term }: TimelineSkill, at: number, all: readonly TimelineSkill[]): boolean {
  return all.findIndex((one) => one.term === term) === at
}

function ofWork(entry: PortfolioEntry, known: Frameworks): TimelineEntry {
  const confirmed = confirmedNow(entry)
  return {
    item: `work ${entry.name}`,
    href: `/portfolio/${entry.name}`,
    title: entry.item.title,
    on: entry.createdAt.slice(0, 10),
    isDayOfEntry: true,
    kind: 'work',
    place: 'notSaid',
    sureness: confirmed.length > 0 ? 'confirmed' : 'ownWord',
    by: confirmed.length > 0 ? confirmed.map(({ by }) => by).join(', ') : null,
    note: entry.withHelp ? { is: 'withHelp' } : null,
    skills: skillsNamed(entry.item.skill === '' ? [] : [entry.item.skill], known),
  }
}

/** One for each day on which something of a technique was answered, with the level as it was then. */
function ofAnswers(self: SelfAssessment): TimelineEntry[] {
  return self.framework.content.techniques.flatMap(({ code, title }) =>
    levelsOverTime(self, code).flatMap(({ on, level }): TimelineEntry[] => [
      {
        item: `answers ${code} ${on}`,
        href: `/skills/self-assessment/${code}/result`,
        title,
        on,
        isDayOfEntry: false,
        kind: 'answers',
        place: 'notSaid',
        sureness: 'ownWord',
        by: null,
        note: { is: 'techniqueLevel', level },
        skills: [],
      },
    ]),
  )
}

function ofHours(
  { name, content }: PersonalRecord<CpdRecord>,
  facts: readonly HeldFact[],
  known: Frameworks,
): TimelineEntry {
  const { what, hours, on, credential } = content
  const of = facts.find(({ digest }) => digest === credential)
  return {
    item: `hours ${name}`,
    href: of === undefined ? '/skills/calendar' : `/skills/calendar/${of.item}`,
    title: what,
    on,
    isDayOfEntry: false,
    kind: 'development',
    place: 'work',
    sureness: 'ownWord',
    by: null,
    note: { is: 'hours', hours, of: of?.title ?? null },
    skills: skillsNamed(of?.skills ?? [], known),
  }
}

function ofDescribed({ name, content }: PersonalRecord<DescribedAward>, known: Frameworks): TimelineEntry {
  const { title, awardedBy, awardedOn, level, skills } = content
  return {
    item: `described ${name}`,
    href: `/described/${name}`,
    title,
    on: awardedOn === '' ? null : awardedOn,
    isDayOfEntry: false,
    kind: 'other',
    place: 'notSaid',
    sureness: 'described',
    by: awardedBy.length === 0 ? null : awardedBy.join(', '),
    note: level === '' ? null : { is: 'text', text: level },
    skills: skillsNamed(skills, known),
  }
}

/** Each step of something that one learns, as one says it oneself. */
function ofJourney({ name, content }: PersonalRecord<LearningJourney>): TimelineEntry[] {
  const { title, provider, steps } = content
  return steps.map(({ status, on }) => ({
    item: `journey ${name} ${status} ${on}`,
    href: `/skills/journey#${name}`,
    title,
    on,
    isDayOfEntry: false,
    kind: 'course',
    place: 'notSaid',
    sureness: 'ownWord',
    by: provider === '' ? null : provider,
    note: { is: 'status', status },
    skills: [],
  }))
}

/** A certificate on paper is the holder's word; a picture of it proves nothing. */
function ofCertificate({ name, content, withHelp }: PersonalRecord<OldCertificate>): TimelineEntry {
  const { paper, awardedOn, awardingBody } = content
  return {
    item: `${CERTIFICATE}${name}`,
    href: `/skills/certificates/${name}`,
    title: paper,
    on: awardedOn === '' ? null : awardedOn,
    isDayOfEntry: false,
    kind: 'other',
    place: 'notSaid',
    sureness: 'ownWord',
    by: awardingBody === '' ? null : awardingBody,
    note: { is: 'onPaper', withHelp: withHelp === true },
    skills: [],
  }
}
