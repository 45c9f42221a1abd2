import { Bodies, ButtonLink, count, Empty, formatDate, Heading, page, SummaryList, Table, wordsOf } from '#web'
import { ACHIEVEMENT_TYPES } from '../achievement-body.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Staff } from '../viewer.ts'
import { currencyWords } from './achievement-page.tsx'
import { consoleFrame, mayIssue } from './frame.tsx'

const PLACE = '/console/achievements'

/** All achievements of the issuer. */
export function achievementsPage({
  staff,
  flash,
  achievements,
}: {
  staff: Staff
  flash?: string | undefined
  achievements: readonly Achievement[]
}): string {
  const add = mayIssue(staff) && <ButtonLink href={`${PLACE}/new`}>Describe an achievement</ButtonLink>
  return page({
    ...consoleFrame(staff, PLACE, flash),
    title: 'Achievements',
    body: (
      <div class="flow">
        <Heading lead="What you award: modules, units, certificates, courses." actions={achievements.length > 0 && add}>
          Achievements
        </Heading>
        {achievements.length === 0 ? (
          <Empty title="No achievements yet" icon="badge-check" action={add}>
            Describe one once. Then award it to one person, or to a whole file of results.
          </Empty>
        ) : (
          <Table
            caption="Your achievements"
            rows={achievements}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: 'Name',
                cell: ({ slug, body }) => (
                  <a href={`${PLACE}/${slug}`}>
                    <bdi>{body.name}</bdi>
                  </a>
                ),
              },
              { key: 'type', label: 'What it is', cell: ({ body }) => ACHIEVEMENT_TYPES[body.type] },
              { key: 'level', label: 'Level', cell: ({ body }) => body.level?.name ?? 'No level' },
              { key: 'version', label: 'Version', numeric: true, cell: ({ version }) => version },
            ]}
          />
        )}
      </div>
    ),
  })
}

/** One achievement, for staff. */
export function achievementConsolePage({
  staff,
  flash,
  achievement,
}: {
  staff: Staff
  flash?: string | undefined
  achievement: Achievement
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
        <p>
          <a href={`/issuers/${staff.issuer.id}/achievements/${slug}`}>The public page of this achievement</a>
        </p>
      </div>
    ),
  })
}
