import { kindsOf, summarise } from '#credential'
import {
  Button,
  ButtonLink,
  Choices,
  Empty,
  ErrorSummary,
  Heading,
  languageUnless,
  page,
  sentences,
  translated,
} from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { revealsOf } from '../reveals.ts'
import type { ShareFaults, ShareWish } from '../share.ts'
import { choosableParts } from '../shown-copies.ts'
import { frameOf } from './frame.ts'
import { shareFormWords } from './share-form-words.tsx'
import { ShareTerms } from './share-terms.tsx'

interface ShareForm {
  person: Person
  /** Those that can be shared. */
  credentials: readonly HeldCredential[]
  wish: ShareWish
  faults: ShareFaults
}

/** Asks what to share, for whom, for how long and how often. */
export const shareFormPage = translated(({ person, credentials, wish, faults }: ShareForm): string => {
  const words = shareFormWords()
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/shares'),
    title: words.title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={words.lead}>{words.title}</Heading>
        {credentials.length === 0 ? (
          <Empty title={words.nothing} icon="share-2" action={<ButtonLink href="/add">{words.addFirst}</ButtonLink>}>
            {words.nothingText}
          </Empty>
        ) : (
          <Questions credentials={credentials} wish={wish} faults={faults} />
        )}
      </div>
    ),
  })
}, languageOf)

function languageOf({ faults }: ShareForm) {
  return languageUnless(Object.keys(faults).length > 0)
}

function Questions({ credentials, wish, faults }: Omit<ShareForm, 'person'>) {
  const words = shareFormWords()
  return (
    <form class="flow" method="post" action="/shares" novalidate>
      <Choices
        name="credential"
        legend={words.what}
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
      <Button icon="link">{words.make}</Button>
    </form>
  )
}

/** Asks what a credential should not show, where its issuer signed it so that parts can be left out. */
function LeaveOut({ held: { id, received }, leaveOut }: { held: HeldCredential; leaveOut: readonly string[] }) {
  const words = shareFormWords()
  const kinds = kindsOf(choosableParts(received))
  if (kinds.length === 0) return null
  const options = kinds.map((kind) => {
    const value = `${id}.${kind}`
    return { value, label: sentences().parts[kind], checked: leaveOut.includes(value) }
  })
  return (
    <details class="fold" open={options.some(({ checked }) => checked)}>
      <summary>{words.leaveOutOf(summarise(received).title)}</summary>
      <Choices
        name="leaveOut"
        id={`leaveOut-${id}`}
        legend={words.leaveOut}
        type="checkbox"
        hint={words.leaveOutHint}
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
      {reveals.length > 0 && `. ${shareFormWords().reveals(reveals)}`}
    </>
  )
}
