import { Choices, Field } from '#web'
import type { ShareFaults, ShareWish } from '../share.ts'

const LASTS = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: 'date', label: 'Until a day that I choose' },
]

/** Asks for whom a share is, for how long it works, and how often. */
export function ShareTerms({ wish, faults }: { wish: ShareWish; faults: ShareFaults }) {
  return (
    <>
      <Field
        name="audience"
        label="Who is it for?"
        hint="Such as the name of an employer. They see this name on the page."
        autocomplete="off"
        maxLength={120}
        value={wish.audience}
        error={faults.audience}
      />
      <Choices
        name="lasts"
        legend="How long should the link work?"
        type="radio"
        error={faults.lasts}
        options={LASTS.map((option) => ({ ...option, checked: option.value === wish.lasts }))}
      />
      <Field
        name="until"
        label="The last day"
        hint="Only if you choose a day yourself"
        type="date"
        width="short"
        required={false}
        value={wish.until}
        error={faults.until}
      />
      <Field
        name="uses"
        label="How often may it be opened?"
        hint="Leave it empty for as often as they like. Looking at the first page does not count; each check does."
        inputMode="numeric"
        width="short"
        required={false}
        value={wish.uses}
        error={faults.uses}
      />
    </>
  )
}
