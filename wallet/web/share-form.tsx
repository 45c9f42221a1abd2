import { kindsOf, summarise } from '#credential'
import { Button, ButtonLink, Choices, Empty, ErrorSummary, en, Heading, page } from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { revealsOf } from '../reveals.ts'
import type { ShareFaults, ShareWish } from '../share.ts'
import { choosableParts } from '../shown-copies.ts'
import { frameOf } from './frame.ts'
import { ShareTerms } from './share-terms.tsx'

interface ShareForm {
  person: Person
  /** Those that can be shared. */
  credentials: readonly HeldCredential[]
  wish: ShareWish
  faults: ShareFaults
}

/** Asks what to share, for whom, for how long and how often. */
export function shareFormPage({ person, credentials, wish, faults }: ShareForm): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/shares'),
    title: 'Share credentials',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead="You get a link and a QR code to send to someone. You can take it back at any time.">
          Share credentials
        </Heading>
        {credentials.length === 0 ? (
          <Empty
            title="Nothing to share yet"
            icon="share-2"
            action={<ButtonLink href="/add">Add a credential</ButtonLink>}
          >
            First put a credential into your passport.
          </Empty>
        ) : (
          <Questions credentials={credentials} wish={wish} faults={faults} />
        )}
      </div>
    ),
  })
}

function Questions({ credentials, wish, faults }: Omit<ShareForm, 'person'>) {
  return (
    <form class="flow" method="post" action="/shares" novalidate>
      <Choices
        name="credential"
        legend="What do you want to share?"
        type="checkbox"
        error={faults.credential}
        options={credentials.map(({ id, received, shown }) => {
          const { title, issuer } = summarise(shown)
          return {
            value: id,
            label: <bdi>{title}</bdi>,
            hint: <Hint issuer={issuer.name ?? issuer.id} reveals={revealsOf(received.credential)} />,
            checked: wish.credential.includes(id),
          }
        })}
      />
      {credentials.map((held) => (
        <LeaveOut key={held.id} held={held} leaveOut={wish.leaveOut} />
      ))}
      <ShareTerms wish={wish} faults={faults} />
      <Button icon="link">Make the link</Button>
    </form>
  )
}

/** Asks what a credential should not show, where its issuer signed it so that parts can be left out. */
function LeaveOut({ held: { id, received }, leaveOut }: { held: HeldCredential; leaveOut: readonly string[] }) {
  const kinds = kindsOf(choosableParts(received))
  if (kinds.length === 0) return null
  const options = kinds.map((kind) => {
    const value = `${id}.${kind}`
    return { value, label: en.parts[kind], checked: leaveOut.includes(value) }
  })
  return (
    <details class="fold" open={options.some(({ checked }) => checked)}>
      <summary>
        <span>
          Leave parts of <bdi>{summarise(received).title}</bdi> out
        </span>
      </summary>
      <Choices
        name="leaveOut"
        id={`leaveOut-${id}`}
        legend="What should the link not show?"
        type="checkbox"
        hint="It still checks as genuine. What it is for, who issued it and until when it holds always show."
        options={options}
      />
    </details>
  )
}

/** Who awarded it, and what it gives away besides. */
function Hint({ issuer, reveals }: { issuer: string; reveals: readonly string[] }) {
  return (
    <>
      <bdi>{issuer}</bdi>
      {reveals.length > 0 && <>. It also shows your {reveals.join(' and your ')}.</>}
    </>
  )
}
