import { count } from '#web'
import type { ReadPassport } from '../../skills/read-passport.ts'

/** What is held and not looked at on a page of skills, with why: nothing is left out silently. */
export function Beside({
  passport: { notGenuine, records },
}: {
  passport: Pick<ReadPassport, 'notGenuine' | 'records'>
}) {
  return (
    <>
      {notGenuine > 0 && (
        <p class="soft">{count(notGenuine, 'credential is', 'credentials are')} not genuine, and not counted here.</p>
      )}
      {records > 0 && (
        <p class="soft">
          {count(records, 'record of several credentials', 'records of several credentials')}: what is inside counts
          here once you hold it by itself too.
        </p>
      )}
      <p class="soft">Each credential stands here as it was when it was last checked.</p>
    </>
  )
}
