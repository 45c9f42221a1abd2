import { Bodies, ButtonLink, count, formatDate, Heading, page, SummaryList, wordsOf } from '#web'
import type { Quality } from '../quality.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Staff } from '../viewer.ts'
import { currencyWords } from './achievement-page.tsx'
import { consoleFrame, mayIssue } from './frame.tsx'
import { QualityScore } from './quality-score.tsx'

const PLACE = '/console/achievements'

/** One achievement, for staff. */
export function achievementConsolePage({
  staff,
  flash,
  achievement,
  quality,
}: {
  staff: Staff
  flash?: string | undefined
  achievement: Achievement
  quality: Quality
}): string {
  const { slug, body, version, createdAt, id } = achievement
  const why = (field: keyof typeof body.explanations) => {
    const given = body.explanations[field]
    return given === undefined ? 'Not stated' : `${wordsOf(given.reason)}${given.text ? `: ${given.text}` : ''}`
  }
  return page({
    ...consoleFrame(staff, PLACE, flash),
    title: body.name,
    body: (
      <div class="flow">
        <Heading back={{ href: PLACE, label: 'Achievements' }} lead={<bdi>{body.description}</bdi>}>
          <bdi>{body.name}</bdi>
        </Heading>
        {mayIssue(staff) && (
          <div class="actions">
            <ButtonLink href={`/console/imports?achievement=${id}`} icon="upload">
              Import results
            </ButtonLink>
            <ButtonLink href={`/console/issue?achievement=${id}`} variant="secondary" icon="plus">
              Award to one person
            </ButtonLink>
            <ButtonLink href={`${PLACE}/${slug}/edit`} variant="secondary">
              Change
            </ButtonLink>
          </div>
        )}
        <SummaryList
          rows={[
            { label: 'Version', value: `${version}, described on ${formatDate(createdAt)}` },
            { label: 'Skills', value: body.skills.map(({ name }) => name).join(' · ') || why('Skill') },
            { label: 'Level', value: body.level?.name ?? why('Level') },
            {
              label: 'How it is assessed',
              value: body.assessmentMethods.map(wordsOf).join(' · ') || why('AssessmentMethod'),
            },
            {
              label: 'Awarded by',
              value: body.awardedBy.length > 0 ? <Bodies ids={body.awardedBy} /> : staff.issuer.name,
            },
            {
              label: 'Checked by',
              value: body.validatedBy.length > 0 ? <Bodies ids={body.validatedBy} /> : 'Nobody else is named',
            },
            ...body.partOf.map(({ name, url }) => ({
              label: 'Part of',
              value: (
                <a href={url}>
                  <bdi>{name}</bdi>
                </a>
              ),
            })),
            { label: 'Date', value: 'Said at each award' },
            { label: 'How long it counts', value: currencyWords(body) },
            {
              label: 'Marks',
              value: (
                <a href={`${PLACE}/${slug}/marks`}>
                  {body.endorsements.length === 0 ? 'None yet' : count(body.endorsements.length, 'mark')}
                </a>
              ),
            },
          ]}
        />
        <QualityScore quality={quality} />
        <p>
          <a href={`/issuers/${staff.issuer.id}/achievements/${slug}`}>The public page of this achievement</a>
        </p>
      </div>
    ),
  })
}
