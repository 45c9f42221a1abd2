import type { EmployerView, Supplement } from './employer-view.ts'
import { hiding, sameText } from './hidden-names.ts'
import type { ShownCredential } from './shown-credential.ts'
import type { ShownWork } from './shown-work.ts'

/**
 * A view without what tells who somebody is, or where and when they learned: names of people, of those who award, deliver and
 * check (each becomes a letter, the same everywhere, in what stands beside it too), and days of awards. Regulators stay unless
 * they are one of those, and so does whether something is current.
 */
export function blinded(view: EmployerView, beside: readonly EmployerView[] = []): EmployerView {
  const all = [view, ...beside]
  const institutions = [...new Set(all.flatMap(shownIn).flatMap(institutionsOf).map(sameText))].toSorted()
  const instead = new Map(institutions.map((name, at) => [name, `Institution ${letters(at)}`]))
  const without = hiding(
    instead,
    all.flatMap(({ holders }) => holders),
  )
  const letterOf = (name: string) => instead.get(sameText(name)) ?? name
  const hidden = (one: ShownCredential): ShownCredential => ({
    ...one,
    title: without(one.title),
    issuer: letterOf(one.issuer),
    awardedOn: null,
    level: one.level && { ...one.level, name: without(one.level.name) },
    awardedBy: one.awardedBy.map(letterOf),
    deliveredBy: one.deliveredBy.map(letterOf),
    validatedBy: one.validatedBy.map(letterOf),
    regulatedBy: one.regulatedBy.map(letterOf),
  })
  // Free text of a holder may name anyone, so of work only what it shows stays, and how many confirm it.
  const hiddenWork = (one: ShownWork): ShownWork => ({
    ...one,
    title: without(one.title),
    about: '',
    contribution: '',
    confirmedBy: one.confirmedBy.map(({ on }) => ({ by: '…', relation: '', on })),
  })
  const tied = (ties: Supplement['beside']) => ties.map((tie) => ({ ...tie, credential: hidden(tie.credential) }))
  return {
    ...view,
    holders: [],
    skills: view.skills.map((skill) => ({
      ...skill,
      name: skill.isOfFramework ? skill.name : without(skill.name),
      by: skill.by && hidden(skill.by),
      work: skill.work && hiddenWork(skill.work),
      others: skill.others.map(hidden),
      otherWork: skill.otherWork.map(hiddenWork),
    })),
    credentials: view.credentials.map(hidden),
    work: view.work.map(hiddenWork),
    supplements: view.supplements.map((one) => ({
      ...one,
      degree: hidden(one.degree),
      beside: tied(one.beside),
      inside: tied(one.inside),
    })),
  }
}

/** All that a view shows, records too: a credential may be there more than once. */
function shownIn({ credentials, skills, supplements }: EmployerView): ShownCredential[] {
  return [
    ...credentials,
    ...skills.flatMap(({ by, others }) => (by === null ? others : [by, ...others])),
    ...supplements.flatMap(({ degree, beside, inside }) => [
      degree,
      ...[...beside, ...inside].map(({ credential }) => credential),
    ]),
  ]
}

const institutionsOf = ({ issuer, awardedBy, deliveredBy, validatedBy }: ShownCredential) => [
  issuer,
  ...awardedBy,
  ...deliveredBy,
  ...validatedBy,
]

/** A, B … Z, AA, AB … */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`
}
