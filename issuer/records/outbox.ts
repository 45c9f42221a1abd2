import type { Keys } from '#keys'
import { isEmail, type Outbox, parseEmail, sealedOutbox } from '#server'
import { type Storage, storesOf, type Together } from '#storage'

const LABEL = 'outbox'

/** Messages that are kept instead of sent, sealed: the database tells no address, no claim link and no code. */
export function openOutbox(storage: Storage, keys: Keys): Outbox {
  return sealedOutbox(storesOf(storage).outbox, {
    seal: (bytes) => keys.sealForService(LABEL, bytes),
    open: (sealed) => keys.openForService(LABEL, sealed),
    lookup: (address) => addressLookup(keys, address),
  })
}

/** Forgets the messages to an address. */
export async function deleteMessages(together: Together, keys: Keys, address: string): Promise<void> {
  // Messages are kept under the strict form of an address; to anything else there are none.
  if (!isEmail(address)) return
  await together
    .deleteFrom('mail')
    .where('to_address', '=', addressLookup(keys, parseEmail(address)))
    .execute()
}

const addressLookup = (keys: Keys, address: string) => keys.lookup(`email ${address}`)
