import { expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { CredentialCard } from '../../web/components/CredentialCard.tsx'
import { bare, full } from './summary.ts'

const labels = (html: string) => [...html.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, label]) => label)

test('every card has the same fields in the same order, whatever was stated', () => {
  const stated = labels(renderToString(<CredentialCard summary={full} />))
  expect(labels(renderToString(<CredentialCard summary={bare} />))).toEqual(stated)
  expect(stated.slice(0, 4)).toEqual(['Awarded to', 'Skills', 'Level', 'How it was assessed'])
  const compact = labels(renderToString(<CredentialCard summary={bare} variant="compact" />))
  expect(compact).toEqual(stated.filter((label) => compact.includes(label)))
})

test('says "not stated by the issuer" once for each field that is missing, and never for one that is there', () => {
  const missing = (summary: typeof bare) => renderToString(<CredentialCard summary={summary} />).match(/Not stated by/g)
  expect(missing(bare)).toHaveLength(labels(renderToString(<CredentialCard summary={bare} />)).length - 2)
  expect(missing(full)).toBeNull()
})

test('of a copy that may lack parts nobody says that the issuer is silent', () => {
  const html = renderToString(<CredentialCard summary={{ ...bare, mayLackParts: true }} />)
  expect(html).toContain('Not stated, or left out by its holder')
  expect(html).not.toContain('Not stated by the issuer')
})

test('says of what has no credit that none is attached, and does not miss it', () => {
  const creditsOf = (html: string) => /<dt>Credits<\/dt><dd><div>(.*?)<\/div>/.exec(html)?.[1]
  expect(creditsOf(renderToString(<CredentialCard summary={bare} />))).toBe('No credit attached')
  const partial = renderToString(<CredentialCard summary={{ ...bare, mayLackParts: true }} />)
  expect(creditsOf(partial)).toContain('Not stated, or left out by its holder')
})

test("gives the issuer's own reason where a field is missing", () => {
  const summary = { ...bare, explained: { Level: 'Half-day courses have no level' } }
  expect(renderToString(<CredentialCard summary={summary} />)).toContain('<bdi>Half-day courses have no level</bdi>')
})

test('says that an award does not expire', () => {
  const html = renderToString(<CredentialCard summary={{ ...bare, doesNotExpire: true }} />)
  expect(html).toContain('Does not expire')
})

test('names stand apart from the text around them, and their markup is text', () => {
  const html = renderToString(
    <CredentialCard summary={{ ...full, recipientName: '<img src=x>\u202e', awardedBy: ['Evil & Co'] }} />,
  )
  expect(html).toContain('<bdi>&lt;img src=x>\u202e</bdi>')
  expect(html).toContain('<bdi>Evil &amp; Co</bdi>')
})

test('tells the issuer and the awarding body apart, by their names where the credential gives them', () => {
  const did = 'did:web:university.example:faculties:engineering'
  const card = (knownNames: Record<string, string>, awardedBy: string[]) =>
    renderToString(<CredentialCard summary={{ ...full, awardedBy, knownNames }} />)
  const known = card({ [did]: 'Example University' }, [did])
  expect(known).toContain('Issued by <bdi title="did:web:college.example">Example College</bdi>')
  expect(known).toContain('<dt>Awarded by</dt><dd><div><bdi>Example University</bdi></div>')
  expect(known).not.toContain(did)
  expect(card({}, [did])).toContain(`</summary><code>${did}</code>`)
  expect(card({}, ['https://university.example/'])).toContain(
    'title="https://university.example/"><bdi>university.example</bdi></a>',
  )
})

test('links out of a credential lead to the web or nowhere', () => {
  const evidence = [
    { name: 'Film', url: 'https://evidence.example/film' },
    { name: 'Trap', url: 'javascript:alert(1)' },
  ]
  const html = renderToString(<CredentialCard summary={{ ...full, evidence }} />)
  expect(html).toContain('href="https://evidence.example/film"')
  expect(html).not.toContain('javascript:')
})

test('says of an unproven document that it only claims', () => {
  expect(renderToString(<CredentialCard summary={full} unproven />)).toContain('It is not proven')
  expect(renderToString(<CredentialCard summary={full} />)).not.toContain('It is not proven')
})

test('of a record shows what it holds and how that belongs together, and misses nothing that only its parts can say', () => {
  const record = {
    titles: ['Unit 1', 'Certificate'],
    associations: [{ type: 'isPartOf', source: 'Unit 1', target: 'Certificate' }],
  } as const
  const html = renderToString(
    <CredentialCard
      summary={{ ...bare, record: { titles: [...record.titles], associations: [...record.associations] } }}
    />,
  )
  expect(labels(html)).toContain('Holds')
  expect(labels(html)).not.toContain('Skills')
  expect(html).toContain('<bdi>Unit 1</bdi> is part of <bdi>Certificate</bdi>')
})

test('shows where it can be renewed and its terms, and says that a name is stated as a fingerprint only', () => {
  const html = renderToString(
    <CredentialCard
      summary={{
        ...bare,
        recipientIsHashed: true,
        renewal: ['https://college.example/renew'],
        terms: ['javascript:x'],
      }}
    />,
  )
  expect(html).toContain('href="https://college.example/renew"')
  expect(html).not.toContain('href="javascript')
  expect(html).toContain('Stated only as a fingerprint')
})
