import { Actions, ButtonLink, formatDate, Heading, oneButtonPage, page } from '#web'
import type { Waiting } from '../receive.ts'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'

/** What an issuer has ready, and one button that takes it; or why there is nothing to take any more. */
export function offerPage(person: Person, { link, offer, begun }: Waiting): string {
  if (offer.state === 'open' || (offer.state === 'claimed' && begun)) return openOffer(person, link, offer)
  const [title, lead] =
    offer.state === 'expired'
      ? ['This link is too old', `It worked until ${formatDate(offer.expiresAt)}. Ask for a new one.`]
      : [
          'This credential was taken already',
          'If it was you, it is in your passport. If it was not you, tell the place that sent it.',
        ]
  return page({
    ...frameOf(person),
    title,
    body: (
      <div class="narrow flow">
        <Heading lead={lead}>{title}</Heading>
        <p>
          It was about <bdi>{offer.title}</bdi>, from <bdi>{offer.issuer.name}</bdi>.
        </p>
        <Actions>
          <ButtonLink href="/passport">Go to my passport</ButtonLink>
        </Actions>
      </div>
    ),
  })
}

function openOffer(person: Person, link: string, offer: Waiting['offer']): string {
  return oneButtonPage({
    ...frameOf(person),
    title: 'A credential for you',
    sentence: (
      <>
        <bdi>{offer.issuer.name}</bdi> has <strong>{offer.title}</strong> ready for you.
      </>
    ),
    action: '/receive',
    button: 'Put it in my passport',
    fields: { claim: link },
    more: (
      <>
        <p>We check it first. Nobody else sees it unless you share it.</p>
        <p>
          The link comes from <bdi>{new URL(link).hostname}</bdi> and works until {formatDate(offer.expiresAt)}.
        </p>
      </>
    ),
  })
}
