import { evidenceBySkill, signersOfOwn, skillsShown, sourceOf, termOfSkill } from '#credential'
import type { Language } from '#platform'
import {
  evidenceOf,
  type Frameworks,
  GAP_STATES,
  type GapWorld,
  type Requirement,
  type SkillEvidence,
  techniquesIn,
  weighEvidence,
} from '#skills'
import { assessSelf, type SelfAssessment } from './assess-self.ts'
import { CERTIFICATE, certificateEvidence, listCertificates } from './old-certificates.ts'
import type { WalletParts } from './parts.ts'
import { confirmedNow, listPortfolio, type PortfolioEntry } from './portfolio.ts'
import { listCredentials } from './records/credentials.ts'
import { DESCRIBED_AWARD, type DescribedAward } from './records/described-kind.ts'
import type { Person } from './records/person.ts'
import { listPersonal, type PersonalRecord } from './records/personal.ts'
import { type CalendarEntry, calendarOf } from './skills/currency.ts'
import { factsOf, type HeldFact } from './skills/held-fact.ts'
import { ITEM, type Shelf, type Showing, showingsOf } from './skills/showing.ts'

/** One thing that somebody can do, as the best that shows it says; and all that shows it. */
export interface CanDo extends Showing {
  /** As the frameworks know it, or by its name alone. */
  term: string
  name: string
  /** The best first, each once, whatever way it came. */
  shownBy: readonly Showing[]
}

