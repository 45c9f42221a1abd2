import type { Report } from '#credential'
import { Button, CredentialCard, Field, FileDrop, Heading, page, Scan, Verdict } from '#web'
import { module } from './facts.ts'

/** Where an employer begins. */
export function check(): string {
  return page({
    service: 'verifier',
    title: 'Check a credential',
    listed: true,
    description: 'Is this badge genuine, who stands behind it, and does it still hold?',
    body: (
      <div class="narrow">
        <Heading lead="Is it genuine, who stands behind it, and does it still hold? No account needed.">
          Check a credential
        </Heading>
        <form class="flow" method="post" action="/check" enctype="multipart/form-data">
          <Field
            name="text"
            label="Paste a link or the credential itself"
            rows={3}
            code
            either
            hint="Such as a link that somebody sent you"
          />
          <Scan field="text" />
          <FileDrop
            name="file"
            label="Or drop a file here"
            hint="A badge picture, a JSON file, or a photo of a QR code"
            qrField="text"
            submits
            required={false}
          />
          <Button icon="search">Check it</Button>
        </form>
      </div>
    ),
  })
}

/** A verdict; where it praises or rejects, with the card beneath it. */
export function verdictPage(report: Report): string {
  const { standing } = report
  return page({
    service: 'verifier',
    title: 'Verdict',
    nav: [
      { href: '/check', label: 'Check another' },
      { href: '/api', label: 'For programs' },
    ],
    body: (
      <div class="flow">
        <Verdict report={report} summary={module} audience="employer" />
        {(standing === 'genuine' || standing === 'notGenuine') && (
          <CredentialCard summary={module} unproven={standing === 'notGenuine'} />
        )}
      </div>
    ),
  })
}
