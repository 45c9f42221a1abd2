import { Button, ErrorSummary, Field, FileDrop, Heading, languageUnless, page, Scan, translated } from '#web'
import type { Person } from '../records/person.ts'
import { addWords } from './add-words.tsx'
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
export const addPage = translated(({ person, link, text, fault }: AddPage): string => {
  const words = addWords()
  const errorOf = (field: AddFault['field']) => (fault?.field === field ? fault.message : undefined)
  return page({
    ...frameOf(person, '/add'),
    title: words.title,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [fault]} />
        <Heading lead={words.lead}>{words.title}</Heading>
        <section class="flow">
          <h2>{words.haveLink}</h2>
          <form class="flow" method="post" action="/add/link" novalidate>
            <Field
              name="link"
              label={words.link}
              hint={words.linkHint}
              type="url"
              inputMode="url"
              autocomplete="off"
              code
              maxLength={2048}
              value={link}
              error={errorOf('link')}
            />
            <Scan field="link" label={words.scan} />
            <Button icon="link">{words.openLink}</Button>
          </form>
        </section>
        <section class="flow">
          <h2>{words.haveFile}</h2>
          <form class="flow" method="post" action="/add/file" enctype="multipart/form-data" novalidate>
            <FileDrop
              name="file"
              label={words.file}
              hint={words.fileHint}
              accept=".json,.jwt,.zip,.jsonld,.csv,.txt,.png,.svg,application/json,application/zip,image/png,image/svg+xml"
              multiple
              error={errorOf('file')}
            />
            <Button icon="upload">{words.addFile}</Button>
          </form>
        </section>
        <section class="flow">
          <h2>{words.haveText}</h2>
          <form class="flow" method="post" action="/add/text" novalidate>
            <Field
              name="text"
              label={words.text}
              hint={words.textHint}
              rows={5}
              code
              value={text}
              error={errorOf('text')}
            />
            <Button icon="plus">{words.addText}</Button>
          </form>
        </section>
        <p>
          {words.onPaper((text) => (
            <a href="/skills/certificates/new">{text}</a>
          ))}
        </p>
        <p class="soft">{words.none}</p>
      </div>
    ),
  })
}, languageOf)

function languageOf({ fault }: AddPage) {
  return languageUnless(fault !== undefined)
}
