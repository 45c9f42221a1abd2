import { Button, ErrorSummary, Field, formatDate, Heading, Notice, page, SummaryList } from '#web'
import type { Asked, ConfirmationFaults, ConfirmationWish } from '../../confirm.ts'
import { PUBLIC } from '../frame.ts'
import { itemRows } from './portfolio-item.tsx'
import { changesInWords, sizeInWords } from './portfolio-words.ts'

const NOTHING: Omit<ConfirmationWish, 'version'> = { by: '', relation: '', email: '', words: '', part: '' }

interface ConfirmView {
  asked: Asked
  /** Where the form goes. */
  at: string
  version: string
  wish?: Omit<ConfirmationWish, 'version'>
  faults?: ConfirmationFaults
}

/** What somebody is asked to confirm, and the form for their own words. */
export function confirmPage({ asked, at, version, wish = NOTHING, faults = {} }: ConfirmView): string {
  const { owner, entry, changes } = asked
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const name = <bdi>{owner.name ?? 'Someone'}</bdi>
  return page({
    ...PUBLIC,
    title: 'Can you confirm this?',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={<>{name} asks you to say what you saw. You need no account.</>}>Can you confirm this?</Heading>
        {changes && (
          <Notice tone="attention" title="This was changed after you were asked">
            {changesInWords(changes)} Look at it as it is now, and ask if you are in doubt.
          </Notice>
        )}
        <section class="card flow">
          <h2>
            <bdi>{entry.item.title}</bdi>
          </h2>
          <SummaryList rows={[{ label: 'Who did it', value: name }, ...itemRows(entry)]} />
          {entry.files.length > 0 && (
            <ul class="plain">
              {entry.files.map((file) => (
                <li key={file.digest}>
                  <a href={`${at}/files/${file.digest}`} download>
                    <bdi>{file.name}</bdi>
                  </a>{' '}
                  <span class="soft">{sizeInWords(file.size)}. We have not looked at what is in it.</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <form class="flow" method="post" action={at} novalidate>
          <input type="hidden" name="version" value={version} />
          <Field name="by" label="Your name" autocomplete="name" maxLength={120} value={wish.by} error={faults.by} />
          <Field
            name="email"
            label="Your e-mail address"
            hint="Only the person who asks you sees it."
            type="email"
            autocomplete="email"
            value={wish.email}
            error={faults.email}
          />
          <Field
            name="relation"
            label="How do you know this person?"
            hint="Such as “manager”, “teacher” or “we worked together”"
            maxLength={120}
            value={wish.relation}
            error={faults.relation}
          />
          <Field
            name="words"
            label="What did you see?"
            hint="In your own words. Say only what you know yourself."
            rows={5}
            value={wish.words}
            error={faults.words}
          />
          {entry.item.type === 'teamProject' && (
            <Field
              name="part"
              label="If you were in the team: what was your own part?"
              rows={3}
              required={false}
              value={wish.part}
              error={faults.part}
            />
          )}
          <Button>Confirm it</Button>
          <p class="soft">
            If you cannot confirm it, close this page: nothing is kept. The link works until{' '}
            {formatDate(asked.request.until)}.
          </p>
        </form>
      </div>
    ),
  })
}

/** Thanks. */
export function confirmedPage({ asked: { owner } }: Pick<ConfirmView, 'asked'>): string {
  return page({
    ...PUBLIC,
    title: 'Thank you',
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            <>
              <bdi>{owner.name ?? 'The person'}</bdi> now has what you said, with your name and the day. The link does
              not work any more.
            </>
          }
        >
          Thank you
        </Heading>
      </div>
    ),
  })
}
