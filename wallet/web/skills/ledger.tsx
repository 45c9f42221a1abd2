import { type Answer, type CreditCode, type Ledger, sumOf } from '#skills'
import {
  Button,
  ButtonLink,
  creditSays,
  Empty,
  Field,
  Heading,
  Notice,
  page,
  Sureness,
  Table,
  translated,
  Workings,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { itemNames } from './item-name.tsx'
import { ledgerWords } from './ledger-words.tsx'

interface LedgerPage {
  person: Person
  passport: ReadPassport
  ledger: Answer<Ledger, CreditCode>
  total: Answer<{ scheme: string; value: string } | null, CreditCode>
  /** The conversion that was asked for, by its id; empty where none was. */
  conversion: string
}

/** How much credit there is, by scheme and level, and what was not counted and why. */
export const ledgerPage = translated((view: LedgerPage): string => {
  const words = ledgerWords()
  const { person, passport, ledger } = view
  const { totals } = ledger.value
  const { schemes } = passport.known.schemes.content
  const itemName = itemNames(passport)
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={{ href: '/skills', label: words.back }} lead={totals.length === 0 ? undefined : words.lead}>
          {words.title}
        </Heading>
        {totals.length === 0 ? (
          <Empty title={words.none} icon="badge-check" action={<ButtonLink href="/add">{words.add}</ButtonLink>}>
            {words.noneText}
          </Empty>
        ) : (
          <>
            <Table
              caption={words.caption}
              rows={totals}
              rowKey={({ scheme, level }) => `${scheme} ${level}`}
              columns={[
                {
                  key: 'scheme',
                  label: words.scheme,
                  cell: ({ scheme }) => (
                    <span>
                      {scheme} <Sureness of={schemes.find(({ id }) => id === scheme)?.confidence} />
                    </span>
                  ),
                },
                {
                  key: 'level',
                  label: words.level,
                  cell: ({ level }) => level ?? <span class="not-stated">{words.notStated}</span>,
                },
                { key: 'value', label: words.credits, numeric: true, cell: ({ value }) => value },
              ]}
            />
            <Total view={view} />
          </>
        )}
        <Recognised ledger={ledger} />
        {ledger.notCounted.some(({ code }) => code !== 'credit.none') && (
          <section class="flow">
            <h2>{words.notCounted}</h2>
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
})

/** What receivers accepted of it: beside what is held, never on top of it. */
function Recognised({ ledger }: Pick<LedgerPage, 'ledger'>) {
  const words = ledgerWords()
  const { recognised, totals } = ledger.value
  if (totals.length === 0) return null
  return (
    <section class="flow">
      <h2>{words.recognised}</h2>
      {recognised.length === 0 ? (
        <p>
          {words.mayAccept((text) => (
            <a href="/shares/new">{text}</a>
          ))}
        </p>
      ) : (
        <ul>
          {recognised.map(({ receiver, scheme, value }, at) => (
            <li key={at}>
              {words.recognisedBy(<bdi>{receiver}</bdi>, `${value} ${scheme}`, `${heldIn(totals, scheme)} ${scheme}`)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/skills/decisions">{words.whatAndWhy}</a>
      </p>
    </section>
  )
}

function heldIn(totals: Ledger['totals'], scheme: string): string {
  return sumOf(totals.flatMap((one) => (one.scheme === scheme ? [one.value] : [])))
}

/** All of it together, only where it is of one scheme, or where somebody asks for a conversion by its name. */
function Total({ view: { total, conversion, passport } }: { view: LedgerPage }) {
  const words = ledgerWords()
  const { conversions } = passport.known.schemes.content
  return (
    <section class="flow" aria-labelledby="total">
      <h2 id="total">{words.together}</h2>
      {total.value === null ? (
        <Notice title={words.notAdded}>
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
          label={words.takeAs}
          width="medium"
          value={conversion}
          options={[
            { value: '', label: words.eachAsItIs },
            ...conversions.map(({ id, from, to, numerator, denominator }) => ({
              value: id,
              label: words.conversion(from, to, denominator, numerator),
            })),
          ]}
          either
        />
        <Button variant="secondary">{words.show}</Button>
      </form>
    </section>
  )
}
