import { z } from 'zod'
import { base64url, base64urlDecode, parseJson } from '#platform'
import type { KeptMessage, Outbox } from './mail.ts'

const message = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().nullable() })

/** What seals messages, and opens those it sealed. */
export interface MessageSeal {
  seal: (bytes: Uint8Array) => Uint8Array
  open: (sealed: Uint8Array) => Uint8Array
  /** A keyed hash by which the messages to an address are found, and from which the address is not. */
  lookup: (address: string) => string
}

/** An outbox that hands on what it keeps sealed: where that ends up, no address, link or code can be read. */
export function sealedOutbox(within: Outbox, { seal, open, lookup }: MessageSeal): Outbox {
  const opened = ({ id, createdAt, text }: KeptMessage): KeptMessage => ({
    id,
    createdAt,
    ...message.parse(parseJson(open(base64urlDecode(text)))),
  })
  return {
    async keep({ to, subject, text, html }, now) {
      const bytes = new TextEncoder().encode(JSON.stringify({ to, subject, text, html }))
      return await within.keep({ to: lookup(to), subject: '', text: base64url(seal(bytes)), html: null }, now)
    },
    list: async () => (await within.list()).map(opened),
    async find(id) {
      const kept = await within.find(id)
      return kept === undefined ? undefined : opened(kept)
    },
  }
}
