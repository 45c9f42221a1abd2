import { type LearningSource, learningSourceOf, sourceOf } from '#credential'
import type { Language } from '#platform'
import { type Frameworks, statementsOf, type WeighedEvidence } from '#skills'
import type { SelfAssessment } from '../assess-self.ts'
import { CERTIFICATE } from '../old-certificates.ts'
import { confirmedNow, type PortfolioEntry } from '../portfolio.ts'
import type { DescribedAward } from '../records/described-kind.ts'
import type { OldCertificate } from '../records/old-certificate-kind.ts'
import type { PersonalRecord } from '../records/personal.ts'
import type { Confirmation } from '../records/portfolio-kinds.ts'
import type { HeldFact } from './held-fact.ts'
import { kindOf } from './learnt-where.ts'
import type { TimelineKind } from './timeline.ts'

/** One thing that shows a skill, whatever way somebody came by it. One of the last four at most is not null: none of a certificate on paper. */
export interface Showing {
  /** The same wherever it shows something. */
  item: string
  title: string
  /** Where it is in the wallet. */
  href: string
  kind: TimelineKind
  source: LearningSource
  state: WeighedEvidence['state']
  assurance: WeighedEvidence['assurance']
  /** Of a framework of techniques, such as `Intermediate`; null where none is stated. */
  level: string | null
  currency: WeighedEvidence['currency']['state']
  until: string | null
  credential: HeldFact | null
  /** Of the person's own answers: the technique with its name, what they said yes to, and what language both are in. */
  own: { technique: string; name: string; can: readonly string[]; language: Language } | null
  /** Of what the person made or did: where it is in the portfolio, and who confirmed it as it is now. */
  work: { name: string; confirmedBy: readonly Pick<Confirmation, 'by' | 'relation'>[] } | null
  /** Of an award that a file describes, which nobody signed to us: who awarded it, as the file says. */
  described: { awardedBy: readonly string[] } | null
}

/** All that somebody has which may show something. */
export interface Shelf {
  facts: readonly HeldFact[]
  self: SelfAssessment
  /** What language its techniques are in. */
  language: Language
  portfolio: readonly PortfolioEntry[]
  described: readonly PersonalRecord<DescribedAward>[]
  certificates: readonly PersonalRecord<OldCertificate>[]
}

/** What stands before the name of an item of evidence that is no credential. */
export const ITEM = { own: 'own ', work: 'work ', described: 'described ' } as const

/** Makes showings of weighed evidence: each finds what it is of by its item. */
export function showingsOf(shelf: Shelf, known: Frameworks): (weighed: WeighedEvidence) => Showing {
  const found = new Map<string, Pick<Showing, 'title' | 'href' | 'kind' | 'source'> & Partial<Showing>>([
    ...shelf.facts.map((fact) => [fact.item, ofCredential(fact)] as const),
    ...shelf.self.found.value.map((one) => [`${ITEM.own}${one.technique}`, ofAnswers(one, shelf)] as const),
    ...shelf.portfolio.map((entry) => [`${ITEM.work}${entry.name}`, ofWork(entry)] as const),
    ...shelf.described.map((record) => [`${ITEM.described}${record.name}`, ofDescribed(record)] as const),
    ...shelf.certificates.map((record) => [`${CERTIFICATE}${record.name}`, ofCertificate(record)] as const),
  ])
  return ({ evidence, state, assurance, currency }) => {
    const item = sourceOf(evidence.item)
    const of = found.get(item)
    if (of === undefined) throw new Error('evidence is of something that is there')
    const code = evidence.level?.framework === known.techniques.id ? evidence.level.code : null
    const level = code === 'Inexperienced' ? null : code
    const nothing = { credential: null, own: null, work: null, described: null }
    return { item, ...nothing, ...of, state, assurance, level, currency: currency.state, until: currency.until }
  }
}

function ofCredential(fact: HeldFact) {
  const { item, title } = fact
  const [kind, source] = [kindOf(fact), learningSourceOf(fact)]
  return { title, href: `/credentials/${item}`, kind, source, credential: fact }
}

function ofAnswers(
  { technique, can }: SelfAssessment['found']['value'][number],
  { self: { framework }, language }: Shelf,
) {
  const said = statementsOf(framework, technique).flatMap(({ id, text }) => (can.includes(id) ? [text] : []))
  const name = framework.content.techniques.find(({ code }) => code === technique)?.title ?? technique
  return {
    title: `Your answers: ${name}`,
    href: `/skills/self-assessment/${technique}/result`,
    kind: 'answers' as const,
    source: 'notSaid' as const,
    own: { technique, name, can: said, language },
  }
}

function ofWork(entry: PortfolioEntry) {
  const { name, item } = entry
  const work = { name, confirmedBy: confirmedNow(entry) }
  return { title: item.title, href: `/portfolio/${name}`, kind: 'work' as const, source: 'notSaid' as const, work }
}

function ofDescribed({ name, content: { title, awardedBy } }: PersonalRecord<DescribedAward>) {
  const href = `/described/${name}`
  return { title, href, kind: 'other' as const, source: 'notSaid' as const, described: { awardedBy } }
}

function ofCertificate({ name, content: { paper } }: PersonalRecord<OldCertificate>) {
  return { title: paper, href: `/skills/certificates/${name}`, kind: 'other' as const, source: 'notSaid' as const }
}
