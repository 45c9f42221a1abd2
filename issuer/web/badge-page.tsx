import type { Mark } from '#credential'
import { Bodies, CopyLink, DateText, endorsementRows, Heading, Marks, Notice, page, SummaryList } from '#web'
import { summaryOf } from '../issue.ts'
import type { CredentialRecord } from '../records/credentials.ts'
import type { Issuer } from '../records/issuers.ts'

const STATES: Record<CredentialRecord['status'], { word: string; sentence: string; tone: 'done' | 'attention' }> = {
  valid: { word: 'Holds', sentence: 'The issuer stands by this award.', tone: 'done' },
  suspended: {
    word: 'Suspended',
    sentence: 'The issuer has suspended this award for now. It may be reinstated.',
    tone: 'attention',
  },
  revoked: {
    word: 'Revoked',
    sentence: 'The issuer has revoked this award. It does not hold any more.',
    tone: 'attention',
  },
}

interface BadgePageOptions {
  record: CredentialRecord
  issuer: Issuer
  url: string
  /** Why it is suspended, in words meant for everyone. */
  reasons: readonly string[]
  /** What others say of it, verified just now. */
  marks: readonly Mark[]
}

/** The public page of an awarded badge: everything but to whom. */
export function badgePage({ record, issuer, url, reasons, marks }: BadgePageOptions): string {
  const { word, sentence, tone } = STATES[record.status]
  const summary = record.signed === null ? null : summaryOf(record.signed)
  const endorsement = summary?.endorsement ?? null
  return page({
    service: 'issuer',
    title: record.title,
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            endorsement === null
              ? `Issued by ${issuer.name}. This page says nothing of the person it was awarded to.`
              : `Signed by ${issuer.name}. It is what they say of somebody else’s award.`
          }
        >
          <bdi>{record.title}</bdi>
        </Heading>
        <Notice tone={tone} title={word}>
          {sentence}
          {reasons.map((reason) => (
            <p key={reason}>
              The reason it gives: <bdi>{reason}</bdi>
            </p>
          ))}
        </Notice>
        <SummaryList
          rows={[
            {
              label: 'Issued by',
              value: (
                <a href={`/issuers/${issuer.id}`}>
                  <bdi>{issuer.name}</bdi>
                </a>
              ),
            },
            ...(summary && summary.awardedBy.length > 0
              ? [{ label: 'Awarded by', value: <Bodies ids={summary.awardedBy} knownNames={summary.knownNames} /> }]
              : []),
            ...(summary?.awardedOn ? [{ label: 'Awarded on', value: <DateText value={summary.awardedOn} /> }] : []),
            ...(record.issued_at ? [{ label: 'Signed on', value: <DateText value={record.issued_at} /> }] : []),
            ...(endorsement === null ? [] : endorsementRows(endorsement, null)),
            ...(summary?.level ? [{ label: 'Level', value: <bdi>{summary.level.name}</bdi> }] : []),
            ...(summary?.currentUntil
              ? [{ label: 'Current until', value: <DateText value={summary.currentUntil} /> }]
              : []),
            ...(record.status_changed_at
              ? [{ label: `${word} since`, value: <DateText value={record.status_changed_at} /> }]
              : []),
          ]}
        />
        <Marks marks={marks} id="marks" headingLevel={2} />
        <section class="flow">
          <h2>How to check it</h2>
          <p>
            Ask the person for the link or file that they share with you, and open it in any verifier of Open Badges or
            verifiable credentials. Only that shows who it was awarded to, and that nothing was altered.
          </p>
          <CopyLink id="badge-link" label="Address of this page" url={url} />
        </section>
      </div>
    ),
  })
}

/** What is left of a badge whose data were erased. */
export function erasedBadgePage({ issuer }: { issuer: Issuer }): string {
  return page({
    service: 'issuer',
    title: 'This page is gone',
    body: (
      <div class="narrow flow">
        <Heading lead={`${issuer.name} awarded a badge here and has since erased what it kept about it.`}>
          This page is gone
        </Heading>
        <p>The badge itself, if its holder has it, can still be checked with any verifier.</p>
        <p>
          <a href={`/issuers/${issuer.id}`}>
            What <bdi>{issuer.name}</bdi> awards
          </a>
        </p>
      </div>
    ),
  })
}
