import { credentialWords, DateText, formatDate, SummaryList, type SummaryRow, sentences } from '#web'
import type { EmployerView, ShownSkill, Supplement } from '../employer/employer-view.ts'
import type { ShownCredential } from '../employer/shown-credential.ts'
import { employerWords } from './employer-words.tsx'
import { ConfirmedBy } from './shown-work.tsx'
import { Currently, howSure, LevelElsewhere, WhoSaysSo } from './skill-words.tsx'

/** What somebody can do, who says so, and whether it is current: what an employer looks for first. */
export function EmployerSection({ view }: { view: EmployerView }) {
  const { skills, holders, on, credentials, work } = view
  const words = employerWords()
  return (
    <section class="flow" aria-labelledby="can-do">
      <h2 id="can-do">{words.canDo(holders.length === 1 ? holders[0] : undefined)}</h2>
      <p class="soft">
        {holders.length > 1 && words.differentPeople(holders.join(', '))}
        {words.asOf(formatDate(on), credentials.length > 0 || work.length === 0, work.length > 0)}
        <LeftOut view={view} />
      </p>
      {skills.length === 0 ? (
        <p>{words.noSkill}</p>
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

function LeftOut({
  view: {
    left: { notGenuine, unchecked },
  },
}: {
  view: EmployerView
}) {
  return <>{notGenuine + unchecked > 0 && employerWords().leftOut(notGenuine, unchecked)}</>
}

function Skill({ skill }: { skill: ShownSkill }) {
  const { name, level, state, by, work, others, otherWork } = skill
  const more = others.length + otherWork.length
  const words = employerWords()
  const title = <bdi>{(by ?? work)?.title}</bdi>
  return (
    <li>
      <h3>
        <bdi>{name}</bdi>
        {level && `: ${level}`}
      </h3>
      <p class="skill-marks">
        {by !== null && <WhoSaysSo state={state} by={by} />}
        {work !== null && <ConfirmedBy work={work} />}
        <span>{words.shownBy(<a href={`#${(by ?? work)?.item}`}>{title}</a>)}</span>
        {more > 0 && <span class="soft">{words.more(more)}</span>}
      </p>
    </li>
  )
}

/** What a record ties to a degree. Being beside it, and being part of it, are kept apart. */
function InAddition({ id, supplement: { degree, beside, inside, left } }: { id: string; supplement: Supplement }) {
  const words = employerWords()
  const title = <bdi>{degree.title}</bdi>
  return (
    <section class="card flow" aria-labelledby={id}>
      {beside.length > 0 && (
        <>
          <h3 id={id}>{words.besideDegree(title)}</h3>
          <Ties ties={beside} />
        </>
      )}
      {inside.length > 0 && (
        <>
          <h3 id={beside.length === 0 ? id : undefined}>{words.insideDegree(title)}</h3>
          <Ties ties={inside} />
        </>
      )}
      <p class="soft">
        {words.heldTogether(relationsIn([...beside, ...inside]))}
        {left > 0 && words.notShown(left)}
      </p>
    </section>
  )
}

const relationsIn = (ties: Supplement['beside']) => [...new Set(ties.map(({ type }) => sentences().associations[type]))]

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
  const words = employerWords()
  const fields = credentialWords()
  const notStated = <span class="not-stated">{words.notStated}</span>
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
    { label: fields.level, value: level === null ? notStated : <LevelElsewhere level={level} /> },
    { label: words.current, value: <Currently currency={currency} /> },
    { label: words.sure, value: howSure(credential) ?? notStated },
    {
      label: fields.issuedBy,
      value: (
        <>
          <bdi>{credential.issuer}</bdi>{' '}
          <span class="soft">({sentences().recognitionLabels[credential.recognition].toLowerCase()})</span>
        </>
      ),
    },
    bodies(fields.awardedBy, awardedBy),
    bodies(fields.deliveredBy, deliveredBy),
    bodies(fields.checkedBy, validatedBy),
    bodies(fields.regulatedBy, regulatedBy),
    ...(awardedOn === null ? [] : [{ label: fields.awardedOn, value: <DateText value={awardedOn} /> }]),
  ]
  return (
    <div id={id} class="facts">
      <SummaryList rows={rows} />
    </div>
  )
}
