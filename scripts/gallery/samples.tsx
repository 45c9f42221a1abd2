import { Fragment } from 'preact'
import { apiPage, codePage, Heading, oneButtonPage, outboxPage, page, problemPage, signInPage, Verdict } from '#web'
import { altered, early, genuine, module, notListed, reportWith, revoked, unreachable } from './facts.ts'
import { batch, form, nothing } from './issuer.tsx'
import { check, verdictPage } from './verifier.tsx'
import { credential, passport } from './wallet.tsx'

const PASSKEY = { mode: 'signIn', optionsUrl: '/passkey/options', verifyUrl: '/passkey/verify', next: '/' } as const

/** Every sample by its path; `/` lists the others. */
export const samples: Readonly<Record<string, () => string>> = {
  '/': () =>
    page({
      service: 'verifier',
      title: 'Gallery',
      body: (
        <>
          <Heading lead="Each piece of the shared look, on a page of its own.">Gallery</Heading>
          <ul>
            {Object.keys(samples)
              .slice(1)
              .map((path) => (
                <li key={path}>
                  <a href={path}>{path.slice(1)}</a>
                </li>
              ))}
          </ul>
        </>
      ),
    }),
  '/passport': passport,
  '/credential': credential,
  '/check': check,
  '/verdict-genuine': () => verdictPage(genuine),
  '/verdict-not-listed': () => verdictPage(notListed),
  '/verdict-revoked': () => verdictPage(revoked),
  '/verdict-early': () => verdictPage(early),
  '/verdict-altered': () => verdictPage(altered),
  '/verdict-unreachable': () => verdictPage(unreachable),
  '/verdicts-together': () =>
    page({
      service: 'verifier',
      title: 'Two verdicts',
      body: (
        <Fragment>
          <Heading>Two verdicts</Heading>
          <div class="flow">
            <Verdict report={genuine} summary={module} audience="holder" headingLevel={2} id="first" />
            <Verdict
              report={reportWith(
                'notGenuine',
                [{ check: 'shape', outcome: 'failed', code: 'shape.invalid', detail: {} }],
                'rejected',
              )}
              summary={null}
              audience="issuer"
              headingLevel={2}
              id="second"
            />
          </div>
        </Fragment>
      ),
    }),
  '/form': form,
  '/batch': batch,
  '/nothing': nothing,
  '/sign-in': () =>
    signInPage({
      service: 'wallet',
      action: '/sign-in',
      email: 'not an address',
      errors: [{ field: 'email', message: 'Write an e-mail address, such as name@example.org' }],
      passkey: PASSKEY,
    }),
  '/code': () => codePage({ service: 'wallet', action: '/code', email: 'sian@example.org', againHref: '/sign-in' }),
  '/problem': () =>
    problemPage({
      service: 'wallet',
      title: 'This link was used already',
      detail: 'A claim link works once, and somebody has pressed its button.',
      remedy: 'If that was you, the badge is in your passport. If not, ask the college for a new link.',
      code: 'claim.used',
      status: 410,
    }),
  '/one-button': () =>
    oneButtonPage({
      service: 'wallet',
      title: 'Claim your badge',
      sentence: 'Example Independent College has awarded you “Network Security Operations”.',
      action: '/claim',
      button: 'Put it in my passport',
      more: <p>You can share it afterwards with whom you like. Nobody sees it until you do.</p>,
    }),
  '/outbox': () =>
    outboxPage({
      service: 'issuer',
      messages: [
        {
          id: '1',
          to: 'sian@example.org',
          subject: 'Your code',
          text: 'Your code is 314159.\nOr open http://localhost:4002/sign-in/0123456789abcdef0123456789abcdef to sign in.',
          sentAt: '2027-11-25T09:12:00Z',
        },
      ],
    }),
  '/api': () =>
    apiPage(
      {
        info: { title: 'Verifier', version: '1', description: 'Check credentials by program.' },
        paths: {
          '/api/check': {
            post: {
              summary: 'Checks one thing: a file, a link, a token.',
              tags: ['Checking'],
              parameters: [{ name: 'at', in: 'query', description: 'The date to check for.' }],
              responses: { 200: { description: 'A report.' }, 413: { description: 'It is too large.' } },
            },
          },
        },
      },
      { service: 'verifier' },
    ),
}
