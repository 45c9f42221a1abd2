import { count, DateText, en, formatDate, SummaryList, type SummaryRow } from '#web'
import type { EmployerView, ShownSkill, Supplement } from '../employer/employer-view.ts'
import type { ShownCredential } from '../employer/shown-credential.ts'
import { ConfirmedBy } from './shown-work.tsx'
import { Currently, howSure, LevelElsewhere, WhoSaysSo } from './skill-words.tsx'

/** What somebody can do, who says so, and whether it is current: what an employer looks for first. */
export function EmployerSection({ view }: { view: EmployerView }) {
  const { skills, holders, on } = view
  return (
    <section class="flow" aria-labelledby="can-do">
      <h2 id="can-do">What {holders.length === 1 ? <bdi>{holders[0]}</bdi> : 'this person'} can do</h2>
      <p class="soft">
        {holders.length > 1 && <>These name different people: {holders.join(', ')}. </>}
        As of {formatDate(on)}, {restsOn(view)}.
        <LeftOut view={view} />
      </p>
      {skills.length === 0 ? (
        <p>Nothing shown here names a skill. What was handed in is below.</p>
      ) : (
        <ul class="skills">
          {skills.map((skill) => (
            <Skill key={`${skill.name}${skill.level}`} skill={skill} />
          ))}
        </ul>
      )}
      {view.supplements.map((one, at) => (
        <InAddition key={at} id={`beside-${at + 1}`} supplement={one} />
      ))}
    </section>
  )
}

function restsOn({ credentials, work }: EmployerView): string {
  const signed = 'by credentials whose signature holds'
  const said = 'by what they say that they did, which nobody checked'
  if (work.length === 0) return signed
  return credentials.length === 0 ? said : `${signed}, and ${said}`
}

function LeftOut({ view: { left } }: { view: EmployerView }) {
  const told = [
    ...(left.notGenuine > 0 ? [`${left.notGenuine} not genuine`] : []),
    ...(left.unchecked > 0 ? [`${left.unchecked} that could not be checked`] : []),
  ]
  return told.length === 0 ? null : <> Left out: {told.join(', ')}.</>
}

function Skill({ skill }: { skill: ShownSkill }) {
  const { name, level, state, by, work, others, otherWork } = skill
  const more = others.length + otherWork.length
  return (
    <li>
      <h3>
        <bdi>{name}</bdi>
        {level && `: ${level}`}
      </h3>
      <p class="skill-marks">
        {by !== null && <WhoSaysSo state={state} by={by} />}
        {work !== null && <ConfirmedBy work={work} />}
        <span>
          Shown by{' '}
          <a href={`#${(by ?? work)?.item}`}>
            <bdi>{(by ?? work)?.title}</bdi>
          </a>
        </span>
        {more > 0 && <span class="soft">and {count(more, 'more that shows it', 'more that show it')}</span>}
      </p>
    </li>
  )
}

/** What a record ties to a degree. Being beside it, and being part of it, are kept apart. */
function InAddition({ id, supplement: { degree, beside, inside, left } }: { id: string; supplement: Supplement }) {
  return (
    <section class="card flow" aria-labelledby={id}>
      {beside.length > 0 && (
        <>
          <h3 id={id}>
            In addition to the degree <bdi>{degree.title}</bdi>
          </h3>
          <Ties ties={beside} />
        </>
      )}
      {inside.length > 0 && (
        <>
          <h3 id={beside.length === 0 ? id : undefined}>
            Part of the degree <bdi>{degree.title}</bdi>
          </h3>
          <Ties ties={inside} />
        </>
      )}
      <p class="soft">
        A record that holds them together says that each {relationsIn([...beside, ...inside])} the degree. Each was
        checked by itself and is about the same person.
        {left > 0 && ` ${left} more are named there, and are not shown here to be genuine and of the same person.`}
      </p>
    </section>
  )
}

const relationsIn = (ties: Supplement['beside']) =>
  [...new Set(ties.map(({ type }) => en.associations[type]))].join(' or ')

function Ties({ ties }: { ties: Supplement['beside'] }) {
  return (
    <ul class="lines">
      {ties.map(({ credential }) => (
        <li key={credential.item}>
          <bdi>{credential.title}</bdi>
          <Currently currency={credential.currency} />
        </li>
      ))}
    </ul>
  )
}

interface FactsProps {
  credential: ShownCredential
  /** Where a skill leads that it shows; none where it stands on the page before. */
  id: string | undefined
}

/** What an employer weighs a credential by. Who awarded, delivered, checked and regulates are four answers. */
export function Facts({ credential, id }: FactsProps) {
  const { level, currency, awardedOn, awardedBy, deliveredBy, validatedBy, regulatedBy } = credential
  const notStated = <span class="not-stated">Not stated</span>
  const bodies = (label: string, names: readonly string[]): SummaryRow => ({
    label,
    value:
      names.length === 0
        ? notStated
        : names.map((name) => (
            <div key={name}>
              <bdi>{name}</bdi>
            </div>
          )),
  })
  const rows: SummaryRow[] = [
    { label: 'Level', value: level === null ? notStated : <LevelElsewhere level={level} /> },
    { label: 'Current?', value: <Currently currency={currency} /> },
    {
      label: 'How sure it is',
      value: howSure(credential) ?? <span class="not-stated">Not stated</span>,
    },
    {
      label: 'Issued by',
      value: (
        <>
          <bdi>{credential.issuer}</bdi>{' '}
          <span class="soft">({en.recognitionLabels[credential.recognition].toLowerCase()})</span>
        </>
      ),
    },
    bodies('Awarded by', awardedBy),
    bodies('Delivered by', deliveredBy),
    bodies('Checked by', validatedBy),
    bodies('Regulated by', regulatedBy),
    ...(awardedOn === null ? [] : [{ label: 'Awarded on', value: <DateText value={awardedOn} /> }]),
  ]
  return (
    <div id={id} class="facts">
      <SummaryList rows={rows} />
    </div>
  )
}
