import {
  type CredentialSummary,
  currencyOn,
  type LearningSource,
  learningSourceOf,
  type SkillFact,
  skillFactOf,
  standsOf,
} from '#credential'
import { type CurrencyValue, explainLevel, type Frameworks, LEVEL_FRAMEWORKS, type LevelReference } from '#skills'
import { type Assurance, isAssurance, type Recognition } from '#trust'
import { bodyInWords, type Face, faceOf } from '#web'
import type { CredentialAnswer } from '../answer.ts'

/** A credential that its issuer is proven to have signed, as an employer weighs it: names, and no identifiers. */
export interface ShownCredential {
  /** Unique among those that are shown together. */
  item: string
  digest: string
  title: string
  /** Whether somebody whom it is about signed it: it is then in their own words. */
  isOwn: boolean
  face: Face
  issuer: string
  recognition: Recognition['outcome']
  /** What counts: the lower of what its issuer claims and of what a list lets it claim. Null where that is not known. */
  assurance: Assurance | null
  /** What its issuer claims. */
  claimed: Assurance | null
  currency: CurrencyValue
  awardedOn: string | null
  level: ShownLevel | null
  source: LearningSource
  /** Four different parts in it. They are never put together, and an empty one says nothing of the others. */
  awardedBy: readonly string[]
  deliveredBy: readonly string[]
  validatedBy: readonly string[]
  regulatedBy: readonly string[]
}

export interface ShownLevel {
  name: string
  /** What the level is broadly comparable with in other frameworks; none where no table knows it. */
  elsewhere: readonly LevelReference[]
}

/** A shown credential with what it says to the engine of skills. */
export interface ReadCredential {
  answer: CredentialAnswer
  summary: CredentialSummary
  shown: ShownCredential
  fact: SkillFact
}

/** Reads one whose signature holds, for a day (`YYYY-MM-DD`). */
export function readShown(
  item: string,
  answer: CredentialAnswer & { credential: object; summary: CredentialSummary },
  on: string,
  known: Frameworks,
): ReadCredential {
  const { credential, digest, standing, summary } = answer
  const stands = standsOf(answer)
  const fact = skillFactOf(item, { credential, digest }, { stands, isBegun: standing !== 'notYetValid' }, known)
  const named = (bodies: readonly string[]) => bodies.map((id) => bodyInWords(id, summary.knownNames))
  return {
    answer,
    summary,
    fact,
    shown: {
      item,
      digest,
      title: summary.title,
      isOwn: fact.isOwn,
      face: faceOf(answer),
      issuer: summary.issuer.name ?? bodyInWords(summary.issuer.id),
      recognition: stands.recognition,
      assurance: fact.assurance,
      claimed: summary.assurance !== null && isAssurance(summary.assurance) ? summary.assurance : null,
      currency: currencyOn(fact, on, known).value,
      awardedOn: summary.awardedOn,
      level: levelOf(fact.level, summary, known),
      source: learningSourceOf(fact),
      awardedBy: named(summary.awardedBy),
      deliveredBy: named(summary.deliveredBy),
      validatedBy: named(summary.validatedBy),
      regulatedBy: named(summary.regulatedBy),
    },
  }
}

function levelOf(
  level: LevelReference | undefined,
  { level: stated }: CredentialSummary,
  known: Frameworks,
): ShownLevel | null {
  if (level === undefined) return stated === null ? null : { name: stated.name, elsewhere: [] }
  const others = LEVEL_FRAMEWORKS.filter((framework) => framework !== level.framework)
  return {
    name: `${level.framework} ${level.code}`,
    elsewhere: others.flatMap((framework) => explainLevel(known.levels, level, framework).value.levels),
  }
}
