import { type Outbox, sealedOutbox } from '#server'
import { type Storage, storesOf } from '#storage'
import type { WalletParts } from '../parts.ts'
import { emailLookup, type Person } from './person.ts'

const LABEL = 'outbox'

/** Messages that are kept instead of sent, sealed: the database tells no address and no code. */
export function openOutbox(storage: Storage, keys: WalletParts['keys']): Outbox {
  return sealedOutbox(storesOf(storage).outbox, {
    seal: (bytes) => keys.sealForService(LABEL, bytes),
    open: (sealed) => keys.openForService(LABEL, sealed),
    lookup: (address) => emailLookup(keys, address),
  })
}

/** Forgets the messages to a person. */
export async function deleteMessages(
  db: Pick<Storage['db'], 'deleteFrom'>,
  keys: WalletParts['keys'],
  person: Person,
): Promise<void> {
  await db.deleteFrom('mail').where('to_address', '=', emailLookup(keys, person.email)).execute()
}
