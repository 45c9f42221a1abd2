import { Button, Notice } from '#web'

/** What was handed in, as it can be handed in again with another choice. */
export interface SentAgain {
  action: '/check' | '/check/compare'
  fields: readonly (readonly [name: string, value: string])[]
}

/** Hides who somebody is, or shows it again. Nothing is fetched anew, so no use of a link is spent. */
export function BlindSwitch({ isBlind, again }: { isBlind: boolean; again: SentAgain | null }) {
  const form = again !== null && (
    <form method="post" action={again.action} enctype="multipart/form-data">
      {again.fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!isBlind && <input type="hidden" name="blind" value="on" />}
      <Button variant="secondary" icon={isBlind ? 'eye' : 'eye-off'}>
        {isBlind ? 'Show who it is' : 'Hide who it is'}
      </Button>
    </form>
  )
  if (!isBlind) return form || null
  return (
    <Notice title="You do not see who it is">
      <p>
        Hidden here: the names of people and institutions, pictures, and the days of awards. The credentials themselves
        still hold all of it.
      </p>
      {form}
    </Notice>
  )
}
