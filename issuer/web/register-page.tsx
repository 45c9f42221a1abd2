import { Button, ButtonLink, count, Empty, Field, Heading, isWeb, Pagination, page, Shortened, Table } from '#web'
import type { Issuer } from '../records/issuers.ts'
import type { Register } from '../records/register.ts'
import type { Entry, EntryQuery, listFacets } from '../records/register-entries.ts'
import { fieldName } from '../register/isced-fields.ts'
import { STATE_WORDS } from '../register/words.ts'
import { StateMark } from './register-pieces.tsx'

export type Facets = Awaited<ReturnType<typeof listFacets>>

interface RegisterPageOptions {
  issuer: Issuer
  register: Register
  query: EntryQuery & { page: number }
  entries: readonly Entry[]
  total: number
  size: number
  facets: Facets
}

/** The public page of a register: who is on it, to browse and to search. */
export function registerPage({ issuer, register, ...listed }: RegisterPageOptions): string {
  const place = `/issuers/${issuer.id}/register`
  return page({
    service: 'issuer',
    title: `Register: ${issuer.name}`,
    description: `Who is recognised by ${issuer.name}, and for which awards.`,
    listed: true,
    body: (
      <div class="flow">
        <Heading
          lead={`Who is recognised by ${issuer.name}, and for which awards. A name that is not here is no fault of anyone: it only means that this register does not speak for it.`}
          back={{ href: `/issuers/${issuer.id}`, label: issuer.name }}
        >
          Register
        </Heading>
        <Entries {...listed} place={place} entryPlace={`${place}/entry`} />
        <section class="flow">
          <h2>About this register</h2>
          <ul>
            <li>
              <a href={`${place}/changes`}>What was changed, and when</a>
            </li>
            <li>
              <a href={`/issuers/${issuer.id}/trust-list`}>The signed list</a>, for programs that check credentials
            </li>
            <li>
              <Appeals register={register} issuer={issuer} />
            </li>
          </ul>
        </section>
      </div>
    ),
  })
}

/** Where one can turn who does not agree: what the register says, or else what its keeper says of itself. */
export function Appeals({ register, issuer }: { register: Register; issuer: Issuer }) {
  const { email, url } = issuer.profile
  const contact = register.appeals ?? [email, url].find((one) => typeof one === 'string')
  if (typeof contact !== 'string') return <>Where to turn with an appeal: not stated by the register.</>
  return (
    <>
      If you think that an entry is wrong, or want to appeal, turn to{' '}
      {isWeb(contact) ? <a href={contact}>{contact}</a> : <a href={`mailto:${contact}`}>{contact}</a>}
    </>
  )
}

interface EntriesOptions extends Pick<RegisterPageOptions, 'query' | 'entries' | 'total' | 'size' | 'facets'> {
  /** The address of this page, and of the page of one entry. */
  place: string
  entryPlace: string
}

/** The entries that were asked for, with the form that asks. */
export function Entries({ query, entries, total, size, facets, place, entryPlace }: EntriesOptions) {
  const isFiltered = [query.text, query.state, query.level, query.field].some((one) => one !== '')
  if (total === 0 && !isFiltered) {
    return (
      <Empty title="Nobody is on it yet" icon="landmark">
        Whoever is recognised is listed here, with what they may award.
      </Empty>
    )
  }
  return (
    <>
      <form class="flow narrow" method="get" action={place}>
        <Field name="text" label="Name or DID" type="search" either value={query.text} maxLength={2048} />
        <Field
          name="state"
          label="State"
          either
          width="medium"
          value={query.state}
          options={[
            { value: '', label: 'Any state' },
            ...Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Facet name="level" label="Level" any="Any level" value={query.level} facets={facets} />
        <Facet name="field" label="Field" any="Any field" value={query.field} facets={facets} />
        <div class="actions">
          <Button icon="search">Search</Button>
          {isFiltered && (
            <ButtonLink href={place} variant="quiet">
              Show all
            </ButtonLink>
          )}
        </div>
      </form>
      {entries.length === 0 ? (
        <Empty title="Nothing found" icon="search" action={<ButtonLink href={place}>Show all</ButtonLink>}>
          Nobody on the register fits. Try a part of the name, or another state.
        </Empty>
      ) : (
        <Table
          caption={`${count(total, 'entry', 'entries')}${isFiltered ? ' found' : ''}`}
          rows={entries}
          rowKey={({ entity }) => entity.did}
          columns={[
            {
              key: 'name',
              label: 'Name',
              cell: ({ entity }) => (
                <a href={`${entryPlace}?did=${encodeURIComponent(entity.did)}`}>
                  <bdi>{entity.name}</bdi>
                </a>
              ),
            },
            { key: 'did', label: 'DID', cell: ({ entity }) => <Shortened text={entity.did} /> },
            { key: 'state', label: 'State', cell: ({ state }) => <StateMark state={state} /> },
          ]}
        />
      )}
      <Pagination page={query.page} pages={Math.ceil(total / size)} href={(number) => pageOf(place, query, number)} />
    </>
  )
}

interface FacetOptions {
  name: 'level' | 'field'
  label: string
  any: string
  value: string
  facets: Facets
}

function Facet({ name, label, any, value, facets }: FacetOptions) {
  const values = facets.filter(({ kind }) => kind === name).map((facet) => facet.value)
  if (values.length === 0) return null
  return (
    <Field
      name={name}
      label={label}
      either
      width="medium"
      value={value}
      options={[
        { value: '', label: any },
        ...values.map((one) => ({ value: one, label: name === 'field' ? fieldName(one) : one })),
      ]}
    />
  )
}

/** The address of a page of the list, with its filters. */
function pageOf(place: string, { text, state, level, field }: EntryQuery, number: number): string {
  const filters = Object.entries({ text, state, level, field }).filter(([, value]) => value !== '')
  return `${place}?${new URLSearchParams([...filters, ['page', String(number)]])}`
}