/** What a person can do, the surest first; and what they hold. */
export interface CanDoRecord {
  skills: readonly CanDo[]
  /** What shows no skill by name, the newest that came in first. */
  unnamed: readonly Showing[]
  held: readonly CalendarEntry[]
  facts: readonly HeldFact[]
  /** How many are not genuine, and so say nothing here. */
  notGenuine: number
  today: string
  /** What makes a passport useful to others, and whether it is there. None of it takes a qualification. */
  has: { skill: boolean; work: boolean; confirmation: boolean }
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>

/**
 * Puts together what a person's credentials show and what they say themselves, by skill. Nothing is fetched. The techniques
 * are named in `language` where they have words in it.
 */
export async function canDo(parts: Parts, person: Person, language: Language = 'en'): Promise<CanDoRecord> {
  const known = parts.frameworks
  const techniques = techniquesIn(known, language)
  const held = await listCredentials(parts, person)
  const shelf: Shelf = {
    facts: factsOf(held, known),
    self: await assessSelf(parts, person, techniques.value),
    language: techniques.language,
    portfolio: await listPortfolio(parts, person),
    described: await listPersonal(parts, person, DESCRIBED_AWARD),
    certificates: await listCertificates(parts, person),
  }
  const { facts, self, portfolio } = shelf
  const { today } = self
  const holder = [person.id, ...signersOfOwn(facts)]
  const world = { on: today, holder, currency: known.currency, levels: known.levels }
  const evidence = evidenceIn(shelf, person, known)
  const skills = weighedBySkill(evidence, shelf, world, known)
  const named = new Set(evidence.map(({ item }) => sourceOf(item)))
  return {
    skills,
    unnamed: unnamedIn(shelf, named, person, world, known),
    held: calendarOf(facts, today, known),
    facts,
    notGenuine: held.length - facts.length,
    today,
    has: {
      skill: skills.length > 0,
      work: portfolio.length > 0,
      confirmation: skills.some(({ state }) => state === 'proven' || state === 'confirmed'),
    },
  }
}

function weighedBySkill(evidence: readonly SkillEvidence[], shelf: Shelf, world: GapWorld, known: Frameworks): CanDo[] {
  const { id, content } = shelf.self.framework
  const titles = new Map(content.techniques.map(({ code, title }) => [`${id}#${code}`, title]))
  const showing = showingsOf(shelf, known)
  const byTerm = new Map<string, SkillEvidence[]>(skillsShown(evidence, known).map(({ term }) => [term, []]))
  for (const one of evidence) for (const term of new Set(one.terms)) byTerm.get(term)?.push(one)
  return skillsShown(evidence, known)
    .flatMap((asked): CanDo[] => {
      const shownBy = onceEach(weighEvidence(asked, byTerm.get(asked.term) ?? [], world).map(showing))
      const [best] = shownBy
      return best === undefined
        ? []
        : [{ ...best, term: asked.term, name: titles.get(asked.term) ?? asked.name, shownBy }]
    })
    .toSorted((one, other) => GAP_STATES.indexOf(one.state) - GAP_STATES.indexOf(other.state) || byName(one, other))
}

/** What shows a skill twice, as a whole and by a level of it, is one thing. */
function onceEach(showings: readonly Showing[]): Showing[] {
  return [...new Map(showings.toReversed().map((one) => [one.item, one])).values()].toReversed()
}

const byName = (one: CanDo, other: CanDo) => (one.name < other.name ? -1 : 1)

function evidenceIn(shelf: Shelf, person: Person, known: Frameworks): SkillEvidence[] {
  const { facts, self, portfolio, described, certificates } = shelf
  return [
    ...evidenceBySkill(facts, known),
    ...certificateEvidence(certificates, known, { holder: person.id, on: self.today }),
    ...ownEvidence(self, person),
    ...portfolio
      .filter(({ item }) => item.skill !== '')
      .map((entry) => workEvidence(entry, [termOfSkill(entry.item.skill, known)], person, self.today)),
    ...described
      .filter(({ content }) => content.skills.length > 0)
      .map((record) =>
        describedEvidence(
          record,
          record.content.skills.map((one) => termOfSkill(one, known)),
          person,
          self.today,
        ),
      ),
  ]
}

/** What the person said yes to. Who said yes to nothing has said nothing that they can do. */
function ownEvidence({ framework, found, today }: SelfAssessment, person: Person): SkillEvidence[] {
  return found.value
    .filter(({ can }) => can.length > 0)
    .map((one) => evidenceOf(framework, one, { item: `${ITEM.own}${one.technique}`, holder: person.id, on: today }))
}

/** What somebody made or did. A confirmation counts for what was seen, and no more. */
function workEvidence(entry: PortfolioEntry, terms: string[], person: Person, today: string): SkillEvidence {
  const isConfirmed = confirmedNow(entry).length > 0
  return {
    item: `${ITEM.work}${entry.name}`,
    terms,
    assurance: isConfirmed ? 'PeerOrManagerConfirmed' : 'SelfAsserted',
    by: isConfirmed ? null : person.id,
    awardedOn: today,
    status: 'active',
  }
}

/** What a file describes and nobody signed is the word of whoever brought it. */
function describedEvidence(
  { name, content: { awardedOn, until } }: PersonalRecord<DescribedAward>,
  terms: string[],
  person: Person,
  today: string,
): SkillEvidence {
  return {
    item: `${ITEM.described}${name}`,
    terms,
    assurance: 'SelfAsserted',
    by: person.id,
    awardedOn: awardedOn === '' ? today : awardedOn,
    status: 'active',
    ...(until === '' ? {} : { currentUntil: until }),
  }
}

/** What there is that names no skill, weighed as if each was one of its own. */
function unnamedIn(
  shelf: Shelf,
  named: ReadonlySet<string>,
  person: Person,
  world: GapWorld,
  known: Frameworks,
): Showing[] {
  const { facts, portfolio, described, certificates } = shelf
  const evidence: SkillEvidence[] = [
    ...facts.map((fact) => ({ ...fact, terms: [] })),
    ...portfolio.map((entry) => workEvidence(entry, [], person, world.on)),
    ...described.map((record) => describedEvidence(record, [], person, world.on)),
    ...certificates.map(
      ({ name }): SkillEvidence => ({
        item: `${CERTIFICATE}${name}`,
        terms: [],
        assurance: 'SelfAsserted',
        by: person.id,
        awardedOn: world.on,
        status: 'active',
      }),
    ),
  ]
  return weighEvidence(
    ANYTHING,
    evidence.filter(({ item }) => !named.has(item)),
    world,
  ).map(showingsOf(shelf, known))
}

const ANYTHING: Requirement = {
  term: '',
  name: '',
  isEssential: false,
  mustBeCurrent: false,
  policies: [],
  alsoShownBy: [],
}
