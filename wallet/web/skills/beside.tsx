import type { ReadPassport } from '../../skills/read-passport.ts'
import { besideWords } from './beside-words.ts'

/** What is held and not looked at on a page of skills, with why: nothing is left out silently. */
export function Beside({
  passport: { notGenuine, records },
}: {
  passport: Pick<ReadPassport, 'notGenuine' | 'records'>
}) {
  const words = besideWords()
  return (
    <>
      {notGenuine > 0 && <p class="soft">{words.notGenuine(notGenuine)}</p>}
      {records > 0 && <p class="soft">{words.records(records)}</p>}
      <p class="soft">{words.asChecked}</p>
    </>
  )
}
