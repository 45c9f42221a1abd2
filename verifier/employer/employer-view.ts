import {
  type AssociationType,
  degreeTiesIn,
  evidenceBySkill,
  isAboutSamePerson,
  isProven,
  signersOfOwn,
  skillsShown,
  sourceOf,
  withReplacements,
} from '#credential'
import { type Currency, type Frameworks, GAP_STATES, type GapState, gapOf, type SkillEvidence } from '#skills'
import { type CheckAnswer, type CredentialAnswer, shownIn } from '../answer.ts'
import { type ReadCredential, readShown, type ShownCredential } from './shown-credential.ts'

/** One thing that somebody can do, and what shows it. */
export interface ShownSkill {
  name: string
  /** Whether a framework calls it so: then nobody is named in it. */
  isOfFramework: boolean
  /** Of a framework of techniques, such as `Intermediate`. */
  level: string | null
  state: GapState
  by: ShownCredential
  /** What shows it too. */
  others: readonly ShownCredential[]
}

/** A degree, and what a record ties to it: gained beside it, or inside of it. */
export interface Supplement {
  degree: ShownCredential
  beside: readonly { credential: ShownCredential; type: AssociationType }[]
  inside: readonly { credential: ShownCredential; type: AssociationType }[]
  /** How many more the record ties to it that are not genuine, not there, or not shown to be of the same person. */
  left: number
}

/** What an employer asks first: what can they do, who says so, is it current? It rests on proven credentials alone. */
export interface EmployerView {
  /** The day that it is for. */
  on: string
  /** By the credentials; more than one where they do not agree. */
  holders: readonly string[]
  skills: readonly ShownSkill[]
  credentials: readonly ShownCredential[]
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
  const read = all.flatMap((one, at) => {
    const { credential, summary } = one
    const isShown = credential !== null && summary !== null && one.standing !== 'notGenuine' && isProven(one.checks)
    return isShown ? [readShown(`c${at + 1}`, { ...one, credential, summary }, on, known)] : []
  })
  const facts = withReplacements(read.map(({ fact }) => fact))
  const evidence = evidenceBySkill(facts, known)
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
      skills: skillsOf(evidence, read, { on, holder, currency: known.currency, levels: known.levels }, known),
      credentials: single.map(({ shown }) => shown),
      supplements: supplementsOf(read),
      left: { notGenuine, unchecked: all.length - read.length - notGenuine },
    },
  }
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
  read: readonly ReadCredential[],
  world: Parameters<typeof gapOf>[2],
  known: Frameworks,
): ShownSkill[] {
  const requirements = skillsShown(evidence, known)
  const { value } = gapOf({ id: 'shown', kind: 'goal', title: '', requirements, rules: [] }, evidence, world)
  const shownBy = (item: string) => read.find(({ shown }) => shown.item === sourceOf(item))?.shown
  return value
    .flatMap(({ term, name, state, shownBy: best }): ShownSkill[] => {
      const by = best === null ? undefined : shownBy(best)
      if (by === undefined) return []
      const level = evidence.find(({ item }) => item === best)?.level
      const others = evidence.filter(({ terms }) => terms.includes(term)).flatMap(({ item }) => shownBy(item) ?? [])
      return [
        {
          name,
          isOfFramework: known.nameOf(term) === name,
          level: level?.framework === known.techniques.id ? level.code : null,
          state: isOver(by) ? 'lapsed' : state,
          by,
          others: [...new Set(others)].filter((one) => one !== by && isInForce(one)),
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
