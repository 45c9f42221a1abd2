import { ACCEPTED } from '#credential'
import { Heading, page, Table } from '#web'
import { MEDIA_TYPES, UNREAD } from '../read.ts'
import { frameOf } from './frame.ts'

/** What a badge may look like, in the words of whoever has one. */
const FORMS: readonly { form: string; how: string }[] = [
  { form: 'A link', how: 'A share link, the page of a badge, or the address of a credential' },
  { form: 'Open Badges 3.0', how: 'As JSON or as a JWT, in any version of its context from 3.0 to 3.0.3' },
  { form: 'A picture of a badge', how: 'PNG or SVG with the badge inside, of Open Badges 3.0 or 2.0' },
  { form: 'Open Badges 2.0', how: 'Hosted or signed; it is shown as what it is, with what that can and cannot prove' },
  { form: 'Comprehensive Learner Record 2.0', how: 'The record as a whole, and each credential in it' },
  { form: 'Any W3C Verifiable Credential', how: 'Of data model 2.0 or 1.1' },
  { form: 'SD-JWT VC', how: 'With all or some of its claims shown, with or without its holder’s signature' },
  { form: 'A presentation', how: 'As JSON or as a JWT, signed by its holder or not' },
  { form: 'A ZIP file', how: 'The export of a wallet, with any of these inside' },
]

/** The page *What we accept*. What is listed here is what the checks themselves go by. */
export function acceptsPage(contexts: readonly string[]): string {
  return page({
    ...frameOf('/accepts'),
    title: 'What we accept',
    listed: true,
    description: 'The kinds of badges, signatures and identifiers that can be checked here.',
    body: (
      <div class="narrow flow">
        <Heading lead="Anything else is answered “could not be checked”, never “not genuine”.">What we accept</Heading>
        <Table
          caption="What you can bring"
          columns={[
            { key: 'form', label: 'What', cell: ({ form }) => form },
            { key: 'how', label: 'How', cell: ({ how }) => how },
          ]}
          rows={FORMS}
          rowKey={({ form }) => form}
        />
        <h2>For those who build issuers and wallets</h2>
        <Table
          caption="Signatures inside the document (Data Integrity)"
          columns={[
            { key: 'name', label: 'Suite', cell: ({ name }) => <code>{name}</code> },
            { key: 'algorithms', label: 'Keys', cell: ({ algorithms }) => algorithms.map(keyName).join(', ') },
            { key: 'selective', label: 'Shown in part', cell: ({ isSelective }) => (isSelective ? 'Yes' : 'No') },
          ]}
          rows={ACCEPTED.suites}
          rowKey={({ name }) => name}
        />
        <Listed title="Signatures around the document (JWT, SD-JWT)" items={ACCEPTED.jwtAlgorithms} />
        <Listed
          title="Identifiers of issuers"
          items={[...ACCEPTED.didMethods.map((method) => `did:${method}`), 'https: with a JSON Web Key Set']}
        />
        <Listed title="Status, each entry of it" items={[...ACCEPTED.statusTypes, 'Token Status List']} />
        <Listed title="Media types" items={MEDIA_TYPES.filter((type) => !Object.hasOwn(UNREAD, type))} />
        <details class="fold">
          <summary>JSON-LD contexts that are held here; no other is ever fetched</summary>
          <Listed items={contexts} />
        </details>
      </div>
    ),
  })
}

/** Keys as the field names them, by what they sign with. */
const KEYS: Readonly<Record<string, string>> = {
  EdDSA: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
  RS256: 'RSA of 2048 bits and more',
  BBS: 'BLS12-381',
}

const keyName = (algorithm: string) => KEYS[algorithm] ?? algorithm

function Listed({ title, items }: { title?: string; items: readonly string[] }) {
  return (
    <>
      {title === undefined ? null : <h3>{title}</h3>}
      <ul>
        {items.map((item) => (
          <li key={item}>
            <code>{item}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
