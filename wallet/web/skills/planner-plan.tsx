import type { Completion, Conflict, Item, Proposal, ProposalCode } from '#skills'
import {
  basisInWords,
  combinationSays,
  conflictBecause,
  EnglishText,
  ErrorSummary,
  formatDate,
  Heading,
  languageUnless,
  Met,
  Notice,
  page,
  proposalSays,
  Sureness,
  sizeInWords,
  translated,
  Workings,
} from '#web'
import { lacksLevelRule, OWN_UNIT } from '../../skills/plan.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { itemNames } from './item-name.tsx'
import { Source } from './planner.tsx'
import { planWords } from './planner-plan-words.tsx'
import { type PlanPage, Shape } from './planner-shape.tsx'
import { Suggested } from './planner-suggested.tsx'

/** How one qualification stands: its rules, what counts, the cheapest ways to the rest, and how to shape them. */
export const planPage = translated((view: PlanPage): string => {
  const words = planWords()
  const { person, passport, plan, registered } = view
  const { value, steps, counted, notCounted } = plan.answer
  const unitName = unitNames(view)
  const says = combinationSays(value.sizeUnit, unitName)
  const itemName = itemNames(passport)
  const unit = (id: unknown) => <EnglishText>{unitName(String(id))}</EnglishText>
  return page({
    ...frameOf(person, '/skills'),
    title: words.title(value.title),
    hasErrors: registered.fault !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary
          errors={registered.fault === undefined ? [] : [{ field: 'registered', message: registered.fault }]}
        />
        <Heading back={{ href: '/skills/itq', label: words.back }} lead={leadOf(view)}>
          <EnglishText>{value.title}</EnglishText>
        </Heading>
        {lacksLevelRule(plan.ruleset, value.qualification) && (
          <Notice tone="attention" title={words.unknownRule}>
            {words.unknownRuleText(String(value.level))}
          </Notice>
        )}
        <section class="flow" aria-labelledby="rules">
          <h2 id="rules">{words.rules}</h2>
          <ul class="plain">
            {steps.map(({ code, values, isMet, confidence }, index) => (
              <li key={`${code}${index}`} class="rule">
                <Met isMet={isMet} />
                <span>
                  {says[code](values)} <Sureness of={confidence} />
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section class="flow" aria-labelledby="counted">
          <h2 id="counted">{words.counts}</h2>
          {counted.length === 0 && <p>{words.nothingYet}</p>}
          <ul>
            {counted.map(({ item, code, values, confidence }) => (
              <li key={item}>
                {words.of(itemName(item), unit(values.unit), says[code](values))} <Sureness of={confidence} />
              </li>
            ))}
          </ul>
          {notCounted.length + plan.units.left.length > 0 && (
            <>
              <h3>{words.doesNotCount}</h3>
              <ul>
                {notCounted.map(({ item, code, values }, index) => (
                  <li key={`${item}${index}`}>{words.of(itemName(item), unit(values.unit), says[code](values))}</li>
                ))}
                {plan.units.left.map(({ item, unit: id, status }) => (
                  <li key={`${item}${id}`}>
                    {words.of(itemName(item), unit(id), status === 'unknown' ? words.notChecked : words.doesNotStand)}
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
        <Notice title={words.whoDecides}>{words.rulesSay}</Notice>
        <Source ruleset={plan.ruleset} />
        {value.source !== null && <p class="soft">{words.source(<EnglishText>{value.source}</EnglishText>)}</p>}
        <Beside passport={passport} />
        <Workings answer={plan.answer} says={says} nameOf={itemName} />
      </div>
    ),
  })
}, languageOf)

/** What is wrong with a day is said in English only. */
function languageOf({ registered }: PlanPage) {
  return languageUnless(registered.fault !== undefined)
}

/** What a unit is called, by its title and level; what the ruleset does not list is the person's own. */
function unitNames({ plan: { ruleset } }: PlanPage) {
  const words = planWords()
  const names = new Map(ruleset.content.units.map(({ id, title, level }) => [id, words.unit(title, String(level))]))
  return (unit: string) => names.get(unit) ?? (unit === OWN_UNIT ? words.ownUnit : unit)
}

function leadOf({ plan: { answer } }: PlanPage): string {
  const { isMet, completions, sizeUnit } = answer.value
  const words = planWords()
  if (isMet) return words.hasAll
  const { further } = completions
  if (further === null) return words.noWay
  return words.stillToDo(sizeInWords(further.size, sizeUnit), further.units)
}

type UnitName = (unit: string) => string

function Ways({ view, unitName }: { view: PlanPage; unitName: UnitName }) {
  const { completions, isMet, sizeUnit } = view.plan.answer.value
  const { ways, hasMore, conflicts } = completions
  const words = planWords()
  if (isMet && ways.every(({ add }) => add.length === 0)) return null
  return (
    <section class="flow" aria-labelledby="ways">
      <h2 id="ways">{words.ways}</h2>
      {conflicts.length > 0 && (
        <Notice tone="attention" title={words.noWayLeft}>
          <ul>
            {conflicts.map((conflict) => (
              <li key={`${conflict.wish}${conflict.value}`}>{conflictInWords(conflict, unitName)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {ways.length > 1 && <p>{words.eachAsShort}</p>}
      <ol class="flow">
        {ways.map((way, index) => (
          <Way key={index} way={way} view={view} unitName={unitName} sizeUnit={sizeUnit} />
        ))}
      </ol>
      {hasMore && <p class="soft">{words.moreAsShort}</p>}
    </section>
  )
}

/** What a wish lacks that leaves no way. */
function conflictInWords({ wish, value, reason }: Conflict, unitName: UnitName): string {
  const words = planWords()
  const because = conflictBecause()[reason]
  if (wish === 'level') return words.atLevel(String(value), because)
  const unit = unitName(String(value))
  return wish === 'unwanted' ? words.without(unit, because) : words.with(unit, because)
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
  const words = planWords()
  const itemName = itemNames(view.passport)
  const says = combinationSays(sizeUnit, unitName)
  return (
    <li>
      <ul>
        {way.add.map(({ unit, as, size, confidence }) => (
          <li key={unit}>
            <EnglishText>{unitName(unit)}</EnglishText>: {sizeInWords(size, sizeUnit)}
            {as !== 'Earned' && `, ${basisInWords(as)}`} <Sureness of={confidence} />
          </li>
        ))}
      </ul>
      {way.leftOut.length > 0 && (
        <p class="soft">
          {words.leftOut}{' '}
          {way.leftOut.map((item, index) => (
            <span key={item}>
              {index > 0 && ', '}
              {itemName(item)}
            </span>
          ))}
        </p>
      )}
      <details class="fold">
        <summary>{words.rulesThisWay}</summary>
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
  const words = planWords()
  const refused = notCounted.filter(({ code }) => code !== 'recognition.otherRuleset')
  if (proposals.length + refused.length === 0) return null
  return (
    <section class="flow" aria-labelledby="proposals">
      <h2 id="proposals">{words.oldCertificates}</h2>
      {proposals.length > 0 && <Accepted proposals={proposals} view={view} unitName={unitName} />}
      {refused.length > 0 && <Refused items={refused} view={view} />}
      <p class="soft">
        {words.byRules} {rules.map(({ id, version }) => words.version(id, version)).join('; ')}.
      </p>
    </section>
  )
}

function Refused({ items, view }: { items: readonly Item<ProposalCode>[]; view: PlanPage }) {
  const words = planWords()
  const itemName = itemNames(view.passport)
  return (
    <>
      <p>{words.notAccepted}</p>
      <ul>
        {items.map(({ item, code, values }, index) => (
          <li key={`${item}${index}`}>{words.refused(itemName(item), proposalSays()[code](values))}</li>
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
  const words = planWords()
  return (
    <>
      <p>{words.mayAcceptOld}</p>
      <ul>
        {proposals.map(({ item, type, ways, standing, achievedOn, confidence }, index) => (
          <li key={`${item}${index}`}>
            {words.accepted(
              itemName(item),
              basisInWords(type),
              ways
                .map(({ units, size }) =>
                  units.length > 0
                    ? units.map(unitName).join(words.and)
                    : size === null
                      ? words.aPart
                      : sizeInWords(size, sizeUnit),
                )
                .join(words.or),
            )}{' '}
            {achievedOn === null ? words[standing] : words.ofDay(words[standing], formatDate(achievedOn))}.{' '}
            <Sureness of={confidence} />
          </li>
        ))}
      </ul>
    </>
  )
}
