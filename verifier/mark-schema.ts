import { z } from 'zod'
import { ENDORSEMENT_KINDS, ENDORSEMENT_OUTCOMES } from '#credential'

const words = z.string().nullable()

/** What was found of one endorsement of a kind, for the description of the API. */
export const mark = z
  .looseObject({
    kind: z.enum(ENDORSEMENT_KINDS),
    state: z
      .enum([
        'shown',
        'notSchemeOwner',
        'expired',
        'withdrawn',
        'notApproved',
        'notYet',
        'invalid',
        'unchecked',
        'otherSubject',
        'unbound',
        'own',
      ])
      .meta({ description: 'What it says counts only where it is `shown`.' }),
    reason: words.meta({ description: 'The code of the check that decided, where there is one.' }),
    name: words,
    by: z.looseObject({ id: z.string(), name: words, isListed: z.boolean() }),
    about: z.enum(['credential', 'achievement', 'issuer']).nullable(),
    scheme: words,
    schemeOwner: z.looseObject({ did: z.string(), name: z.string() }).nullable().meta({
      description: 'Whom the lists name as its owner instead, where it is `notSchemeOwner`.',
    }),
    outcome: z.enum(ENDORSEMENT_OUTCOMES).nullable(),
    approvedAgainst: z.array(z.string()),
    coverage: z.looseObject({
      counts: z.looseObject({
        Full: z.number(),
        Partial: z.number(),
        WorkplaceOnly: z.number(),
        NotCovered: z.number(),
      }),
      items: z.array(z.looseObject({ competency: z.string(), degree: z.string() })),
    }),
    cycle: words,
    firstTeachingOn: words,
    reviewDueOn: words,
    isReviewOverdue: z.boolean(),
    isBeforeTeaching: z.boolean(),
    conditions: words,
    mayIssue: z.array(z.string()),
    validFrom: words,
    validUntil: words,
    withdrawnOn: words,
    recognition: z
      .looseObject({ outcome: z.string() })
      .meta({ description: 'Which list says whose it is, and as of when.' }),
  })
  .meta({
    id: 'Mark',
    description: 'An endorsement of a kind, such as a quality mark. None decides on the credential.',
  })
