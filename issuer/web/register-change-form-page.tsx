import { ASSURANCE_STEPS, type RecognisedEntity } from '#trust'
import { Button, Choices, ErrorSummary, Field, type FormError, Heading, page, wordsOf } from '#web'
import type { ChangeForm } from '../register/change-form.ts'
import { ACT_LABELS } from '../register/words.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, REGISTER_PLACE } from './frame.tsx'
import { About, KeyQuestions } from './register-questions.tsx'
import { ScopeBuilder } from './scope-builder.tsx'

interface ChangeFormOptions {
  staff: Staff
  form: ChangeForm
  /** Whose entry it is about; undefined for one that is to be added. */
  entity: RecognisedEntity | undefined
  faults?: readonly FormError[]
}

/** The form that proposes a change. What it asks depends on the act. */
export function changeFormPage(options: ChangeFormOptions): string {
  const { staff, form, entity, faults = [] } = options
  const back =
    entity === undefined
      ? { href: REGISTER_PLACE, label: 'Register' }
      : { href: `${REGISTER_PLACE}/entry?did=${encodeURIComponent(entity.did)}`, label: entity.name }
  return page({
    ...consoleFrame(staff, REGISTER_PLACE),
    title: ACT_LABELS[form.act],
    hasErrors: faults.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={faults} />
        <Heading back={back} lead={LEADS[form.act] ?? 'Nothing changes until a colleague has confirmed it.'}>
          {ACT_LABELS[form.act]}
        </Heading>
        <form class="flow narrow" method="post" action={`${REGISTER_PLACE}/propose`} novalidate>
          <input type="hidden" name="act" value={form.act} />
          {entity && <input type="hidden" name="did" value={entity.did} />}
          <Questions {...options} />
          <Field
            name="note"
            label="Note for your colleague"
            hint="Why, and where the evidence is. It is not published."
            rows={3}
            required={false}
            value={form.note}
          />
          <Button>Propose it</Button>
        </form>
      </div>
    ),
  })
}

const LEADS: Partial<Record<ChangeForm['act'], string>> = {
  add: 'Its keys are read from its DID document and shown to both of you. Nothing changes until a colleague has confirmed it.',
  pinKeys: 'Its DID document is read now. Keys that the register does not know yet are added; none is taken away.',
  pinLog:
    'Its log is asked what is in it now. If its key is ever in the wrong hands, or you withdraw its recognition, what you have seen there counts as made before.',
  withdraw:
    'It is told to everyone who asks, with the reason. The entry and its history stay. Nothing changes until a colleague has confirmed it.',
  handOver:
    'The successor may award from the next day what this one may award on its last. This entry stays, so that what was awarded stays good.',
}

function Questions({ form, entity, faults = [] }: ChangeFormOptions) {
  const error = (name: string) => faults.find(({ field }) => field === name)?.message
  const text = (
    name: 'name' | 'did' | 'list' | 'custodianDid' | 'custodianName' | 'successorDid' | 'successorName',
  ) => ({
    name,
    value: form[name],
    error: error(name),
  })
  const day = (name: 'from' | 'until', label: string, hint?: string, required = true) => (
    <Field
      name={name}
      type="date"
      width="medium"
      {...{ label, hint, required }}
      value={form[name]}
      error={error(name)}
    />
  )
  const scope = <ScopeBuilder form={form} error={error} />
  const assurance = (
    <Field
      name="assurance"
      label="It counts at most as"
      hint="The highest step of assurance that it may claim there"
      required={false}
      value={form.assurance}
      options={[
        { value: '', label: 'Not stated' },
        ...ASSURANCE_STEPS.map((value) => ({ value, label: wordsOf(value) })),
      ]}
    />
  )
  const period = (
    <>
      {day('from', 'From', 'The first day')}
      {day('until', 'Until', 'The last day, if it is known already', false)}
    </>
  )
  const about = <About {...{ form, entity, error: error('of') }} />
  const custodian = (
    <>
      <Field {...text('custodianName')} label="Who keeps its records" required={false} maxLength={200} />
      <Field {...text('custodianDid')} label="Their DID" required={false} code />
    </>
  )
  switch (form.act) {
    case 'add':
      return (
        <>
          <Field {...text('name')} label="Its name" maxLength={200} />
          <Field
            {...text('did')}
            label="Its DID"
            hint="Exactly as it signs, such as did:web:college.example"
            code
            maxLength={2048}
          />
          {scope}
          {period}
          {assurance}
        </>
      )
    case 'extend':
      return (
        <>
          {scope}
          {period}
          {assurance}
        </>
      )
    case 'rescope':
      return (
        <>
          {about}
          {scope}
          {period}
          {assurance}
        </>
      )
    case 'end':
      return (
        <>
          {about}
          {day('until', 'Last day')}
        </>
      )
    case 'suspend':
      return (
        <>
          {about}
          {day('from', 'Suspended from')}
        </>
      )
    case 'lift':
      return (
        <>
          {about}
          {day('until', 'Recognised again from')}
        </>
      )
    case 'withdraw':
      return (
        <>
          {about}
          {day('from', 'Withdrawn as of', 'What was awarded from this day on is not recognised')}
          <Choices
            name="retroactive"
            legend="Earlier awards"
            type="checkbox"
            options={[
              {
                value: 'yes',
                label: 'What was awarded before is not recognised either',
                hint: 'For awards that were never good. Learners who hold them are affected.',
                checked: form.retroactive.length > 0,
              },
            ]}
          />
          <Field
            name="reason"
            label="Reason"
            hint="It is published"
            rows={4}
            value={form.reason}
            error={error('reason')}
          />
        </>
      )
    case 'reinstate':
      return about
    case 'pinKeys':
    case 'pinLog':
      return null
    case 'endKey':
      return <KeyQuestions {...{ form, entity, error }} day={day('until', 'On')} />
    case 'close':
      return (
        <>
          {day('until', 'Last day')}
          {custodian}
        </>
      )
    case 'handOver':
      return (
        <>
          {day('until', 'Last day')}
          <Field {...text('successorName')} label="Who goes on with its work" maxLength={200} />
          <Field {...text('successorDid')} label="The DID of who goes on" code />
          {custodian}
        </>
      )
    case 'delegate':
      return (
        <>
          {scope}
          {period}
          <Field {...text('list')} label="The address of its own list" hint="Which it signs itself" type="url" />
          <Field
            name="depth"
            label="Those it recognises may recognise others in turn"
            width="medium"
            value={form.depth}
            options={['no', 'one step further', 'two steps further', 'three steps further'].map((label, depth) => ({
              value: String(depth),
              label,
            }))}
          />
        </>
      )
    case 'rename':
      return <Field {...text('name')} label="Its name" maxLength={200} />
  }
}
