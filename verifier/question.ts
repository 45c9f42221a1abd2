import { z } from 'zod'
import { parseDateTime } from '#credential'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A date (its first moment) or a date-time, in UTC where it names no zone. */
export const moment = z.string().transform((text, context) => {
  const time = DAY.test(text) ? `${text}T00:00:00Z` : text
  const date = parseDateTime(/(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? time : `${time}Z`)
  if (date !== null) return date
  context.addIssue('must be a date like 2027-06-25 or a time like 2027-06-25T14:05:00Z')
  return z.NEVER
})

const challenge = z.string().min(1).max(512)

/** What may be asked beside the thing itself. */
export const question = z.object({
  at: moment.optional().meta({ description: 'The time to check for: a date or a date-time, UTC. Now, unless given.' }),
  challenge: challenge.optional().meta({ description: 'What a presentation must answer.' }),
  domain: challenge.optional().meta({ description: 'Whom a presentation must be made for.' }),
  recipient: z.string().max(320).optional().meta({
    description: 'An e-mail address or a name: is it about this person? It is compared, and neither kept nor logged.',
  }),
  evidence: z.enum(['fetch']).optional().meta({
    description: 'With `fetch`, files of evidence are got from where the credential says they are, and compared.',
  }),
})

/** The same, for a check of which a receipt is to be kept. What is asked about a person or a file is not for a receipt. */
export const receiptQuestion = question.omit({ recipient: true, evidence: true }).extend({
  summary: z.enum(['include']).optional().meta({
    description:
      'With `include`, the receipt says whom and what the credential is about. It holds nothing of that otherwise.',
  }),
})
