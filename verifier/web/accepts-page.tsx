import { ACCEPTED } from '#credential'
import { Heading, page, Table, translated } from '#web'
import { MEDIA_TYPES, UNREAD } from '../read.ts'
import { acceptsWords } from './accepts-words.ts'
import { frameOf } from './frame.ts'

/** The page *What we accept*. What is listed here is what the checks themselves go by. */
export const acceptsPage = translated((contexts: readonly string[]): string => {
  const words = acceptsWords()
  return page({
    ...frameOf('/accepts'),
    title: words.title,
    listed: true,
    description: words.description,
    body: (
      <div class="narrow flow">
        <Heading lead={words.lead}>{words.title}</Heading>
        <Table
          caption={words.bring}
          columns={[
            { key: 'form', label: words.what, cell: ({ form }) => form },
            { key: 'how', label: words.how, cell: ({ how }) => how },
          ]}
          rows={words.forms}
          rowKey={({ form }) => form}
        />
        <h2>{words.builders}</h2>
        <Table
          caption={words.inside}
          columns={[
            { key: 'name', label: words.suite, cell: ({ name }) => <code>{name}</code> },
            { key: 'algorithms', label: words.keys, cell: ({ algorithms }) => algorithms.map(keyName).join(', ') },
            { key: 'selective', label: words.inPart, cell: ({ isSelective }) => (isSelective ? words.yes : words.no) },
          ]}
          rows={ACCEPTED.suites}
          rowKey={({ name }) => name}
        />
        <Listed title={words.around} items={ACCEPTED.jwtAlgorithms} />
        <Listed
          title={words.identifiers}
          items={[...ACCEPTED.didMethods.map((method) => `did:${method}`), words.keySet]}
        />
        <Listed title={words.status} items={[...ACCEPTED.statusTypes, 'Token Status List']} />
        <Listed title={words.mediaTypes} items={MEDIA_TYPES.filter((type) => !Object.hasOwn(UNREAD, type))} />
        <details class="fold">
          <summary>{words.contexts}</summary>
          <Listed items={contexts} />
        </details>
      </div>
    ),
  })
})

/** Keys as the field names them, by what they sign with. */
const KEYS: Readonly<Record<string, string>> = {
  EdDSA: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
  BBS: 'BLS12-381',
}

const keyName = (algorithm: string) => (algorithm === 'RS256' ? acceptsWords().rsa : (KEYS[algorithm] ?? algorithm))

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
