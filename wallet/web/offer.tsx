import { Actions, ButtonLink, Heading, oneButtonPage, page, translated } from '#web'
import type { Waiting } from '../receive.ts'
import type { Person } from '../records/person.ts'
import { addWords } from './add-words.tsx'
import { frameOf } from './frame.ts'

/** What an issuer has ready, and one button that takes it; or why there is nothing to take any more. */
export const offerPage = translated((person: Person, { link, offer, begun }: Waiting): string => {
  const words = addWords()
  if (offer.state === 'open' || (offer.state === 'claimed' && begun)) return openOffer(person, link, offer)
  const [title, lead] =
    offer.state === 'expired' ? [words.tooOld, words.tooOldText(offer.expiresAt)] : [words.taken, words.takenText]
  return page({
    ...frameOf(person),
    title,
    body: (
      <div class="narrow flow">
        <Heading lead={lead}>{title}</Heading>
        <p>{words.wasAbout(<bdi>{offer.title}</bdi>, <bdi>{offer.issuer.name}</bdi>)}</p>
        <Actions>
          <ButtonLink href="/passport">{words.toPassport}</ButtonLink>
        </Actions>
      </div>
    ),
  })
})

function openOffer(person: Person, link: string, offer: Waiting['offer']): string {
  const words = addWords()
  return oneButtonPage({
    ...frameOf(person),
    title: words.forYou,
    sentence: words.ready(<bdi>{offer.issuer.name}</bdi>, <strong>{offer.title}</strong>),
    action: '/receive',
    button: words.put,
    fields: { claim: link },
    more: (
      <>
        <p>{words.checkFirst}</p>
        <p>{words.comesFrom(<bdi>{new URL(link).hostname}</bdi>, offer.expiresAt)}</p>
      </>
    ),
  })
}
