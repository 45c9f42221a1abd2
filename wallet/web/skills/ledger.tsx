import { type Answer, type CreditCode, type Ledger, sumOf } from '#skills'
import { Button, ButtonLink, creditSays, Empty, Field, Heading, Notice, page, Sureness, Table, Workings } from '#web'
import type { Person } from '../../records/person.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { itemNames } from './item-name.tsx'

interface LedgerPage {
  person: Person
  passport: ReadPassport
  ledger: Answer<Ledger, CreditCode>
  total: Answer<{ scheme: string; value: string } | null, CreditCode>
  /** The conversion that was asked for, by its id; empty where none was. */
  conversion: string
}

/** How much credit there is, by scheme and level, and what was not counted and why. */
export function ledgerPage(view: LedgerPage): string {
  const { person, passport, ledger } = view
  const { totals } = ledger.value
  const { schemes } = passport.known.schemes.content
  const itemName = itemNames(passport)
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your credit',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={
            totals.length === 0
              ? undefined
              : 'Credit says how much was learnt, and at which level. Each achievement counts once.'
          }
        >
          Your credit
        </Heading>
        {totals.length === 0 ? (
          <Empty
            title="No credit yet"
            icon="badge-check"
            action={<ButtonLink href="/add">Add a credential</ButtonLink>}
          >
            Some courses give credit, which another place may accept later. Many good ones give none.
          </Empty>
        ) : (
          <>
            <Table
              caption="By scheme and level"
              rows={totals}
              rowKey={({ scheme, level }) => `${scheme} ${level}`}
              columns={[
                {
                  key: 'scheme',
                  label: 'Scheme',
                  cell: ({ scheme }) => (
                    <span>
                      {scheme} <Sureness of={schemes.find(({ id }) => id === scheme)?.confidence} />
                    </span>
                  ),
                },
                {
                  key: 'level',
                  label: 'Level',
                  cell: ({ level }) => level ?? <span class="not-stated">Not stated</span>,
                },
                { key: 'value', label: 'Credits', numeric: true, cell: ({ value }) => value },
              ]}
            />
            <Total view={view} />
          </>
        )}
        <Recognised ledger={ledger} />
        {ledger.notCounted.some(({ code }) => code !== 'credit.none') && (
          <section class="flow">
            <h2>Not counted</h2>
            <ul>
              {ledger.notCounted
                .filter(({ code }) => code !== 'credit.none')
                .map(({ item, code, values }, index) => (
                  <li key={`${item}${index}`}>
                    {itemName(item)}: {creditSays()[code](values)}
                  </li>
                ))}
            </ul>
          </section>
        )}
        <Beside passport={passport} />
        <Workings answer={ledger} says={creditSays()} nameOf={itemName} />
      </div>
    ),
  })
}

/** What receivers accepted of it: beside what is held, never on top of it. */
function Recognised({ ledger }: Pick<LedgerPage, 'ledger'>) {
  const { recognised, totals } = ledger.value
  if (totals.length === 0) return null
  return (
    <section class="flow">
      <h2>Recognised elsewhere</h2>
      {recognised.length === 0 ? (
        <p>
          A college may accept credit that you earned elsewhere. <a href="/shares/new">Share it by a link</a>, and ask
          them to decide.
        </p>
      ) : (
        <ul>
          {recognised.map(({ receiver, scheme, value }, at) => (
            <li key={at}>
              <bdi>{receiver}</bdi> recognised {value} {scheme}. You hold {heldIn(totals, scheme)} {scheme}.
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/skills/decisions">What was recognised, and why</a>
      </p>
    </section>
  )
}

function heldIn(totals: Ledger['totals'], scheme: string): string {
  return sumOf(totals.flatMap((one) => (one.scheme === scheme ? [one.value] : [])))
}

/** All of it together, only where it is of one scheme, or where somebody asks for a conversion by its name. */
function Total({ view: { total, conversion, passport } }: { view: LedgerPage }) {
  const { conversions } = passport.known.schemes.content
  return (
    <section class="flow" aria-labelledby="total">
      <h2 id="total">All together</h2>
      {total.value === null ? (
        <Notice title="Not added up">
          {total.steps
            .filter(({ code }) => code === 'credit.schemesDiffer')
            .map(({ code, values }) => creditSays()[code](values))}
        </Notice>
      ) : (
        <p>
          <strong>
            {total.value.value} {total.value.scheme}
          </strong>
        </p>
      )}
      {total.steps
        .filter(({ code }) => code === 'credit.converted' || code === 'credit.notConverted')
        .map(({ code, values, confidence }) => (
          <p key={code}>
            {creditSays()[code](values)} <Sureness of={confidence} />
          </p>
        ))}
      <form class="ask" method="get" action="/skills/credit#total">
        <Field
          name="conversion"
          label="Take as another scheme"
          width="medium"
          value={conversion}
          options={[
            { value: '', label: 'No, each as it is' },
            ...conversions.map(({ id, from, to, numerator, denominator }) => ({
              value: id,
              label: `${from} as ${to}: ${denominator} are ${numerator}`,
            })),
          ]}
          either
        />
        <Button variant="secondary">Show it</Button>
      </form>
    </section>
  )
}
