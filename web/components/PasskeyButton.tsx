import { englishIn, language } from '../language.tsx'
import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

/** Same-origin addresses that speak the JSON of @simplewebauthn; both take POST. */
export interface PasskeyEndpoints {
  /** Makes a passkey (`register`) or uses one (`signIn`). */
  mode: 'register' | 'signIn'
  /** Answers the options. */
  optionsUrl: string
  /** Takes the browser's answer as JSON, and answers 2xx if it holds. */
  verifyUrl: string
  /** Where to go then. The verify answer may name another place on this server as `next`. */
  next: string
}

/** A passkey by one press. It is shown only where the browser has passkeys, and never stands alone. */
export function PasskeyButton({ mode, optionsUrl, verifyUrl, next, label }: PasskeyEndpoints & { label: string }) {
  return (
    <div
      class="passkey"
      hidden
      data-passkey={mode}
      data-options-url={optionsUrl}
      data-verify-url={verifyUrl}
      data-next={next}
    >
      {mode === 'signIn' && <p class="or">{formWords().or}</p>}
      <button class="button button-secondary" type="button" data-passkey-button>
        <Icon name="key-round" />
        <span>{label}</span>
      </button>
      <p class="hint" role="status" lang={englishIn(language())} data-passkey-status />
    </div>
  )
}
