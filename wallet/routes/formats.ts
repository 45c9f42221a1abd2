import { z } from 'zod'
import { summarise } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { type Answer, attachment, type Route } from '#server'
import { appendAudit } from '#storage'
import { recordOf, recordParts } from '../formats/clr.ts'
import { elmOf } from '../formats/elm.ts'
import { heldForExport } from '../formats/held.ts'
import { csvOf, pdfOf } from '../formats/readable.ts'
import type { WalletParts } from '../parts.ts'
import { ownRecords } from '../personal-files.ts'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { listShares, type Share, stateOf } from '../records/shares.ts'
import { shareUrl } from '../share.ts'
import { exportPage } from '../web/export.tsx'
import { own } from './own.ts'

const TAG = 'Account'

/** A passport in the formats of others, to be taken away. */
export function formatRoutes(parts: WalletParts): Route[] {
  return [
    own(parts, {
      method: 'GET',
      path: '/export',
      summary: 'The forms in which a passport can be taken away.',
      tag: TAG,
      run: async (person) => {
        const { good, notGenuine } = await heldForExport(parts, person)
        const { parts: records, leftOut } = recordParts(good)
        return {
          html: exportPage({
            person,
            credentials: good.length,
            notGenuine: notGenuine.map(titleOf),
            records: records.length,
            notInRecord: leftOut.map(titleOf),
            ownRecords: (await ownRecords(parts, person)).length,
            shares: await openShares(parts, person),
          }),
        }
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/export/record/:number',
      summary: 'What is held as a Comprehensive Learner Record (CLR 2.0) that nobody signed, of signed credentials.',
      tag: TAG,
      params: z.object({ number: z.coerce.number().int().min(1).max(10_000) }),
      responses: fileOf('application/json'),
      run: async (person, { params: { number } }) => {
        const { good, notGenuine } = await heldForExport(parts, person)
        const { parts: records, leftOut } = recordParts(good)
        const held = records[number - 1]
        if (held === undefined) throw gone()
        await note(parts, person, { format: 'clr', credentials: held.length })
        const isWhole = records.length === 1 && leftOut.length + notGenuine.length === 0
        const name = records.length === 1 ? 'skills-passport-record.json' : `skills-passport-record-${number}.json`
        return json(recordOf(person, held, { now: parts.now(), isWhole }), { name, mediaType: 'application/json' })
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/export/europass.jsonld',
      summary: 'What is held as a description in the European Learning Model (ELM 3). It is not signed.',
      tag: TAG,
      responses: fileOf('application/ld+json'),
      run: async (person) => {
        const { good } = await heldForExport(parts, person)
        if (good.length === 0) throw gone()
        await note(parts, person, { format: 'elm', credentials: good.length })
        const name = 'skills-passport-europass.jsonld'
        return json(elmOf(person, good, parts.frameworks.levels), { name, mediaType: 'application/ld+json' })
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/export/passport.csv',
      summary: 'What is held and one’s own records as a table.',
      tag: TAG,
      responses: fileOf('text/csv'),
      run: async (person) => {
        await note(parts, person, { format: 'csv' })
        const bytes = await csvOf(parts, person)
        return attachment(bytes, { name: 'skills-passport.csv', mediaType: 'text/csv; charset=utf-8' })
      },
    }),
    own(parts, {
      method: 'GET',
      path: '/export/passport.pdf',
      summary: 'What somebody can do and holds, to print or send. With a share, its link is in it.',
      tag: TAG,
      limit: { requests: 20, seconds: 60 },
      query: z.object({ share: z.string().max(64).default('') }),
      responses: fileOf('application/pdf'),
      run: async (person, { query }) => {
        const share = (await openShares(parts, person)).find(({ id }) => id === query.share)
        if (share === undefined && query.share !== '') throw gone()
        await note(parts, person, { format: 'pdf' })
        const check = share === undefined ? null : { url: shareUrl(parts, share), until: share.expiresAt }
        const bytes = await pdfOf(parts, person, check)
        return attachment(bytes, { name: 'skills-passport.pdf', mediaType: 'application/pdf' })
      },
    }),
  ]
}

/** Those that can be opened any number of times: a document goes through many hands. */
async function openShares({ storage, keys, now }: WalletParts, person: Person): Promise<Share[]> {
  const shares = await listShares(storage.db, keys, person)
  return shares.filter((share) => stateOf(share, now()) === 'open' && share.usesAllowed === null)
}

const fileOf = (mediaType: string) => ({ 200: { description: 'A file.', mediaType } })

async function note(
  { storage, now }: WalletParts,
  { id }: Person,
  detail: { format: string; credentials?: number },
): Promise<void> {
  const entry = { actor: `account:${id}`, action: 'account.exported', subject: id, detail }
  await storage.transaction((together) => appendAudit(together, entry, now()))
}

function json(document: JsonObject, as: { name: string; mediaType: string }): Answer {
  return attachment(new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`), as)
}

const titleOf = ({ shown }: HeldCredential) => summarise(shown).title

const gone = () => new PassportError('request.notFound', 'There is nothing here to take away.')
