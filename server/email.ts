import { z } from 'zod'
import { PassportError } from '#platform'

/** An unquoted local part and a domain of at least two labels: the part of RFC 5322 §3.4.1 that mail systems agree on. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** One e-mail address, in lower case, so that the same address is always the same text. Refuses quoting, lists and breaks. */
export function parseEmail(text: string): string {
  const address = text.trim().toLowerCase()
  if (address.length > 254 || address.indexOf('@') > 64 || !ADDRESS.test(address)) {
    throw new PassportError('request.invalid', 'Enter an e-mail address like name@example.org.')
  }
  return address
}

/** Whether a text is one e-mail address. */
export function isEmail(text: string): boolean {
  try {
    return parseEmail(text) !== ''
  } catch {
    return false
  }
}

/** An e-mail address in a body or a setting. */
export const email = z.string().refine(isEmail, 'must be an e-mail address like name@example.org').transform(parseEmail)
