import { Bodies, Heading, page, SummaryList, type SummaryRow, wordsOf } from '#web'
import { ACHIEVEMENT_TYPES } from '../achievement-body.ts'
import type { Whole } from '../achievement-form.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Issuer } from '../records/issuers.ts'

interface AchievementPageOptions {
  issuer: Issuer
  achievement: Achievement
  /** What of the same issuer is a part of it. */
  parts: readonly Whole[]
}

/** What an award means, for anyone. */
export function achievementPage({ issuer, achievement, parts }: AchievementPageOptions): string {
  const { body, version } = achievement
  const parties = (ids: readonly string[]) => (
    <Bodies ids={ids.length > 0 ? ids : [issuer.did]} knownNames={{ [issuer.did]: issuer.name }} />
  )
  const why = (field: keyof typeof body.explanations) =>
    wordsOf(body.explanations[field]?.text ?? body.explanations[field]?.reason ?? 'NotRecorded')
  return page({
    service: 'issuer',
    title: body.name,
    description: `${body.name}, awarded by ${issuer.name}.`,
    listed: true,
    body: (
      <div class="flow">
        <Heading back={{ href: `/issuers/${issuer.id}`, label: issuer.name }} lead={<bdi>{body.description}</bdi>}>
          <bdi>{body.name}</bdi>
        </Heading>
        <SummaryList
          rows={[
            { label: 'What it is', value: `${ACHIEVEMENT_TYPES[body.type]}, version ${version}` },
            {
              label: 'Skills',
              value: body.skills.length > 0 ? names(body.skills.map(({ name }) => name)) : why('Skill'),
            },
            { label: 'Level', value: body.level?.name ?? why('Level') },
            {
              label: 'How it is assessed',
              value:
                body.assessmentMethods.length > 0
                  ? names(body.assessmentMethods.map(wordsOf))
                  : why('AssessmentMethod'),
            },
            ...(body.credits.length > 0
              ? [{ label: 'Credits', value: names(body.credits.map(({ value, scheme }) => `${value} ${scheme}`)) }]
              : []),
            { label: 'Awarded by', value: parties(body.awardedBy) },
            ...[
              ['Delivered by', body.deliveredBy] as const,
              ['Checked by', body.validatedBy] as const,
              ['Regulated by', body.regulatedBy] as const,
            ].flatMap(([label, values]) => (values.length > 0 ? [{ label, value: parties(values) }] : [])),
            ...belonging('Part of', body.partOf),
            ...belonging('Its parts', parts),
            { label: 'How long it counts', value: currencyWords(body) },
            { label: 'What has to be shown', value: <p class="prose">{body.criteria}</p> },
          ]}
        />
      </div>
    ),
  })
}

/** What it is inside of, or what is inside of it, each with its own page. */
function belonging(label: string, items: readonly Whole[]): SummaryRow[] {
  if (items.length === 0) return []
  const value = (
    <ul class="plain">
      {items.map(({ name, url }) => (
        <li key={url}>
          <a href={url}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
  return [{ label, value }]
}

/** How long an award counts, in words. */
export function currencyWords({ currency }: Achievement['body']): string {
  if (currency.kind === 'doesNotExpire') return 'It does not expire'
  if (currency.kind === 'notRecorded') return 'Not recorded'
  const period = currency.months % 12 === 0 ? plural(currency.months / 12, 'year') : plural(currency.months, 'month')
  return currency.kind === 'current'
    ? `Current for ${period}; after that still true as history`
    : `Valid for ${period}, then it expires`
}

const plural = (value: number, noun: string) => `${value} ${noun}${value === 1 ? '' : 's'}`

function names(values: readonly string[]) {
  return (
    <ul class="plain">
      {values.map((value) => (
        <li key={value}>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}
