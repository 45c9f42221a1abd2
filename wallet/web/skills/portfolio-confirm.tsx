import { Button, ErrorSummary, Field, formatDate, Heading, Notice, page, SummaryList, translated } from '#web'
import type { Asked, ConfirmationFaults, ConfirmationWish } from '../../confirm.ts'
import { PUBLIC } from '../frame.ts'
import { portfolioConfirmWords } from './portfolio-confirm-words.tsx'
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
export const confirmPage = translated(({ asked, at, version, wish = NOTHING, faults = {} }: ConfirmView): string => {
  const words = portfolioConfirmWords()
  const { owner, entry, changes } = asked
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const name = <bdi>{owner.name ?? words.someone}</bdi>
  return page({
    ...PUBLIC,
    title: words.title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={words.lead(name)}>{words.title}</Heading>
        {changes && (
          <Notice tone="attention" title={words.changed}>
            {words.lookAgain(changesInWords(changes))}
          </Notice>
        )}
        <section class="card flow">
          <h2>
            <bdi>{entry.item.title}</bdi>
          </h2>
          <SummaryList rows={[{ label: words.whoDidIt, value: name }, ...itemRows(entry)]} />
          {entry.files.length > 0 && (
            <ul class="plain">
              {entry.files.map((file) => (
                <li key={file.digest}>
                  <a href={`${at}/files/${file.digest}`} download>
                    <bdi>{file.name}</bdi>
                  </a>{' '}
                  <span class="soft">{words.notLookedAt(sizeInWords(file.size))}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <form class="flow" method="post" action={at} novalidate>
          <input type="hidden" name="version" value={version} />
          <Field name="by" label={words.by} autocomplete="name" maxLength={120} value={wish.by} error={faults.by} />
          <Field
            name="email"
            label={words.email}
            hint={words.emailHint}
            type="email"
            autocomplete="email"
            value={wish.email}
            error={faults.email}
          />
          <Field
            name="relation"
            label={words.relation}
            hint={words.relationHint}
            maxLength={120}
            value={wish.relation}
            error={faults.relation}
          />
          <Field
            name="words"
            label={words.words}
            hint={words.wordsHint}
            rows={5}
            value={wish.words}
            error={faults.words}
          />
          {entry.item.type === 'teamProject' && (
            <Field name="part" label={words.part} rows={3} required={false} value={wish.part} error={faults.part} />
          )}
          <Button>{words.confirm}</Button>
          <p class="soft">{words.ifNot(formatDate(asked.request.until))}</p>
        </form>
      </div>
    ),
  })
})

/** Thanks. */
export const confirmedPage = translated(({ asked: { owner } }: Pick<ConfirmView, 'asked'>): string => {
  const words = portfolioConfirmWords()
  return page({
    ...PUBLIC,
    title: words.thanks,
    body: (
      <div class="narrow flow">
        <Heading lead={words.nowHas(<bdi>{owner.name ?? words.thePerson}</bdi>)}>{words.thanks}</Heading>
      </div>
    ),
  })
})
