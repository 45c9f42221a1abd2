import { ButtonLink, Chart, count, Empty, Heading, page, type SkillShape, skillsChart, Table } from '#web'
import type { CanDo } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { MapArea, MapRow } from '../../skills/skills-map.ts'
import { frameOf } from '../frame.ts'
import { Lasts, skillAt, Who } from './who-says.tsx'

/** So many of an area are drawn; all are in its table. */
const DRAWN = 20

const SHAPES: Readonly<Record<CanDo['state'], SkillShape>> = {
  proven: 'dot',
  confirmed: 'square',
  selfAssessed: 'diamond',
  lapsed: 'cross',
  belowLevel: 'cross',
  unknown: 'cross',
}

const WHO: Readonly<Record<SkillShape, string>> = {
  dot: 'proven',
  square: 'confirmed by someone',
  diamond: 'your own word',
  cross: 'run out, or could not be told',
}

interface DrawnArea extends MapArea {
  /** Empty where its levels are not of one scale, so that there is nothing to draw. */
  svg: string
}

/** An area with its drawing. */
export async function drawnArea(area: MapArea): Promise<DrawnArea> {
  if (area.steps === 0) return { ...area, svg: '' }
  const drawn = area.rows.slice(0, DRAWN).map(({ skill, level, step }) => ({
    name: skill.name,
    level: level ?? 'no level stated',
    step,
    shape: SHAPES[skill.state],
  }))
  return { ...area, svg: await skillsChart(drawn, area.steps) }
}

/** What somebody can do by area: drawn where levels are stated, and as a table always. */
export function skillsMapPage(view: { person: Person; areas: readonly DrawnArea[]; notGenuine: number }): string {
  const { person, areas, notGenuine } = view
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your skills on a map',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={areas.length === 0 ? undefined : 'What you can do, area by area. A level counts within its area only.'}
        >
          Your skills on a map
        </Heading>
        {areas.length === 0 && (
          <Empty
            title="Your map is still white"
            icon="badge-check"
            action={<ButtonLink href="/skills/self-assessment">Say what you can do</ButtonLink>}
          >
            A few answers put the first skill on it. Certificates and things that you did come onto it too.
          </Empty>
        )}
        {areas.map((area) => (
          <section key={area.name} class="flow">
            <h2>
              <bdi>{area.name}</bdi>
            </h2>
            {area.svg === '' ? (
              <Rows area={area} />
            ) : (
              <Chart svg={area.svg} label={labelOf(area)} caption={<Legend area={area} />}>
                <Rows area={area} />
              </Chart>
            )}
          </section>
        ))}
        {notGenuine > 0 && (
          <p class="soft">{count(notGenuine, 'credential is', 'credentials are')} not genuine, and not counted here.</p>
        )}
      </div>
    ),
  })
}

function Rows({ area: { rows } }: { area: MapArea }) {
  return (
    <Table
      caption={count(rows.length, 'skill')}
      rows={rows}
      rowKey={({ skill }) => skill.term}
      columns={[
        {
          key: 'skill',
          label: 'Skill',
          cell: ({ skill }) => (
            <a href={skillAt(skill.term)}>
              <bdi>{skill.name}</bdi>
            </a>
          ),
        },
        { key: 'level', label: 'Level', cell: ({ level }) => level ?? <span class="not-stated">Not stated</span> },
        {
          key: 'who',
          label: 'Who says so',
          cell: ({ skill }) => (
            <span class="shown">
              <Who skill={skill} />
              {skill.credential && <Lasts currency={skill.currency} until={skill.until} />}
            </span>
          ),
        },
      ]}
    />
  )
}

function Legend({ area: { rows } }: { area: MapArea }) {
  const shapes = (Object.keys(WHO) as SkillShape[]).filter((shape) => rows.some((row) => shapeOf(row) === shape))
  const more = rows.length - DRAWN
  return (
    <>
      {shapes.map((shape) => `${NAMES[shape]}: ${WHO[shape]}`).join('. ')}.
      {more > 0 && ` ${count(more, 'more is', 'more are')} in the table only.`}
    </>
  )
}

const NAMES: Readonly<Record<SkillShape, string>> = {
  dot: 'A full dot',
  square: 'A full square',
  diamond: 'A hollow diamond',
  cross: 'A cross',
}

const shapeOf = ({ skill }: MapRow) => SHAPES[skill.state]

function labelOf({ name, rows }: MapArea): string {
  const told = rows
    .slice(0, DRAWN)
    .map((row) => `${row.skill.name}: ${row.level ?? 'no level stated'}, ${WHO[shapeOf(row)]}`)
  return `${name}. ${told.join('; ')}.`
}
