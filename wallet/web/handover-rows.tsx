import { Button, formatDate, formatTime, type SummaryRow } from '#web'
import type { Handover } from '../records/handovers.ts'
import type { Share, ShareState } from '../records/shares.ts'
import { handoverRowsWords } from './handover-rows-words.tsx'

/** What became of a transition pack, and what stands in it beside the credentials; none for another share. */
export function handoverRows(share: Share, became: Handover | undefined, state: ShareState): SummaryRow[] {
  const { handover } = share
  if (handover === null || became === undefined) return []
  const words = handoverRowsWords()
  const { received } = became
  const { plan, contact, targets, adviser } = handover
  return [
    {
      label: words.received,
      value:
        received === null ? (
          words.notYet
        ) : (
          <>
            {words.receivedBy(<bdi>{received.by}</bdi>, formatTime(received.at))}.{' '}
            <span class="soft">{words.theirWord}</span>
          </>
        ),
    },
    ...(adviser === null ? [] : [adviserRow({ id: share.id, adviser, became, isOpen: state === 'open' })]),
    { label: words.contact, value: <bdi>{contact.reach}</bdi> },
    ...(plan === '' ? [] : [{ label: words.plan, value: <span class="prose">{plan}</span> }]),
    ...(targets.length === 0
      ? []
      : [{ label: words.goals, value: <bdi>{targets.map(({ title }) => title).join('; ')}</bdi> }]),
  ]
}

/** Whether the adviser was told, will be, or will not. */
function adviserRow(view: { id: string; adviser: string; became: Handover; isOpen: boolean }): SummaryRow {
  const { id, adviser, became, isOpen } = view
  const { received, nudgeAt, nudgedAt } = became
  const words = handoverRowsWords()
  const label = words.adviser
  const address = <bdi>{adviser}</bdi>
  if (nudgedAt !== null) return { label, value: words.told(address, formatDate(nudgedAt)) }
  if (nudgeAt === null || received !== null || !isOpen) return { label, value: words.notTold }
  return {
    label,
    value: words.willTell(address, formatDate(nudgeAt)),
    action: (
      <form method="post" action={`/shares/${id}/stop-telling`}>
        <Button variant="quiet">{words.stop}</Button>
      </form>
    ),
  }
}
