import { Empty } from '../components/Empty.tsx'
import { Heading } from '../components/Heading.tsx'
import { Notice } from '../components/Notice.tsx'
import { formatTime } from '../dates.ts'
import { type PageOptions, page } from '../page.tsx'

export interface OutboxMessage {
  id: string
  to: string
  subject: string
  text: string
  sentAt: string | Date
}

interface OutboxPageOptions extends Pick<PageOptions, 'service' | 'user' | 'nav'> {
  messages: readonly OutboxMessage[]
}

/** The messages of a demonstration, newest first, with links that work. */
export function outboxPage({ messages, ...frame }: OutboxPageOptions): string {
  return page({
    ...frame,
    title: 'Outbox',
    body: (
      <div class="narrow flow">
        <Heading lead="Messages that this demonstration would have sent by mail.">Outbox</Heading>
        <Notice tone="attention">Anyone who opens this page can read them. It exists in the demonstration only.</Notice>
        {messages.length === 0 && (
          <Empty title="No messages yet" icon="mail">
            A message appears here when somebody signs in, or is awarded a credential.
          </Empty>
        )}
        {messages.map(({ id, to, subject, text, sentAt }) => (
          <article class="card message" key={id}>
            <h2>{subject}</h2>
            <p class="soft">
              To <bdi>{to}</bdi>, {formatTime(sentAt)}
            </p>
            <p class="message-text">{linked(text)}</p>
          </article>
        ))}
      </div>
    ),
  })
}

/** Text with its web addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
