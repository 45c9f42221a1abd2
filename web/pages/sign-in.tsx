import type { ComponentChildren } from 'preact'
import { Button } from '../components/Button.tsx'
import { ErrorSummary, type FormError } from '../components/ErrorSummary.tsx'
import { Field } from '../components/Field.tsx'
import { Heading } from '../components/Heading.tsx'
import { Notice } from '../components/Notice.tsx'
import { PasskeyButton, type PasskeyEndpoints } from '../components/PasskeyButton.tsx'
import { type PageOptions, page } from '../page.tsx'

interface SignInPageOptions extends Pick<PageOptions, 'service' | 'flash'> {
  /** Takes the form's `email`. */
  action: string
  title?: string
  /** What signing in is for. */
  lead?: ComponentChildren
  email?: string
  errors?: readonly FormError[]
  /** Hidden fields to carry along. */
  fields?: Readonly<Record<string, string>>
  passkey?: PasskeyEndpoints
}

/** The way in without a password: a code by mail, or a passkey where the browser has them. */
export function signInPage(options: SignInPageOptions): string {
  const { service, flash, action, title = 'Sign in', lead, email, errors = [], fields = {}, passkey } = options
  return page({
    service,
    title,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={lead ?? 'There is no password. We send a code to your e-mail address.'}>{title}</Heading>
        <form class="flow" method="post" action={action} novalidate>
          <Field
            name="email"
            label="E-mail address"
            type="email"
            inputMode="email"
            autocomplete="username webauthn"
            value={email}
            error={errors.find(({ field }) => field === 'email')?.message}
          />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button icon="mail">Send me a code</Button>
        </form>
        {passkey && <PasskeyButton {...passkey} label="Sign in with a passkey" />}
      </div>
    ),
  })
}

interface CodePageOptions extends Pick<PageOptions, 'service' | 'flash'> {
  /** Takes the form's `code` and the hidden `fields`. */
  action: string
  /** Where the code went. */
  email: string
  errors?: readonly FormError[]
  fields?: Readonly<Record<string, string>>
  /** Back to ask for another code. */
  againHref: string
  /** In a demonstration, which sends no mail: where the message can be read. */
  outboxHref?: string
  /** How long the code lasts. */
  minutes?: number
}

/** Asks for the code that was sent. */
export function codePage(options: CodePageOptions): string {
  const { service, flash, action, email, errors = [], fields = {}, againHref, outboxHref, minutes = 10 } = options
  return page({
    service,
    title: 'Enter your code',
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          lead={
            <>
              We sent it to <bdi>{email}</bdi>. It lasts {minutes} minutes and works once.
            </>
          }
        >
          Enter your code
        </Heading>
        {outboxHref && (
          <Notice title="This is a demonstration">
            No mail is sent. <a href={outboxHref}>Read the message here</a>.
          </Notice>
        )}
        <form class="flow" method="post" action={action} novalidate>
          <Field
            name="code"
            label="Code"
            hint="6 digits, from the message"
            inputMode="numeric"
            autocomplete="one-time-code"
            width="short"
            maxLength={12}
            error={errors.find(({ field }) => field === 'code')?.message}
          />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>Sign in</Button>
        </form>
        <p>
          No message? Look in your spam folder, or <a href={againHref}>ask for another code</a>.
        </p>
      </div>
    ),
  })
}
