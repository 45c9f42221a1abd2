import { reader } from '#platform'
import {
  ButtonLink,
  Chart,
  Empty,
  Heading,
  page,
  type SkillShape,
  skillsChart,
  speaking,
  Table,
  translated,
} from '#web'
import type { CanDo } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { MapArea, MapRow } from '../../skills/skills-map.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { AreaName } from './area-name.tsx'
import { ownArea } from './area-words.ts'
import { besideWords } from './beside-words.ts'
import { levelInWords } from './self-words.ts'
import { skillsMapWords } from './skills-map-words.ts'
import { timelineWords } from './timeline-words.ts'
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

interface DrawnArea extends MapArea {
  /** Empty where its levels are not of one scale, so that there is nothing to draw. */
  svg: string
}

/** An area with its drawing. */
export async function drawnArea(area: MapArea): Promise<DrawnArea> {
  if (area.steps === 0) return { ...area, svg: '' }
  const drawn = speaking(reader().language, () =>
    area.rows.slice(0, DRAWN).map(({ skill, step }) => ({
      name: skill.name,
      level: levelOf(skill) ?? skillsMapWords().noLevel,
      step,
      shape: SHAPES[skill.state],
    })),
  )
  return { ...area, svg: await skillsChart(drawn, area.steps) }
}

interface SkillsMapPage {
  person: Person
  areas: readonly DrawnArea[]
  notGenuine: number
}

/** What somebody can do by area: drawn where levels are stated, and as a table always. */
export const skillsMapPage = translated(({ person, areas, notGenuine }: SkillsMapPage): string => {
  const words = skillsMapWords()
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: frameWords().yourSkills }}
          lead={areas.length === 0 ? undefined : words.lead}
        >
          {words.title}
        </Heading>
        {areas.length === 0 && (
          <Empty
            title={words.nothing}
            icon="badge-check"
            action={<ButtonLink href="/skills/self-assessment">{words.sayWhatYouCanDo}</ButtonLink>}
          >
            {words.howToBegin}
          </Empty>
        )}
        {areas.map((area) => (
          <section key={area.name} class="flow">
            <h2>
              <AreaName name={area.name} />
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
        {notGenuine > 0 && <p class="soft">{besideWords().notGenuine(notGenuine)}</p>}
      </div>
    ),
  })
})

function Rows({ area: { rows } }: { area: MapArea }) {
  const words = skillsMapWords()
  return (
    <Table
      caption={words.skills(rows.length)}
      rows={rows}
      rowKey={({ skill }) => skill.term}
      columns={[
        {
          key: 'skill',
          label: words.skill,
          cell: ({ skill }) => (
            <a href={skillAt(skill.term)}>
              <bdi>{skill.name}</bdi>
            </a>
          ),
        },
        {
          key: 'level',
          label: words.level,
          cell: ({ skill }) => levelOf(skill) ?? <span class="not-stated">{words.notStated}</span>,
        },
        {
          key: 'who',
          label: words.who,
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
  const words = skillsMapWords()
  const shapes = (Object.keys(words.shapes) as SkillShape[]).filter((shape) =>
    rows.some((row) => shapeOf(row) === shape),
  )
  const more = rows.length - DRAWN
  return (
    <>
      {shapes.map((shape) => `${words.shapes[shape]}: ${words.shows[shape]}`).join('. ')}.
      {more > 0 && ` ${words.inTableOnly(more)}`}
    </>
  )
}

const shapeOf = ({ skill }: MapRow) => SHAPES[skill.state]

function labelOf({ name, rows }: MapArea): string {
  const words = skillsMapWords()
  const told = rows
    .slice(0, DRAWN)
    .map((row) => `${row.skill.name}: ${levelOf(row.skill) ?? words.noLevel}, ${words.shows[shapeOf(row)]}`)
  return `${ownArea(name) ?? name}. ${told.join('; ')}.`
}

/** Such as `Intermediate` or `RQF level 4`; null where none is stated. */
function levelOf({ level, credential }: CanDo): string | null {
  if (level !== null) return levelInWords(level)
  const stated = credential?.level
  return stated === undefined ? null : timelineWords().notes.level(stated.framework, stated.code)
}
