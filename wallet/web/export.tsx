import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, count, Field, formatDate, Heading, page } from '#web'
import type { Person } from '../records/person.ts'
import type { Share } from '../records/shares.ts'
import { frameOf } from './frame.ts'

/** What there is to take away, and what of it does not go into each form. */
export interface ExportView {
  person: Person
  /** Credentials that go out, and the titles of those that do not since they are not genuine. */
  credentials: number
  notGenuine: readonly string[]
  /** How many records they fill, and the titles of those of a form that no record holds. */
  records: number
  notInRecord: readonly string[]
  /** One's own records, in the table. */
  ownRecords: number
  /** The open shares whose link may stand in a document. */
  shares: readonly Pick<Share, 'id' | 'audience' | 'expiresAt'>[]
}

/** The forms in which a passport can be taken away, in plain words. */
export function exportPage(view: ExportView): string {
  const { person, credentials, notGenuine, records, notInRecord, ownRecords, shares } = view
  const holds = count(credentials, 'credential')
  return page({
    ...frameOf(person, '/account'),
    title: 'Take your passport with you',
    body: (
      <div class="narrow flow">
        <Heading
          back={{ href: '/account', label: 'Your account' }}
          lead="It is yours. Choose a form by what you need it for; you can take as many as you like, at any time."
        >
          Take your passport with you
        </Heading>
        <Form
          title="Everything, to keep or to move"
          about="A ZIP file with your credentials just as they were signed, your own records, your shares and when they were opened. Any wallet can take it in again."
        >
          <form method="post" action="/export">
            <Button icon="download">Save everything</Button>
          </form>
        </Form>
        <Form
          title="A document to print or send"
          about={`A PDF: what you can do, who says so, and ${holds}, each as it stood when it was last checked. Paper proves nothing, so share a link beside it.`}
          leftOut={notGenuine}
        >
          <form class="flow" method="get" action="/export/passport.pdf">
            {shares.length > 0 && (
              <Field
                name="share"
                either
                label="The link in it, by which it can be checked"
                options={[
                  { value: '', label: 'No link' },
                  ...shares.map(({ id, audience, expiresAt }) => ({
                    value: id,
                    label: `For ${audience}, until ${formatDate(expiresAt)}`,
                  })),
                ]}
              />
            )}
            <Button variant="secondary" icon="download">
              Download the PDF
            </Button>
          </form>
        </Form>
        <Form
          title="One record for a school or an employer’s software"
          about={`A Comprehensive Learner Record (CLR 2.0) of ${holds}. Each keeps its own signature and can be checked. You put the record together, so the record as a whole is not signed.`}
          leftOut={[...notGenuine, ...notInRecord]}
        >
          {records === 0 && <p class="soft">There is nothing to put into it yet.</p>}
          {Array.from({ length: records }, (_, index) => (
            <ButtonLink key={index} href={`/export/record/${index + 1}`} variant="secondary" icon="download" download>
              {records === 1 ? 'Download the record' : `Download record ${index + 1} of ${records}`}
            </ButtonLink>
          ))}
        </Form>
        <Form
          title="A description for Europe"
          about={`In the European Learning Model, which Europass uses (JSON-LD): ${holds} with European levels where there is one. It is a description and not signed; your own records are not in it.`}
          leftOut={notGenuine}
        >
          {credentials === 0 ? (
            <p class="soft">There is nothing to describe yet.</p>
          ) : (
            <ButtonLink href="/export/europass.jsonld" variant="secondary" icon="download" download>
              Download the description
            </ButtonLink>
          )}
        </Form>
        <Form
          title="A table for a spreadsheet"
          about={`A CSV file with a line for each of ${count(credentials + notGenuine.length, 'credential')} and of ${count(ownRecords, 'record')} of your own. The content of files that you added to your portfolio is not in it.`}
        >
          <ButtonLink href="/export/passport.csv" variant="secondary" icon="download" download>
            Download the table
          </ButtonLink>
        </Form>
        <p>
          Do you look for the skills and units themselves, not yours? <a href="/frameworks">See the frameworks</a>
        </p>
      </div>
    ),
  })
}

function Form(form: { title: string; about: string; leftOut?: readonly string[]; children: ComponentChildren }) {
  const { title, about, leftOut = [], children } = form
  return (
    <section class="flow">
      <h2>{title}</h2>
      <p>{about}</p>
      {leftOut.length > 0 && (
        <details>
          <summary>{count(leftOut.length, 'credential does', 'credentials do')} not go into it</summary>
          <ul>
            {leftOut.map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          <p class="soft">
            Left out is what is not genuine; of a record also Open Badges 2.0, which it has no place for.
          </p>
        </details>
      )}
      {children}
    </section>
  )
}
