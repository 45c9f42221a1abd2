import { type CredentialSummary, summarise } from '#credential'
import { bodyInWords, en, formatDate, type PdfBlock, wordsOf } from '#web'
import type { HeldCredential } from '../records/credentials.ts'

const NOT_STATED = 'Not stated'

/** A credential on paper: what its page says of it, field by field, and how it stood when it was last checked. */
export function credentialFacts({ shown, checked }: Pick<HeldCredential, 'shown' | 'checked'>): PdfBlock[] {
  const summary = summarise(shown)
  const standing = `${en.standings[checked.face]}, checked ${formatDate(checked.at)}`
  return [
    { kind: 'heading', level: 3, text: summary.title },
    { kind: 'facts', rows: [...fieldsOf(summary), { label: 'How it stood', value: standing }] },
  ]
}

function fieldsOf(summary: CredentialSummary): { label: string; value: string }[] {
  const { issuer, skill, level, assessmentMethods, awardedBy, knownNames, awardedOn, doesNotExpire } = summary
  const day = (value: string | null, without = '') => (value === null ? without : formatDate(value))
  return [
    ['Issued by', issuer.name ?? bodyInWords(issuer.id)] as const,
    ['Skills', skill.join('; ')] as const,
    ['Level', level?.name ?? ''] as const,
    ['How it was assessed', assessmentMethods.map(wordsOf).join('; ')] as const,
    ['Awarded by', awardedBy.map((body) => bodyInWords(body, knownNames)).join('; ')] as const,
    ['Awarded on', day(awardedOn)] as const,
    ['Valid until', day(summary.validUntil, doesNotExpire ? 'Does not expire' : '')] as const,
    ['Current until', day(summary.currentUntil, doesNotExpire ? 'Does not lapse' : '')] as const,
  ].map(([label, value]) => ({ label, value: value === '' ? NOT_STATED : value }))
}
