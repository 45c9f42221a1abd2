import { Button, ErrorSummary, Field, FileDrop, Heading, page, Scan } from '#web'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'

export interface AddFault {
  field: 'link' | 'file' | 'text'
  message: string
}

interface AddPage {
  person: Person
  link?: string
  text?: string
  fault?: AddFault
}

/** The ways in which a credential comes into the passport. */
export function addPage({ person, link, text, fault }: AddPage): string {
  const errorOf = (field: AddFault['field']) => (fault?.field === field ? fault.message : undefined)
  return page({
    ...frameOf(person, '/add'),
    title: 'Add a credential',
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [fault]} />
        <Heading lead="Use whichever you have: a link, a file or a text. We check it before it goes into your passport.">
          Add a credential
        </Heading>
        <section class="flow">
          <h2>You have a link</h2>
          <form class="flow" method="post" action="/add/link" novalidate>
            <Field
              name="link"
              label="The link"
              hint="From the message that you got, or from a QR code"
              type="url"
              inputMode="url"
              autocomplete="off"
              code
              maxLength={2048}
              value={link}
              error={errorOf('link')}
            />
            <Scan field="link" />
            <Button icon="link">Open the link</Button>
          </form>
        </section>
        <section class="flow">
          <h2>You have a file</h2>
          <form class="flow" method="post" action="/add/file" enctype="multipart/form-data" novalidate>
            <FileDrop
              name="file"
              label="Choose a file, or drop it here"
              hint="The picture of a badge (PNG or SVG), a credential ending in .json or .jwt, a passport that you saved (ZIP), or a description: a Europass file or a table (CSV)"
              accept=".json,.jwt,.zip,.jsonld,.csv,.txt,.png,.svg,application/json,application/zip,image/png,image/svg+xml"
              multiple
              error={errorOf('file')}
            />
            <Button icon="upload">Add the file</Button>
          </form>
        </section>
        <section class="flow">
          <h2>You have a text</h2>
          <form class="flow" method="post" action="/add/text" novalidate>
            <Field
              name="text"
              label="Paste the whole text"
              hint="It begins with { or with eyJ"
              rows={5}
              code
              value={text}
              error={errorOf('text')}
            />
            <Button icon="plus">Add the text</Button>
          </form>
        </section>
        <p>
          Only on paper, such as ECDL or CLAiT? <a href="/skills/certificates/new">Add an old certificate</a>.
        </p>
        <p class="soft">
          You have none of these? Ask the place where you learnt or worked. If they award credentials, they can send you
          a link.
        </p>
      </div>
    ),
  })
}
