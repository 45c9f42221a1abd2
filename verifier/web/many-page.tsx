import { Button, ErrorSummary, Field, FileDrop, Heading, page } from '#web'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'

interface ManyPageOptions {
  links?: string
  column?: string | undefined
  isBlind?: boolean
  error?: { field: string; message: string }
}

/** Where an employer brings many: files, a table, or a list of links. */
export function manyPage({ links, column, isBlind = false, error }: ManyPageOptions = {}): string {
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return page({
    ...frameOf('/check/many', isBlind),
    title: 'Check many credentials',
    listed: true,
    description: 'Check the credentials of many people at once: files, or a table with links. No account needed.',
    hasErrors: error !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={error ? [error] : []} />
        <Heading lead="Bring files or a table, and get a table back that says of each whether it is genuine. We keep nothing.">
          Check many credentials
        </Heading>
        <form class="flow" method="post" action="/check/many" enctype="multipart/form-data" data-many>
          <FileDrop
            name="file"
            label="Choose files, or drop them here"
            hint="Badges (PNG or SVG), credentials (JSON or JWT), ZIP files, or a table (CSV) with a column of links or credentials"
            multiple
            required={false}
            error={errorOf('file')}
          />
          <Field name="links" label="Or paste links, one on each line" rows={4} code required={false} value={links} />
          <details class="fold" open={column !== undefined && column !== ''}>
            <summary>The column of the table</summary>
            <Field
              name="column"
              label="Name of the column with the links or credentials"
              hint="Only where it is not found by itself"
              required={false}
              maxLength={200}
              value={column}
            />
          </details>
          <BlindChoice isBlind={isBlind} />
          <div class="progress" data-many-progress hidden>
            <p class="progress-label" id="many-label">
              Checking
            </p>
            <progress max={1} value={0} aria-labelledby="many-label" />
            <p class="progress-words" role="status">
              <span data-many-done>0</span> of <span data-many-total>0</span>
            </p>
            <Button type="reset" variant="secondary" icon="x">
              Cancel
            </Button>
          </div>
          <Button icon="search">Check them</Button>
        </form>
      </div>
    ),
  })
}
