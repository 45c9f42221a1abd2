import { type Journey, type JourneyStep, journeyOf } from '#skills'
import type { WalletParts } from './parts.ts'
import { listCredentials } from './records/credentials.ts'
import { LEARNING_JOURNEY } from './records/journey-kind.ts'
import type { Person } from './records/person.ts'
import { listPersonal } from './records/personal.ts'
import { factsOf, type HeldFact } from './skills/held-fact.ts'

/** A step as it is shown: who says so, and the credential that does. */
export interface ShownStep extends JourneyStep {
  /** Null where the person says so alone. */
  by: string | null
  /** Null where no credential does. */
  item: string | null
}

/** A renewal of what came of it. */
export interface Renewal {
  item: string
  title: string
  on: string | null
}

/** Something that a person learns or learnt, with what they and its provider say of how far it is. */
export interface ShownJourney {
  /** The name of the person's own record of it; null where only a provider speaks of it. */
  name: string | null
  title: string
  provider: string
  journey: Journey<ShownStep>
  /** The credential that came of it, and what has renewed that since, the oldest first. */
  achieved: Renewal | null
  renewals: readonly Renewal[]
}

export interface Journeys {
  journeys: readonly ShownJourney[]
  /** What could have come of one: the credentials that show a completed achievement. */
  achieved: readonly HeldFact[]
  today: string
}

/** All that a person learns or learnt, what is under way first. A status is what they, or a credential's result, say it is. */
export async function readJourneys(
  parts: Pick<WalletParts, 'storage' | 'keys' | 'now' | 'frameworks'>,
  person: Person,
): Promise<Journeys> {
  const today = parts.now().toISOString().slice(0, 10)
  const facts = factsOf(await listCredentials(parts, person), parts.frameworks).filter(({ isRecord }) => !isRecord)
  const own = await listPersonal(parts, person, LEARNING_JOURNEY)
  const stated = Map.groupBy(
    facts.filter(({ learning }) => learning !== null),
    ({ by, achievement }) => `${by} ${achievement}`,
  )
  const taken = new Set<string>()
  const ofOwn = own.map(({ name, content }): ShownJourney => {
    const came = facts.find(({ digest }) => digest === content.credential)
    const key = came === undefined ? '' : `${came.by} ${came.achievement}`
    taken.add(key)
    const steps = [
      ...content.steps.map((step) => ({ ...step, by: null, item: null })),
      ...(stated.get(key) ?? []).flatMap(stepOf),
    ]
    return shown({ name, title: content.title, provider: content.provider, steps, came }, facts, today)
  })
  const ofProviders = [...stated].flatMap(([key, said]): ShownJourney[] => {
    const [first] = said
    if (first === undefined || taken.has(key)) return []
    const came = said.find(({ learning }) => learning === 'Completed')
    const { title, issuerName: provider } = first
    return [shown({ name: null, title, provider, steps: said.flatMap(stepOf), came }, facts, today)]
  })
  const journeys = [...ofOwn, ...ofProviders].toSorted((one, other) => rank(one) - rank(other))
  return {
    journeys,
    achieved: facts.filter(({ learning }) => learning === null || learning === 'Completed'),
    today,
  }
}

interface Known {
  name: string | null
  title: string
  provider: string
  steps: ShownStep[]
  came: HeldFact | undefined
}

function shown({ steps, came, ...rest }: Known, facts: readonly HeldFact[], today: string): ShownJourney {
  const achieved = came === undefined ? null : renewal(came)
  return { ...rest, journey: journeyOf(steps, today), achieved, renewals: renewalsOf(came, facts).map(renewal) }
}

/** What took the place of a credential, one after the other. */
function renewalsOf(came: HeldFact | undefined, facts: readonly HeldFact[]): HeldFact[] {
  const found: HeldFact[] = []
  for (let next = came?.supersededBy; next && found.every(({ item }) => item !== next); ) {
    const newer = facts.find(({ item }) => item === next)
    if (newer === undefined) break
    found.push(newer)
    next = newer.supersededBy
  }
  return found
}

const renewal = ({ item, title, awardedOn: on }: HeldFact): Renewal => ({ item, title, on })

function stepOf({ learning: status, awardedOn: on, issuerName, isOwn, item }: HeldFact): ShownStep[] {
  return status === null || on === null ? [] : [{ status, on, by: isOwn ? null : issuerName, item }]
}

/** What is under way or paused comes before what is over. */
const OVER = new Set(['Completed', 'Failed', 'Withdrew'])
const rank = ({ journey: { status } }: ShownJourney) => (status !== null && OVER.has(status) ? 1 : 0)
