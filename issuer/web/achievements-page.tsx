import { ButtonLink, Empty, Heading, page, Table } from '#web'
import { ACHIEVEMENT_TYPES } from '../achievement-body.ts'
import type { Achievement } from '../records/achievements.ts'
import type { Staff } from '../viewer.ts'
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
