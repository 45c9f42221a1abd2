import {
  type AssociationType,
  degreeTiesIn,
  evidenceBySkill,
  isAboutSamePerson,
  isProven,
  signersOfOwn,
  skillsShown,
  sourceOf,
  subjectIdsOf,
  withReplacements,
} from '#credential'
import {
  type Currency,
  type Frameworks,
  GAP_STATES,
  type GapState,
  gapOf,
  type SkillEvidence,
  type WeighedEvidence,
  weighEvidence,
} from '#skills'
import { type CheckAnswer, type CredentialAnswer, shownIn, workShownIn } from '../answer.ts'
import { type ReadCredential, readShown, type ShownCredential } from './shown-credential.ts'
import { type ShownWork, shownWork, workEvidence } from './shown-work.ts'

/** One thing that somebody can do, and what shows it best: a credential or work, the other is null. */
export interface ShownSkill {
  term: string
  name: string
  /** Whether a framework calls it so: then nobody is named in it. */
  isOfFramework: boolean
  /** Of a framework of techniques, such as `Intermediate`. */
  level: string | null
  state: GapState
  by: ShownCredential | null
  work: ShownWork | null
  /** What shows it too. */
  others: readonly ShownCredential[]
  otherWork: readonly ShownWork[]
  /** What each of them comes to by itself, by its `item`: what somebody signed about themself is their own word. */
  weighed: ReadonlyMap<string, Pick<WeighedEvidence, 'state' | 'assurance'>>
}

/** A degree, and what a record ties to it: gained beside it, or inside of it. */
export interface Supplement {
  degree: ShownCredential
  beside: readonly { credential: ShownCredential; type: AssociationType }[]
  inside: readonly { credential: ShownCredential; type: AssociationType }[]
  /** How many more the record ties to it that are not genuine, not there, or not shown to be of the same person. */
  left: number
}

/** What an employer asks first: what can they do, who says so, is it current? It rests on proven credentials, and apart from them on work. */
export interface EmployerView {
  /** The day that it is for. */
  on: string
  /** By the credentials; more than one where they do not agree. */
  holders: readonly string[]
  skills: readonly ShownSkill[]
  credentials: readonly ShownCredential[]
  /** What they made or did. Nobody checked it. */
  work: readonly ShownWork[]
  supplements: readonly Supplement[]
  /** How many say nothing here, because they are not genuine, or because that could not be checked. */
  left: { notGenuine: number; unchecked: number }
}

/** The view with what it was made of, by which a comparison goes on. */
export interface ReadEmployerView {
  view: EmployerView
  evidence: readonly SkillEvidence[]
  /** The DIDs of the person, under which their own word is told from others'. */
  holder: readonly string[]
}

/** Reads an answer as an employer does, on the day that it was checked for. */
export function employerView(answer: CheckAnswer, known: Frameworks): ReadEmployerView {
  const on = answer.at.slice(0, 10)
  const all = handedIn(answer)
  const apart = all.flatMap((one, at) => {
    const { credential, summary } = one
    const isShown = credential !== null && summary !== null && one.standing !== 'notGenuine' && isProven(one.checks)
    return isShown ? [readShown(`c${at + 1}`, { ...one, credential, summary }, on, known)] : []
  })
  const read = withOwn(apart)
  const facts = withReplacements(read.map(({ fact }) => fact))
  const work = shownWork(workShownIn(answer))
  const evidence = [...evidenceBySkill(facts, known), ...workEvidence(work, on, known)]
  const holder = signersOfOwn(facts)
  const notGenuine = all.filter(({ standing }) => standing === 'notGenuine').length
  // A record says what belongs together; what somebody can do is in the credentials that it holds.
  const single = read.filter(({ summary }) => summary.record === null)
  return {
    evidence,
    holder,
    view: {
      on,
      holders: [...new Set(read.flatMap(({ summary }) => summary.recipientName ?? []))],
      skills: skillsOf(evidence, { read, work }, { on, holder, currency: known.currency, levels: known.levels }, known),
      credentials: single.map(({ shown }) => shown),
      work,
      supplements: supplementsOf(read),
      left: { notGenuine, unchecked: all.length - read.length - notGenuine },
    },
  }
}

