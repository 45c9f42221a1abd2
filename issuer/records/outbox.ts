import type { Keys } from '#keys'
import { type Outbox, sealedOutbox } from '#server'
import { type Storage, storesOf } from '#storage'

const LABEL = 'outbox'

/** Messages that are kept instead of sent, sealed: the database tells no address, no claim link and no code. */
export function openOutbox(storage: Storage, keys: Keys): Outbox {
  return sealedOutbox(storesOf(storage).outbox, {
    seal: (bytes) => keys.sealForService(LABEL, bytes),
    open: (sealed) => keys.openForService(LABEL, sealed),
    lookup: (address) => addressLookup(keys, address),
  })
}

const addressLookup = (keys: Keys, address: string) => keys.lookup(`email ${address}`)
