import type { ErrorCode, PassportError } from '#platform'
import { count, formatNumber } from '#web'
import type { Restored } from '../personal-files.ts'

const UNREADABLE = 'We cannot read this as a credential. Choose the file just as you got it, without changing it.'
const UNREACHABLE = 'We could not reach this address just now. Try again in a little while.'

/** Where the technical sentence would not help someone who only wants their credential. */
const PLAIN: Partial<Record<ErrorCode, string>> = {
  'fetch.blocked':
    'This link does not lead to a public web address, so we cannot open it. Copy it again from the message.',
  'fetch.failed': UNREACHABLE,
  'fetch.timeout': UNREACHABLE,
  'fetch.redirect':
    'This address leads on to another one. Open it in your browser, and copy the address that you end at.',
  'fetch.tooLarge': 'What is at this address is too large to be a credential.',
  'json.duplicateKey': UNREADABLE,
  'json.forbiddenKey': UNREADABLE,
  'json.malformed': UNREADABLE,
  'json.notAnObject': UNREADABLE,
  'json.notUtf8': UNREADABLE,
  'json.number': UNREADABLE,
  'json.tooDeep': UNREADABLE,
  'json.tooLarge': 'This is too large to be a credential.',
  'jwt.malformed': UNREADABLE,
}

/** Why something could not be done, and the remedy, in plain words. */
export function reasonOf({ code, message }: Pick<PassportError, 'code' | 'message'>): string {
  return PLAIN[code] ?? message
}

/** What became of somebody's own records in a saved passport. */
export function restoredInWords({ added, there, unknown }: Restored): string {
  return [
    `Your own records: ${formatNumber(added)} brought in.`,
    ...(there > 0
      ? [`${count(there, 'was', 'were')} here already and stayed as ${there === 1 ? 'it is' : 'they are'}.`]
      : []),
    ...(unknown > 0
      ? [`${count(unknown, 'was', 'were')} left out: we do not know them, or nobody gave them here.`]
      : []),
  ].join(' ')
}
