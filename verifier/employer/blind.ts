import type { EmployerView, ShownSkill, Supplement } from './employer-view.ts'
import { hiding, LEFT_OUT, sameText } from './hidden-names.ts'
import { hiddenTitles } from './hidden-titles.ts'
import type { ShownCredential } from './shown-credential.ts'
import type { ShownWork } from './shown-work.ts'

/**
 * Makes views without what tells who somebody is, or where and when they learned: names of people, of those who award, deliver
 * and check (each becomes a letter, the same in all views of those that are looked at together), days of awards and last days. Regulators
 * stay unless they are one of those, and so does whether something is current. Of what is in a person's own words, and of what
 * nobody vouches for and no name can be taken out of, no words stay. What is hidden is worked out once for all.
 */
export function blinding(all: readonly EmployerView[]): (view: EmployerView) => EmployerView {
  const shown = all.flatMap(shownIn)
  const institutions = [...new Set(shown.flatMap(institutionsOf).map(sameText))].toSorted()
  const instead = new Map(institutions.map((name, at) => [name, `Institution ${letters(at)}`]))
  const ownNames = shown.flatMap(({ isOwn, issuer }) => (isOwn ? [issuer] : []))
  const without = hiding(instead, new Set([...all.flatMap(({ holders }) => holders), ...ownNames]))
  const letterOf = (name: string) => instead.get(sameText(name)) ?? without(name)
  const hidden = (one: ShownCredential, titles: ReadonlyMap<string, string>): ShownCredential => ({
    ...one,
    title: titles.get(one.item) ?? without(one.title),
    issuer: one.isOwn ? 'The person themself' : letterOf(one.issuer),
    awardedOn: null,
    // A last day tells the day of the award to whoever knows how long it lasts.
    currency: { ...one.currency, until: null, graceUntil: null, daysLeft: null, remindOn: [] },
    level: titles.has(one.item) ? levelOfTable(one) : one.level && { ...one.level, name: without(one.level.name) },
    awardedBy: one.awardedBy.map(letterOf),
    deliveredBy: one.deliveredBy.map(letterOf),
    validatedBy: one.validatedBy.map(letterOf),
    regulatedBy: titles.has(one.item) ? [] : one.regulatedBy.map(letterOf),
  })
  return (view) => {
    const titles = hiddenTitles(view.holders.length > 0, shownIn(view))
    const inBlind = (one: ShownCredential) => hidden(one, titles)
    const tied = (ties: Supplement['beside']) => ties.map((tie) => ({ ...tie, credential: inBlind(tie.credential) }))
    const skills = view.skills.filter((skill) => isInOthersWords(skill, titles))
    const work = new Map(view.work.map((one, at) => [one.item, hiddenWork(one, at + 1, skills)]))
    const workOf = ({ item }: ShownWork) => work.get(item) ?? []
    return {
      ...view,
      holders: [],
      skills: skills.map((skill) => ({
        ...skill,
        name: skill.isOfFramework ? skill.name : without(skill.name),
        by: skill.by && inBlind(skill.by),
        work: skill.work && (work.get(skill.work.item) ?? null),
        others: skill.others.map(inBlind),
        otherWork: skill.otherWork.flatMap(workOf),
      })),
      credentials: view.credentials.map(inBlind),
      work: [...work.values()],
      supplements: view.supplements.map((one) => ({
        ...one,
        degree: inBlind(one.degree),
        beside: tied(one.beside),
        inside: tied(one.inside),
      })),
    }
  }
}

/** A level by its name in a table that is known here; what only the credential calls so is free text. */
const levelOfTable = ({ level }: ShownCredential) => (level !== null && level.elsewhere.length > 0 ? level : null)

/** Whether a framework calls a skill so, or a credential whose words stay. What only work calls so is free text of its holder. */
const isInOthersWords = ({ isOfFramework, by, others }: ShownSkill, titles: ReadonlyMap<string, string>) =>
  isOfFramework || [...(by === null ? [] : [by]), ...others].some(({ item }) => !titles.has(item))

/** Free text of a holder may name anyone, so of work only which skills it shows stays, and how many confirm it. */
function hiddenWork(one: ShownWork, number: number, skills: readonly ShownSkill[]): ShownWork {
  const shows = skills.find(
    ({ isOfFramework, work, otherWork }) =>
      isOfFramework && [work, ...otherWork].some((shown) => shown?.item === one.item),
  )
  return {
    ...one,
    title: `Work ${number}`,
    about: '',
    contribution: '',
    skill: shows?.name ?? '',
    confirmedBy: one.confirmedBy.map(() => ({ by: LEFT_OUT, relation: '', on: '' })),
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

const institutionsOf = ({ isOwn, issuer, awardedBy, deliveredBy, validatedBy }: ShownCredential) => [
  ...(isOwn ? [] : [issuer]),
  ...awardedBy,
  ...deliveredBy,
  ...validatedBy,
]

/** A, B … Z, AA, AB … */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`
}
