import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Shows the button where the browser has passkeys; then: options, the browser's own dialog, verification, onwards. */
export function passkey(element: HTMLElement): void {
  const button = element.querySelector<HTMLButtonElement>('[data-passkey-button]')
  const status = element.querySelector('[data-passkey-status]')
  const { optionsUrl, verifyUrl, next = '/', passkey: mode } = element.dataset
  if (!button || !status || !optionsUrl || !verifyUrl || !browserSupportsWebAuthn()) return
  element.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    status.textContent = 'Follow what your device asks.'
    run(mode === 'register', optionsUrl, verifyUrl)
      .then((place) => location.assign(place ?? next))
      .catch((error: unknown) => {
        button.disabled = false
        status.textContent =
          error instanceof Error && error.name === 'NotAllowedError'
            ? 'That was cancelled, or took too long. Try again, or use a code by e-mail.'
            : 'The passkey did not work. Try again, or use a code by e-mail.'
      })
  })
}

/** Gives back the place that the server names, if it names one of its own. */
async function run(registers: boolean, optionsUrl: string, verifyUrl: string): Promise<string | null> {
  const options = await post(optionsUrl, {})
  const answer = registers
    ? await startRegistration({ optionsJSON: options })
    : await startAuthentication({ optionsJSON: options })
  const { next } = await post(verifyUrl, answer)
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : null
}

// The options come from our own server and go straight to the browser, which checks them.
async function post(url: string, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.status === 204 ? {} : response.json()
}