/** Whoever is the subject of one of them wrote the others that they signed themself, whatever subject those name. */
function withOwn(all: readonly ReadCredential[]): ReadCredential[] {
  const people = new Set(
    all.flatMap(({ answer, summary }) => (summary.endorsement === null ? subjectIdsOf(answer.credential ?? {}) : [])),
  )
  return all.map((one) => {
    const isOwn = one.shown.isOwn || people.has(one.summary.issuer.id)
    return { ...one, shown: { ...one.shown, isOwn } }
  })
}

/** Each credential that was handed in, in order. One that is there by itself and inside a record is one, where it is first. */
export function handedIn(answer: CheckAnswer): CredentialAnswer[] {
  const answers = shownIn(answer).flatMap((one) => [one, ...(one.reports ?? [])])
  return answers.filter(
    ({ digest }, at) => digest === '' || answers.findIndex((other) => other.digest === digest) === at,
  )
}

function skillsOf(
  evidence: readonly SkillEvidence[],
  { read, work }: { read: readonly ReadCredential[]; work: readonly ShownWork[] },
  world: Parameters<typeof gapOf>[2],
  known: Frameworks,
): ShownSkill[] {
  const requirements = skillsShown(evidence, known)
  const { value } = gapOf({ id: 'shown', kind: 'goal', title: '', requirements, rules: [] }, evidence, world)
  const shownBy = (item: string) => read.find(({ shown }) => shown.item === sourceOf(item))?.shown
  return value
    .flatMap(({ term, name, state, shownBy: best }, at): ShownSkill[] => {
      const by = best === null ? undefined : shownBy(best)
      const done = work.find(({ item }) => item === best)
      if (by === undefined && done === undefined) return []
      const own = evidence.filter(({ terms }) => terms.includes(term))
      const asked = requirements[at]
      const weighed = asked === undefined ? [] : weighEvidence(asked, own, world)
      const level = evidence.find(({ item }) => item === best)?.level
      const others = own.flatMap(({ item }) => shownBy(item) ?? [])
      return [
        {
          term,
          name,
          isOfFramework: known.nameOf(term) === name,
          level: level?.framework === known.techniques.id ? level.code : null,
          state: by !== undefined && isOver(by) ? 'lapsed' : state,
          by: by ?? null,
          work: done ?? null,
          others: [...new Set(others)].filter((one) => one !== by && isInForce(one)),
          otherWork: work.filter((one) => one !== done && own.some(({ item }) => item === one.item)),
          // The best is first, and stays where a credential shows it in two ways.
          weighed: new Map(weighed.toReversed().map((one) => [sourceOf(one.evidence.item), one])),
        },
      ]
    })
    .toSorted(
      (one, other) =>
        GAP_STATES.indexOf(one.state) - GAP_STATES.indexOf(other.state) || (one.name < other.name ? -1 : 1),
    )
}

const NOT_IN_FORCE: readonly Currency[] = ['revoked', 'suspended', 'superseded']

/** What was taken back or replaced shows nothing. */
const isInForce = ({ currency: { state } }: ShownCredential) => !NOT_IN_FORCE.includes(state)

const isOver = ({ currency: { state } }: ShownCredential) =>
  state === 'lapsedNotAuthorised' || state === 'lapsedHistory'

/** Only of genuine credentials about one person, and only by a record that is genuine itself. */
function supplementsOf(read: readonly ReadCredential[]): Supplement[] {
  const genuine = read.filter(({ answer }) => answer.standing === 'genuine')
  return genuine.flatMap(({ answer: { credential: record } }) =>
    degreeTiesIn(record ?? {}).flatMap(({ degree: id, ties }): Supplement[] => {
      const degree = genuine.find(({ fact }) => fact.achievement === id)
      if (degree === undefined) return []
      const tied = ties.flatMap(({ achievement, is, type }) => {
        const found = genuine.find(
          ({ fact, answer }) =>
            fact.achievement === achievement &&
            isAboutSamePerson(answer.credential ?? {}, degree.answer.credential ?? {}),
        )
        return found === undefined ? [] : [{ credential: found.shown, is, type }]
      })
      if (tied.length === 0) return []
      const beside = tied.filter(({ is }) => is === 'beside')
      const inside = tied.filter(({ is }) => is === 'inside')
      return [{ degree: degree.shown, beside, inside, left: ties.length - tied.length }]
    }),
  )
}
