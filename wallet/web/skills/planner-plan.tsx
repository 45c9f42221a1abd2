import type { Completion, Item, Proposal, ProposalCode } from '#skills'
import {
  basisInWords,
  combinationSays,
  conflictBecause,
  count,
  ErrorSummary,
  formatDate,
  Heading,
  Icon,
  Notice,
  page,
  proposalSays,
  Sureness,
  sizeInWords,
  Workings,
} from '#web'
import { lacksLevelRule, OWN_UNIT } from '../../skills/plan.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { itemNames } from './item-name.tsx'
import { Source } from './planner.tsx'
import { type PlanPage, Shape } from './planner-shape.tsx'
import { Suggested } from './planner-suggested.tsx'

/** How one qualification stands: its rules, what counts, the cheapest ways to the rest, and how to shape them. */
export function planPage(view: PlanPage): string {
  const { person, passport, plan, registered } = view
  const { value, steps, counted, notCounted } = plan.answer
  const unitName = unitNames(view)
  const says = combinationSays(value.sizeUnit, unitName)
  const itemName = itemNames(passport)
  return page({
    ...frameOf(person, '/skills'),
    title: `Plan: ${value.title}`,
    hasErrors: registered.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary
          errors={registered.fault === undefined ? [] : [{ field: 'registered', message: registered.fault }]}
        />
        <Heading back={{ href: '/skills/itq', label: 'All ITQs' }} lead={leadOf(view)}>
          {value.title}
        </Heading>
        {lacksLevelRule(plan.ruleset, value.qualification) && (
          <Notice tone="attention" title="One rule is not known here">
            How much of it must be at level {value.level} was not found. Ask the awarding body before you count on this
            plan.
          </Notice>
        )}
        <section class="flow" aria-labelledby="rules">
          <h2 id="rules">The rules, and what you have</h2>
          <ul class="plain">
            {steps.map(({ code, values, isMet, confidence }, index) => (
              <li key={`${code}${index}`} class="rule">
                <Icon name={isMet === null ? 'info' : isMet ? 'check' : 'x'} />
                <span>
                  <span class="unseen">{isMet === null ? '' : isMet ? 'Met: ' : 'Not met: '}</span>
                  {says[code](values)} <Sureness of={confidence} />
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section class="flow" aria-labelledby="counted">
          <h2 id="counted">What counts</h2>
          {counted.length === 0 && <p>Nothing yet. {STATE_A_UNIT}</p>}
          <ul>
            {counted.map(({ item, code, values, confidence }) => (
              <li key={item}>
                {itemName(item)} ({unitName(String(values.unit))}) {says[code](values)} <Sureness of={confidence} />
              </li>
            ))}
          </ul>
          {notCounted.length + plan.units.left.length > 0 && (
            <>
              <h3>What does not count, and why</h3>
              <ul>
                {notCounted.map(({ item, code, values }, index) => (
                  <li key={`${item}${index}`}>
                    {itemName(item)} ({unitName(String(values.unit))}) {says[code](values)}
                  </li>
                ))}
                {plan.units.left.map(({ item, unit, status }) => (
                  <li key={`${item}${unit}`}>
                    {itemName(item)} ({unitName(unit)}){' '}
                    {status === 'unknown' ? 'could not be checked.' : 'was taken back or suspended by its issuer.'}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <Ways view={view} unitName={unitName} />
        <Suggested view={view} unitName={unitName} />
        <Proposals view={view} unitName={unitName} />
        <Shape view={view} unitName={unitName} />
        <Notice title="Who decides">
          This page says what the rules say. Only an awarding body gives the qualification.
        </Notice>
        <Source ruleset={plan.ruleset} />
        {value.source !== null && <p class="soft">Of this qualification: {value.source}.</p>}
        <Beside passport={passport} />
        <Workings answer={plan.answer} says={says} nameOf={itemName} />
      </div>
    ),
  })
}

const STATE_A_UNIT = 'A credential counts where its issuer says which unit it is of.'

/** What a unit is called, by its title and level; what the ruleset does not list is the person's own. */
function unitNames({ plan: { ruleset } }: PlanPage) {
  const names = new Map(ruleset.content.units.map(({ id, title, level }) => [id, `${title}, level ${level}`]))
  return (unit: string) => names.get(unit) ?? (unit === OWN_UNIT ? 'a unit made for your work' : unit)
}

function leadOf({ plan: { answer } }: PlanPage): string {
  const { isMet, completions, sizeUnit } = answer.value
  if (isMet) return 'By the rules that are known here you have all that it takes.'
  const { further } = completions
  if (further === null) return 'By the rules there is no way to it with what you want. See below why.'
  return `Still to do: ${sizeInWords(further.size, sizeUnit)}, in ${count(further.units, 'unit')}.`
}

type UnitName = (unit: string) => string

function Ways({ view, unitName }: { view: PlanPage; unitName: UnitName }) {
  const { completions, isMet, sizeUnit } = view.plan.answer.value
  const { ways, hasMore, conflicts } = completions
  if (isMet && ways.every(({ add }) => add.length === 0)) return null
  return (
    <section class="flow" aria-labelledby="ways">
      <h2 id="ways">The shortest ways to the rest</h2>
      {conflicts.length > 0 && (
        <Notice tone="attention" title="These wishes leave no way">
          <ul>
            {conflicts.map(({ wish, value, reason }) => (
              <li key={`${wish}${value}`}>
                {wish === 'unwanted' ? 'Without ' : ''}
                {wish === 'level' ? `Level ${value}` : unitName(String(value))} {conflictBecause()[reason]}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {ways.length > 1 && <p>Each of these is as short as the others. Take the one that you like.</p>}
      <ol class="flow">
        {ways.map((way, index) => (
          <Way key={index} way={way} view={view} unitName={unitName} sizeUnit={sizeUnit} />
        ))}
      </ol>
      {hasMore && <p class="soft">There are more that are as short. Say below what you want, and you see others.</p>}
    </section>
  )
}

function Way({
  way,
  view,
  unitName,
  sizeUnit,
}: {
  way: Completion
  view: PlanPage
  unitName: UnitName
  sizeUnit: string
}) {
  const itemName = itemNames(view.passport)
  const says = combinationSays(sizeUnit, unitName)
  return (
    <li>
      <ul>
        {way.add.map(({ unit, as, size, confidence }) => (
          <li key={unit}>
            {unitName(unit)}: {sizeInWords(size, sizeUnit)}
            {as !== 'Earned' && `, ${basisInWords(as)}`} <Sureness of={confidence} />
          </li>
        ))}
      </ul>
      {way.leftOut.length > 0 && (
        <p class="soft">
          Then this does not count any more:{' '}
          {way.leftOut.map((item, index) => (
            <span key={item}>
              {index > 0 && ', '}
              {itemName(item)}
            </span>
          ))}
        </p>
      )}
      <details class="fold">
        <summary>The rules, this way</summary>
        <ul>
          {way.steps.map(({ code, values }, index) => (
            <li key={`${code}${index}`}>{says[code](values)}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** What an awarding body may accept, and what the rules leave it no room to. What is for other rules is not asked here. */
function Proposals({ view, unitName }: { view: PlanPage; unitName: UnitName }) {
  const { value: proposals, notCounted, rules } = view.plan.recognition
  const refused = notCounted.filter(({ code }) => code !== 'recognition.otherRuleset')
  if (proposals.length + refused.length === 0) return null
  return (
    <section class="flow" aria-labelledby="proposals">
      <h2 id="proposals">Old certificates</h2>
      {proposals.length > 0 && <Accepted proposals={proposals} view={view} unitName={unitName} />}
      {refused.length > 0 && <Refused items={refused} view={view} />}
      <p class="soft">By {rules.map(({ id, version }) => `${id}, version ${version}`).join('; ')}.</p>
    </section>
  )
}

function Refused({ items, view }: { items: readonly Item<ProposalCode>[]; view: PlanPage }) {
  const itemName = itemNames(view.passport)
  return (
    <>
      <p>These cannot be accepted:</p>
      <ul>
        {items.map(({ item, code, values }, index) => (
          <li key={`${item}${index}`}>
            {itemName(item)} {proposalSays[code](values)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Accepted({
  proposals,
  view,
  unitName,
}: {
  proposals: readonly Proposal[]
  view: PlanPage
  unitName: UnitName
}) {
  const itemName = itemNames(view.passport)
  const { sizeUnit } = view.plan.answer.value
  return (
    <>
      <p>
        An awarding body may accept these. Until it does, they count for nothing here, and they never become credit.
      </p>
      <ul>
        {proposals.map(({ item, type, ways, standing, achievedOn, confidence }, index) => (
          <li key={`${item}${index}`}>
            {itemName(item)}: {basisInWords(type)}, for{' '}
            {ways
              .map(({ units, size }) =>
                units.length > 0
                  ? units.map(unitName).join(' and ')
                  : size === null
                    ? 'a part'
                    : sizeInWords(size, sizeUnit),
              )
              .join(', or ')}
            . {standing === 'verified' ? 'Verified' : 'Claimed'}
            {achievedOn !== null && `, of ${formatDate(achievedOn)}`}. <Sureness of={confidence} />
          </li>
        ))}
      </ul>
    </>
  )
}
