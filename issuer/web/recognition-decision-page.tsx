import { frameworks } from '#skills'
import {
  Button,
  basisInWords,
  count,
  ErrorSummary,
  en,
  Field,
  formatDate,
  Heading,
  Icon,
  Notice,
  page,
  sizeInWords,
} from '#web'
import { type DecisionFaults, type DecisionForm, REFUSE } from '../recognition/decide.ts'
import { offersFor, type RecognitionOffer } from '../recognition/offers.ts'
import type { Pack, PackItem } from '../recognition/open-pack.ts'
import type { RecognitionRequest } from '../recognition/request.ts'
import type { RecognitionTarget } from '../recognition/target.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

interface DecisionPage {
  staff: Staff
  request: RecognitionRequest
  target: RecognitionTarget
  /** The request, as the form brings it back. */
  sealed: string
  form: DecisionForm
  /** The day of the decision. */
  on: string
  faults?: DecisionFaults
}

/** Each thing that a learner sent with the ways in which it may be recognised, and what cannot be decided about. */
export function recognitionDecisionPage(view: DecisionPage): string {
  const { staff, request, target, sealed, form, faults = {} } = view
  const { items, left, isOfSeveral } = request.pack
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...consoleFrame(staff, '/console/recognition'),
    title: 'Decide what is recognised',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/console/recognition', label: 'Another link' }}
          lead={
            <>
              {count(items.length, 'credential')} that checked as genuine and current, for <bdi>{target.title}</bdi>.
            </>
          }
        >
          Decide what is recognised
        </Heading>
        <Left left={left} />
        {isOfSeveral && (
          <Notice tone="attention" title="Not all of these name the same person">
            Make sure that each is about the learner before you accept it.
          </Notice>
        )}
        {items.length > 0 && (
          <form class="flow" method="post" action="/console/recognition/decision" novalidate>
            <input type="hidden" name="request" value={sealed} />
            {items.map((item, at) => (
              <Item key={item.credentialId} item={item} at={at} view={view} />
            ))}
            <Field
              name="note"
              label="A note to the learner"
              hint="Such as the reason for what you refuse. It is signed with the decision."
              rows={3}
              required={false}
              value={form.note}
              error={faults.note}
            />
            <Field
              name="name"
              label="The learner’s name"
              width="medium"
              maxLength={200}
              value={form.name}
              error={faults.name}
            />
            <Field
              name="email"
              label="The learner’s e-mail address"
              type="email"
              width="medium"
              value={form.email}
              error={faults.email}
            />
            <Notice>
              What you accept is recorded as a decision, beside what was earned elsewhere. It is never new credit. What
              the rules leave no room to is recorded with nought, and why.
            </Notice>
            <Button icon="badge-check">Sign and send the decision</Button>
          </form>
        )}
      </div>
    ),
  })
}

function Item({ item, at, view }: { item: PackItem; at: number; view: DecisionPage }) {
  const { request, target, form, on, faults = {} } = view
  const offers = offersFor(item, target, { registered: request.registered, on })
  const id = at === 0 ? 'decision' : `decision-${at + 1}`
  return (
    <section class="card flow" aria-labelledby={`item-${at + 1}`}>
      <h2 id={`item-${at + 1}`}>
        <bdi>{item.title}</bdi>
      </h2>
      <p class="soft">
        {item.recognition !== 'recognised' && 'An issuer that calls itself '}
        <bdi>{item.issuerName}</bdi>
        {item.awardedOn !== null && `, ${formatDate(item.awardedOn)}`}
        {item.credits.map(({ value, scheme, level }) => ` · ${value} ${scheme}${level === null ? '' : `, ${level}`}`)}
      </p>
      <p>
        <Icon name={item.recognition === 'recognised' ? 'badge-check' : 'landmark'} />{' '}
        {en.recognitionLabels[item.recognition]}
      </p>
      {offers.length === 0 ? (
        <>
          <p>The rules that are known here offer no way for this one.</p>
          <input type="hidden" name="decision" value="" />
        </>
      ) : (
        <Field
          name="decision"
          id={id}
          label={`What do you decide about “${item.title}”?`}
          value={form.decision[at] ?? ''}
          error={at === 0 ? faults.decision : undefined}
          options={[
            { value: '', label: 'Nothing yet' },
            ...offers.map((offer) => ({ value: offer.key, label: `Accept ${offerInWords(offer, target)}` })),
            { value: REFUSE, label: 'Refuse' },
          ]}
        />
      )}
    </section>
  )
}

function offerInWords(
  { proposal: { type }, way: { units, size } }: RecognitionOffer,
  target: RecognitionTarget,
): string {
  if (target.kind === 'course') return `as credit transfer, ${count(size ?? 0, 'credit')}`
  const { ruleset } = target
  const what =
    units.length > 0
      ? units.map((unit) => frameworks().nameOf(`${ruleset.id}#${unit}`)).join(' and ')
      : size === null
        ? 'a part'
        : sizeInWords(size, ruleset.content.sizeUnit)
  return `${basisInWords(type)}, for ${what}`
}

const WHY: Readonly<Record<Pack['left'][number]['why'], string>> = {
  notGenuine: 'is not genuine',
  noLongerValid: 'is no longer valid',
  notYetValid: 'is not valid yet',
  notChecked: 'could not be checked just now, which is neither yes nor no. Open the link again later',
  ownWord: 'is the learner’s own word',
  twice: 'is there twice, and is decided about once',
  noId: 'has no id, so that a decision could not say what it is about',
}

function Left({ left }: { left: Pack['left'] }) {
  if (left.length === 0) return null
  return (
    <Notice tone="attention" title="Nothing can be decided about these">
      <ul>
        {left.map(({ title, why }, at) => (
          <li key={at}>
            <bdi>{title}</bdi> {WHY[why]}.
          </li>
        ))}
      </ul>
    </Notice>
  )
}
