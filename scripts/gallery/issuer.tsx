import {
  Button,
  ButtonLink,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Heading,
  Notice,
  Pagination,
  Progress,
  page,
  StandingBadge,
  Steps,
  SummaryList,
  Table,
} from '#web'

const FRAME = {
  service: 'issuer',
  user: { name: 'Gwen Registrar', detail: 'Example Independent College', signOutAction: '/sign-out' },
  nav: [
    { href: '/batch', label: 'Awards', current: true },
    { href: '/form', label: 'Achievements' },
    { href: '/nothing', label: 'Staff' },
  ],
} as const

const STEPS = [{ label: 'Upload', href: '/form' }, { label: 'Match columns' }, { label: 'Check' }, { label: 'Issue' }]

/** A form that was not taken. */
export function form(): string {
  const message = 'Write the date as a day, such as 2027-06-25'
  return page({
    ...FRAME,
    title: 'New achievement',
    hasErrors: true,
    body: (
      <div class="narrow flow">
        <ErrorSummary
          errors={[
            { field: 'date', message },
            { field: 'methods', message: 'Choose how it is assessed' },
          ]}
        />
        <Heading>New achievement</Heading>
        <form class="flow" method="post" action="/form" novalidate>
          <Field
            name="title"
            label="Title"
            value="Network Security Operations"
            hint="As it stands on the certificate"
          />
          <Field name="date" label="Awarded on" width="medium" value="yesterday" error={message} />
          <Field name="code" label="Your own code" width="short" required={false} code />
          <Field
            name="level"
            label="Level"
            width="medium"
            value="4"
            options={['2', '3', '4', '5'].map((value) => ({ value, label: `Level ${value}` }))}
          />
          <Choices
            name="methods"
            legend="How is it assessed?"
            type="checkbox"
            hint="Choose all that apply"
            error="Choose how it is assessed"
            options={[
              { value: 'Project', label: 'Project' },
              { value: 'PracticalObservation', label: 'Practical observation', hint: 'Somebody watches it being done' },
            ]}
          />
          <Choices
            name="expires"
            legend="Does it expire?"
            type="radio"
            options={[
              { value: 'no', label: 'No', checked: true },
              { value: 'yes', label: 'Yes, after some time' },
            ]}
          />
          <Button>Save</Button>
        </form>
      </div>
    ),
  })
}

const ROWS = [
  { row: 2, name: 'Ada Example', title: 'Network Security Operations', credits: 30, standing: 'genuine' },
  { row: 3, name: 'Siân Ó Briain', title: 'Network Security Operations', credits: 30, standing: 'noLongerValid' },
  { row: 1204, name: 'محمد علي', title: 'Manual handling refresher', credits: 0, standing: 'unchecked' },
] as const

/** A batch on its way. */
export function batch(): string {
  return page({
    ...FRAME,
    title: 'Summer results',
    body: (
      <div class="flow">
        <Heading actions={<ButtonLink href="/form">New batch</ButtonLink>}>Summer results</Heading>
        <Steps steps={STEPS} current={3} />
        <Progress
          label="Issuing badges"
          done={14}
          total={25}
          state="running"
          noun="badge"
          pollUrl="/progress.json"
          cancelAction="/cancel"
          refreshHref="/batch"
        />
        <Notice title="3 rows were left out">
          They are listed below with the reason. Correct them in your file and upload it again: nothing is issued twice.
        </Notice>
        <Table
          caption="Awards"
          columns={[
            { key: 'row', label: 'Row', cell: ({ row }) => row, numeric: true, sortable: true },
            { key: 'name', label: 'Name', cell: ({ name }) => <bdi>{name}</bdi>, sortable: true },
            { key: 'title', label: 'Achievement', cell: ({ title }) => <a href="/credential">{title}</a> },
            { key: 'credits', label: 'Credits', cell: ({ credits }) => credits, numeric: true },
            { key: 'standing', label: 'State', cell: ({ standing }) => <StandingBadge standing={standing} /> },
          ]}
          rows={ROWS}
          rowKey={({ row }) => String(row)}
          sort={{ key: 'row', direction: 'ascending' }}
          sortHref={({ key, direction }) => `/batch?sort=${key}&direction=${direction}`}
        />
        <Pagination page={2} pages={14} href={(number) => `/batch?page=${number}`} />
        <SummaryList rows={[{ label: 'File', value: 'results.csv', action: <a href="/form">Change</a> }]} />
      </div>
    ),
  })
}

/** A place with nothing in it. */
export function nothing(): string {
  return page({
    ...FRAME,
    title: 'Staff',
    body: (
      <>
        <Heading>Staff</Heading>
        <Empty title="You are the only one here" action={<ButtonLink href="/form">Invite somebody</ButtonLink>}>
          People whom you invite can issue and revoke in the name of your college.
        </Empty>
      </>
    ),
  })
}
