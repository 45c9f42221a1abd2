import { Empty, Heading, page, Shortened, SummaryList, wordsOf } from '#web'
import { identifiersOf } from '../identity.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Issuer } from '../records/issuers.ts'

interface IssuerPageOptions {
  issuer: Issuer
  achievements: readonly Achievement[]
  /** Whether it recognises others. */
  keepsRegister: boolean
}

/** The public page of an issuer. */
export function issuerPage({ issuer, achievements, keepsRegister }: IssuerPageOptions): string {
  const { description, issuerType } = issuer.profile
  return page({
    service: 'issuer',
    title: issuer.name,
    description: `What ${issuer.name} awards, and how its signature is known.`,
    listed: true,
    body: (
      <div class="flow">
        <Heading
          lead={typeof description === 'string' ? description : 'Awards signed credentials through this service.'}
        >
          <bdi>{issuer.name}</bdi>
        </Heading>
        {keepsRegister && (
          <section class="flow">
            <h2>Whom it recognises</h2>
            <p>
              <a href={`/issuers/${issuer.id}/register`}>Its register: who may award what, and since when</a>
            </p>
          </section>
        )}
        <section class="flow">
          <h2>What it awards</h2>
          {achievements.length === 0 ? (
            <Empty title="Nothing described yet" icon="landmark">
              When this provider describes what it awards, it is listed here.
            </Empty>
          ) : (
            <ul>
              {achievements.map(({ slug, body }) => (
                <li key={slug}>
                  <a href={`/issuers/${issuer.id}/achievements/${slug}`}>
                    <bdi>{body.name}</bdi>
                  </a>
                  {body.level && <span class="soft"> {body.level.name}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section class="flow">
          <h2>How it is known</h2>
          <SummaryList
            rows={[
              ...(typeof issuerType === 'string' ? [{ label: 'What it is', value: wordsOf(issuerType) }] : []),
              { label: 'Signs as', value: <Shortened text={issuer.did} /> },
              ...identifiersOf(issuer).map(({ type, value }) => ({ label: type, value })),
            ]}
          />
        </section>
      </div>
    ),
  })
}
