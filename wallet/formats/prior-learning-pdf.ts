import { claimSays, formatDate, type PdfBlock, writePdf } from '#web'
import type { ReadClaim } from '../claim-prior-learning.ts'
import type { TimelineSureness } from '../skills/timeline.ts'

/** For whoever decides; the first person is the claimant. */
const SURENESS: Readonly<Record<TimelineSureness, string>> = {
  verified: 'a credential, verified when it was last checked',
  confirmed: 'confirmed by',
  ownWord: 'my own word',
  described: 'described by a file, not verified',
  unchecked: 'could not be checked',
  ended: 'no longer valid, not counted',
}

interface MadeClaim {
  read: ReadClaim
  /** As the person is called. */
  name: string
  madeAt: Date
}

/** A claim for prior learning on paper: outcome by outcome what shows it. It decides nothing, and says so. */
export function claimPdf(made: MadeClaim): Promise<Uint8Array> {
  const title = `Claim for prior learning: ${made.read.claim.title}`
  const footer = `${title}, ${formatDate(made.madeAt)}. Paper proves nothing.`
  return writePdf({ title, madeAt: made.madeAt, footer, blocks: claimBlocks(made) })
}

/** What stands on the pages. */
export function claimBlocks({ read: { claim, answer, things }, name, madeAt }: MadeClaim): PdfBlock[] {
  const forWhom = claim.provider === '' ? '' : `, for ${claim.provider}`
  const { source } = claim
  return [
    { kind: 'heading', level: 1, text: `Claim for prior learning: ${claim.title}` },
    { kind: 'paragraph', text: `${name}${forWhom}. Made on ${formatDate(madeAt)}.` },
    { kind: 'paragraph', text: claimSays()['claim.rests']({}) },
    { kind: 'heading', level: 2, text: 'Outcomes' },
    ...answer.value.flatMap(({ evidence }, at): PdfBlock[] => [
      { kind: 'heading', level: 3, text: `${at + 1}. ${claim.outcomes[at]?.text ?? ''}` },
      evidence.length === 0
        ? { kind: 'paragraph', text: 'Nothing is put to it.', isSoft: true }
        : { kind: 'list', items: things.flatMap((thing) => (evidence.includes(thing.item) ? [lineOf(thing)] : [])) },
    ]),
    {
      kind: 'paragraph',
      text:
        source === null
          ? 'The outcomes are as I wrote them down.'
          : `The outcomes are of ${source.id}, version ${source.version}.`,
      isSoft: true,
    },
  ]
}

function lineOf({ title, by, on, isDayOfEntry, sureness }: ReadClaim['things'][number]): string {
  if (sureness === 'confirmed') return `${title}: ${SURENESS.confirmed} ${by}. Who that is, is what they say.`
  const who = [by, on === null || isDayOfEntry ? null : formatDate(on)].filter((part) => part !== null)
  return `${title}${who.length === 0 ? '' : ` (${who.join(', ')})`}: ${SURENESS[sureness]}`
}
