import type { Transporter } from 'nodemailer'
import { PassportError } from '#platform'
import { parseEmail } from './email.ts'

export interface Message {
  to: string
  subject: string
  text: string
  html: string | null
}

/** A message that was kept instead of sent. */
export interface KeptMessage extends Message {
  id: string
  createdAt: string
}

/** Where messages are kept if no mail server is set. */
export interface Outbox {
  keep(message: Message, now: Date): Promise<string>
  list(): Promise<KeptMessage[]>
  find(id: string): Promise<KeptMessage | undefined>
}

export interface Mail {
  /** Sends or keeps one message to one address; throws `mail.failed` if the server does not take it. */
  send(message: Message): Promise<void>
  close(): void
}

/** Mail through the server that `smtpUrl` names; without one, into the outbox. */
export function createMail({
  smtpUrl,
  from,
  outbox,
  now = () => new Date(),
}: {
  smtpUrl: string | undefined
  from: string
  outbox: Outbox
  now?: () => Date
}): Mail {
  if (smtpUrl === undefined) {
    return {
      send: async (message) => void (await outbox.keep(checked(message), now())),
      close: () => undefined,
    }
  }
  let opened: Promise<Transporter> | undefined
  const transport = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true })
  }
  return {
    async send(message) {
      const { to, subject, text, html } = checked(message)
      try {
        // An object, not a text, so that nothing in the address is read as a list of addresses.
        opened ??= transport()
        await (await opened).sendMail({
          to: { name: '', address: to },
          subject,
          text,
          ...(html === null ? {} : { html }),
        })
      } catch (cause) {
        throw new PassportError('mail.failed', 'The mail server did not take the message. Please try again.', { cause })
      }
    },
    close: () => void opened?.then((transporter) => transporter.close()),
  }
}

/** One strict address, and a subject that cannot begin another header (RFC 5322 §2.2). */
function checked(message: Message): Message {
  return { ...message, to: parseEmail(message.to), subject: message.subject.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200) }
}
