import { strToU8, type Zippable, zipSync } from 'fflate'
import { looksCompact, summarise } from '#credential'
import { appendAudit } from '#storage'
import type { WalletParts } from './parts.ts'
import { type HeldCredential, listCredentials } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import { listShares, stateOf } from './records/shares.ts'
import { listViews } from './records/views.ts'
import { exportIndex } from './web/export-index.tsx'

/**
 * Everything of a person's as one ZIP. Each credential's file holds exactly the text that was received, byte for byte,
 * so its signature still holds and another wallet, or this one, can take it in again.
 */
export async function exportAll(parts: WalletParts, person: Person): Promise<Uint8Array> {
  const { storage, keys, now } = parts
  const held = [...(await listCredentials(parts, person)), ...(await listCredentials(parts, person, UNDECIDED))]
  const named = held.map((one, index) => ({ held: one, name: `credentials/${fileName(one, { number: index + 1 })}` }))
  const shares = await listShares(storage.db, keys, person)
  const views = await Promise.all(
    shares.map(async ({ id }) => ({ share: id, views: await listViews(storage.db, keys, person, id, ALL_VIEWS) })),
  )
  const files: Zippable = {
    'README.txt': strToU8(readme(held.length)),
    'index.html': strToU8(exportIndex({ person, credentials: named, exportedAt: now() })),
    'account.json': json({ name: person.name, email: person.email, createdAt: person.createdAt }),
    'shares.json': json(
      shares.map(({ token: _secret, credentialIds, ...share }) => ({
        ...share,
        state: stateOf({ ...share, token: '', credentialIds }, now()),
        credentials: named.filter(({ held: { id } }) => credentialIds.includes(id)).map(({ name }) => name),
      })),
    ),
    'view-log.json': json(views),
    ...Object.fromEntries(named.map(({ held: { text }, name }) => [name, strToU8(text)])),
  }
  const entry = { actor: `account:${person.id}`, action: 'account.exported', subject: person.id }
  const detail = { credentials: held.length }
  await storage.transaction((together) => appendAudit(together, { ...entry, detail }, now()))
  return zipSync(files, { mtime: now() })
}

/** A credential's file: its number where there is one, its title in plain letters, and the ending of its form. */
export function fileName(
  { received, text }: HeldCredential,
  { number, ending = looksCompact(text) ? 'jwt' : 'json' }: { number?: number; ending?: string } = {},
): string {
  const { title } = summarise(received)
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '')
  const start = number === undefined ? '' : `${String(number).padStart(3, '0')}-`
  return `${start}${plain || 'credential'}.${ending}`
}

const UNDECIDED = { state: 'undecided' } as const
const ALL_VIEWS = 1_000_000

const json = (value: object) => strToU8(`${JSON.stringify(value, null, 2)}\n`)

function readme(count: number): string {
  return [
    'Your Skills Passport',
    '====================',
    '',
    'Open index.html to read everything in a browser. It works without the internet.',
    '',
    `credentials/     your credentials (${count}), one file each, exactly as their issuers signed them`,
    'shares.json      the links that you made, without the secret part of their address',
    'view-log.json    when those links were opened',
    'account.json     your name and e-mail address, as you gave them',
    '',
    'Keep this file. To put the credentials into a wallet, this one or another, choose "Add" there and pick',
    'the whole ZIP file. Do not change the files in credentials/: their signatures would no longer hold.',
    '',
  ].join('\r\n')
}
