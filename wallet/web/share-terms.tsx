import { Choices, Field } from '#web'
import type { ShareFaults, ShareWish } from '../share.ts'
import { shareFormWords } from './share-form-words.tsx'

const LASTS = ['7', '30', '90', 'date'] as const

/** Asks for whom a share is, for how long it works, and how often. */
export function ShareTerms({ wish, faults }: { wish: ShareWish; faults: ShareFaults }) {
  const words = shareFormWords()
  return (
    <>
      <Field
        name="audience"
        label={words.audience}
        hint={words.audienceHint}
        autocomplete="off"
        maxLength={120}
        value={wish.audience}
        error={faults.audience}
      />
      <Choices
        name="lasts"
        legend={words.lasts}
        type="radio"
        error={faults.lasts}
        options={LASTS.map((value) => ({ value, label: words.terms[value], checked: value === wish.lasts }))}
      />
      <Field
        name="until"
        label={words.lastDay}
        hint={words.lastDayHint}
        type="date"
        width="short"
        required={false}
        value={wish.until}
        error={faults.until}
      />
      <Field
        name="uses"
        label={words.uses}
        hint={words.usesHint}
        inputMode="numeric"
        width="short"
        required={false}
        value={wish.uses}
        error={faults.uses}
      />
    </>
  )
}
