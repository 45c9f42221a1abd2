import { type CheckResult, summarise } from '#credential'
import {
  Button,
  Confirm,
  CopyLink,
  CredentialCard,
  Empty,
  ErrorSummary,
  en,
  Field,
  FileDrop,
  Heading,
  Notice,
  page,
  sentenceFor,
} from '#web'
import { achievementId } from '../achievement.ts'
import { receiveEndorsement } from '../attach-endorsement.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue } from './frame.tsx'

const PLACE = '/console/achievements'

interface MarksPageOptions {
  staff: Staff
  achievement: Achievement
  baseUrl: string
  flash?: string | undefined
  /** Why what was given was not taken: a sentence, or what the check of it found. */
  fault?: string
  refused?: readonly CheckResult[]
  text?: string
}

/** What others say of an achievement, for staff; and where they attach what they were sent. */
export function marksPage({ staff, achievement, baseUrl, flash, fault, refused = [], text }: MarksPageOptions): string {
  const { slug, body } = achievement
  const here = `${PLACE}/${slug}/marks`
  const errors = fault === undefined ? [] : [{ field: 'text', message: fault }]
  return page({
    ...consoleFrame(staff, PLACE, flash),
    title: 'Marks',
    hasErrors: errors.length > 0 || refused.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: `${PLACE}/${slug}`, label: body.name }}
          lead="Quality marks, and what others confirm. Every award carries them; verifiers show those that hold."
        >
          Marks
        </Heading>
        {refused.length > 0 && (
          <Notice tone="attention" title="It was not attached">
            {refused.map((result) => (
              <p key={result.code}>{sentenceFor(en, result)}</p>
            ))}
          </Notice>
        )}
        {body.endorsements.length === 0 ? (
          <Empty title="No marks yet" icon="badge-check">
            Ask the owner of a scheme for an endorsement of the address below, and attach the file that they send.
          </Empty>
        ) : (
          body.endorsements.map((one, index) => (
            <CredentialCard
              key={one.text}
              summary={summarise(receiveEndorsement(one.text))}
              actions={
                mayIssue(staff) && (
                  <Confirm
                    id={`remove-${index + 1}`}
                    trigger="Take it off"
                    icon="x"
                    title="Take this mark off?"
                    action={`${here}/remove`}
                    confirmLabel="Take it off"
                    fields={{ place: String(index), version: String(achievement.version) }}
                  >
                    <p>Awards from then on do not carry it. What was awarded before keeps it.</p>
                  </Confirm>
                )
              }
            />
          ))
        )}
        <section class="narrow flow">
          <h2>What a mark must be about</h2>
          <CopyLink
            id="achievement-id"
            label="This achievement"
            url={achievementId(achievement, staff.issuer, baseUrl)}
          />
          <CopyLink id="issuer-id" label="You as its issuer" url={staff.issuer.did} />
          <p class="soft">A change of the achievement makes another of it, which has to be endorsed anew.</p>
        </section>
        {mayIssue(staff) && (
          <form class="narrow flow" method="post" action={here} enctype="multipart/form-data" novalidate>
            <h2>Attach one that you were sent</h2>
            <FileDrop
              name="file"
              label="The file"
              hint="A signed endorsement as JSON, or as a JWT"
              accept="application/json,application/vc,application/jwt,.json,.jwt,.txt"
              required={false}
            />
            <Field name="text" label="Or paste it" rows={4} either code value={text} error={fault} />
            <Button icon="badge-check">Check and attach</Button>
          </form>
        )}
      </div>
    ),
  })
}
