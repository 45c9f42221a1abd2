import { Button, ErrorSummary, Field, FileDrop, Heading, languageUnless, page, translated } from '#web'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'
import { manyWords } from './many-words.tsx'

interface ManyPageOptions {
  links?: string
  column?: string | undefined
  isBlind?: boolean
  error?: { field: string; message: string }
}

/** Where an employer brings many: files, a table, or a list of links. */
export const manyPage = translated(({ links, column, isBlind = false, error }: ManyPageOptions = {}): string => {
  const words = manyWords()
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return page({
    ...frameOf('/check/many', isBlind),
    title: words.title,
    listed: true,
    description: words.description,
    hasErrors: error !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={error ? [error] : []} />
        <Heading lead={words.lead}>{words.title}</Heading>
        <form class="flow" method="post" action="/check/many" enctype="multipart/form-data" data-many>
          <FileDrop
            name="file"
            label={words.files}
            hint={words.filesHint}
            multiple
            required={false}
            error={errorOf('file')}
          />
          <Field name="links" label={words.links} rows={4} code required={false} value={links} />
          <details class="fold" open={column !== undefined && column !== ''}>
            <summary>{words.aboutColumn}</summary>
            <Field
              name="column"
              label={words.column}
              hint={words.columnHint}
              required={false}
              maxLength={200}
              value={column}
            />
          </details>
          <BlindChoice isBlind={isBlind} />
          <div class="progress" data-many-progress hidden>
            <p class="progress-label" id="many-label">
              {words.checking}
            </p>
            <progress max={1} value={0} aria-labelledby="many-label" />
            <p class="progress-words" role="status">
              {words.doneOf(<span data-many-done>0</span>, <span data-many-total>0</span>)}
            </p>
            <Button type="reset" variant="secondary" icon="x">
              {words.cancel}
            </Button>
          </div>
          <Button icon="search">{words.act}</Button>
        </form>
      </div>
    ),
  })
}, languageOf)

function languageOf({ error }: ManyPageOptions = {}) {
  return languageUnless(error !== undefined)
}
