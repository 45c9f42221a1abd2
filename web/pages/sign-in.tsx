import type { ComponentChildren } from 'preact'
import { Button } from '../components/Button.tsx'
import { ErrorSummary, type FormError } from '../components/ErrorSummary.tsx'
import { Field } from '../components/Field.tsx'
import { Heading } from '../components/Heading.tsx'
import { Notice } from '../components/Notice.tsx'
import { PasskeyButton, type PasskeyEndpoints } from '../components/PasskeyButton.tsx'
import { type PageOptions, page } from '../page.tsx'
import { signInWords } from './sign-in-words.tsx'

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
  const words = signInWords()
  const { service, flash, action, title = words.signIn, lead, email, errors = [], fields = {}, passkey } = options
  return page({
    service,
    title,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={lead ?? words.lead}>{title}</Heading>
        <form class="flow" method="post" action={action} novalidate>
          <Field
            name="email"
            label={words.email}
            type="email"
            inputMode="email"
            autocomplete="username webauthn"
            value={email}
            error={errors.find(({ field }) => field === 'email')?.message}
          />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button icon="mail">{words.send}</Button>
        </form>
        {passkey && <PasskeyButton {...passkey} label={words.passkey} />}
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
  const words = signInWords()
  return page({
    service,
    title: words.enterCode,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={words.sentTo(email, minutes)}>{words.enterCode}</Heading>
        {outboxHref && (
          <Notice title={words.demonstration}>
            {words.noMail} <a href={outboxHref}>{words.readHere}</a>.
          </Notice>
        )}
        <form class="flow" method="post" action={action} novalidate>
          <Field
            name="code"
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autocomplete="one-time-code"
            width="short"
            maxLength={12}
            error={errors.find(({ field }) => field === 'code')?.message}
          />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button>{words.signIn}</Button>
        </form>
        <p>{words.noMessage(againHref)}</p>
      </div>
    ),
  })
}
