import { evidenceBySkill, signersOfOwn, skillsShown, sourceOf, termOfSkill } from '#credential'
import { evidenceOf, GAP_STATES, type GapRow, gapOf, type SkillEvidence, statementsOf } from '#skills'
import { assessSelf, type SelfAssessment } from './assess-self.ts'
import type { WalletParts } from './parts.ts'
import { confirmedNow, listPortfolio, type PortfolioEntry } from './portfolio.ts'
import { listCredentials } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import type { Confirmation } from './records/portfolio-kinds.ts'
import { type CalendarEntry, calendarOf } from './skills/currency.ts'
import { factsOf, type HeldFact } from './skills/held-fact.ts'

/** One thing that somebody can do, and who says so. */
export interface CanDo {
  /** As the frameworks know it, or by its name alone. */
  term: string
  name: string
  /** The level that is shown, such as `Intermediate`; null where none is stated. */
  level: string | null
  state: GapRow['state']
  currency: GapRow['currency']
  until: GapRow['until']
  /** The credential that shows it best; null where it is the person's own answers. */
  credential: HeldFact | null
  /** Of the person's own answers: the technique, and what they said yes to. */
  own: { technique: string; can: readonly string[] } | null
  /** Of what the person made or did: where it is in the portfolio, and who confirmed it as it is now. */
  work: { name: string; confirmedBy: readonly Pick<Confirmation, 'by' | 'relation'>[] } | null
  /** How many other things show it too. */
  others: number
}

/** What a person can do, the surest first; and what they hold. */
export interface CanDoRecord {
  skills: readonly CanDo[]
  held: readonly CalendarEntry[]
  /** How many are not genuine, and so say nothing here. */
  notGenuine: number
  /** What makes a passport useful to others, and whether it is there. None of it takes a qualification. */
  has: { skill: boolean; work: boolean; confirmation: boolean }
}

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>

const OWN = 'own '
const WORK = 'work '

/** Puts together what a person's credentials show and what they say themselves, by skill. Nothing is fetched. */
export async function canDo(parts: Parts, person: Person): Promise<CanDoRecord> {
  const known = parts.frameworks
  const held = await listCredentials(parts, person)
  const facts = factsOf(held, known)
  const self = await assessSelf(parts, person, known.techniques)
  const portfolio = await listPortfolio(parts, person)
  const evidence = [
    ...evidenceBySkill(facts, known),
    ...ownEvidence(self, person),
    ...portfolio.flatMap((entry) => workEvidence(entry, person, self.today)),
  ]
  const requirements = skillsShown(evidence, known)
  const target = { id: 'own', kind: 'goal', title: '', requirements, rules: [] } as const
  const world = {
    on: self.today,
    holder: [person.id, ...signersOfOwn(facts)],
    currency: known.currency,
    levels: known.levels,
  }
  const { value } = gapOf(target, evidence, world)
  const skills = value
    .flatMap((row) => canDoOf(row, evidence, { facts, self, portfolio }) ?? [])
    .toSorted((one, other) => GAP_STATES.indexOf(one.state) - GAP_STATES.indexOf(other.state) || byName(one, other))
  return {
    skills,
    held: calendarOf(facts, self.today, known),
    notGenuine: held.length - facts.length,
    has: {
      skill: skills.length > 0,
      work: portfolio.length > 0,
      confirmation: skills.some(({ state }) => state === 'proven' || state === 'confirmed'),
    },
  }
}

/** What the person said yes to. Who said yes to nothing has said nothing that they can do. */
function ownEvidence({ framework, found, today }: SelfAssessment, person: Person): SkillEvidence[] {
  return found.value
    .filter(({ can }) => can.length > 0)
    .map((one) => evidenceOf(framework, one, { item: `${OWN}${one.technique}`, holder: person.id, on: today }))
}

/** What somebody made or did, as far as they say what it shows. A confirmation counts for what was seen, and no more. */
function workEvidence(entry: PortfolioEntry, person: Person, today: string): SkillEvidence[] {
  if (entry.item.skill === '') return []
  const isConfirmed = confirmedNow(entry).length > 0
  return [
    {
      item: `${WORK}${entry.name}`,
      terms: [termOfSkill(entry.item.skill)],
      assurance: isConfirmed ? 'PeerOrManagerConfirmed' : 'SelfAsserted',
      by: isConfirmed ? null : person.id,
      awardedOn: today,
      status: 'active',
    },
  ]
}

function canDoOf(
  row: GapRow,
  evidence: readonly SkillEvidence[],
  {
    facts,
    self,
    portfolio,
  }: { facts: readonly HeldFact[]; self: SelfAssessment; portfolio: readonly PortfolioEntry[] },
): CanDo | null {
  const { term, name, state, shownBy, currency, until } = row
  if (shownBy === null) return null
  const best = evidence.find(({ item }) => item === shownBy)
  const entry = portfolio.find((one) => `${WORK}${one.name}` === shownBy)
  const technique = shownBy.startsWith(OWN) ? shownBy.slice(OWN.length) : null
  const level = best?.level?.framework === self.framework.id ? best.level.code : null
  const others = new Set(
    evidence.filter(({ terms, item }) => terms.includes(term) && item !== shownBy).map((one) => sourceOf(one.item)),
  )
  return {
    term,
    name,
    level: level === 'Inexperienced' ? null : level,
    state,
    currency,
    until,
    credential: facts.find(({ item }) => item === sourceOf(shownBy)) ?? null,
    own: technique === null ? null : { technique, can: saidYes(self, technique) },
    work: entry === undefined ? null : { name: entry.name, confirmedBy: confirmedNow(entry) },
    others: others.size,
  }
}

function saidYes({ framework, found }: SelfAssessment, technique: string): string[] {
  const can = found.value.find((one) => one.technique === technique)?.can ?? []
  return statementsOf(framework, technique).flatMap(({ id, text }) => (can.includes(id) ? [text] : []))
}

const byName = (one: CanDo, other: CanDo) => (one.name < other.name ? -1 : 1)
