import { z } from 'zod'
import { PassportError } from '#platform'
import { isEmail } from './email.ts'

/**
 * Reads the settings that a schema names, once. An empty variable is an absent one; a wrong one is refused, and all that
 * are wrong are named together. Values are not repeated in the error: they may be secret.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = environment[name]?.trim()
    return value === undefined || value === '' ? [] : [[name, value]]
  })
  const result = schema.safeParse(Object.fromEntries(given))
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({ message: `${path.join('.')} ${message}` }))
  const list = errors.map(({ message }) => message).join('; ')
  throw new PassportError('settings.invalid', `Wrong settings: ${list}.`, { details: { errors } })
}

/** A TCP port; not 0 for any that is free, since links and DIDs name it. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be a port number from 1 to 65535')

/** `1` is yes, `0` is no. */
const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1')

/** The address of a service: an origin, without a path. */
const origin = z
  .string()
  .refine(isOrigin, 'must be an address like https://example.org, without a path')
  .transform((value) => value.replace(/\/$/, ''))

const url = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
      `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    )

/** `URL DID, URL DID`: where each trust list is, and who must have signed it. */
const trustLists = z.string().transform((value, context) =>
  value.split(',').flatMap((pair) => {
    const [address = '', did = '', ...more] = pair.trim().split(/\s+/)
    if (!URL.canParse(address) || !/^did:[a-z0-9]+:\S+$/.test(did) || more.length > 0) {
      context.addIssue('must be pairs of an address and a DID, separated by commas')
      return []
    }
    return [{ url: address, did }]
  }),
)

const seconds = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number of seconds')
  .transform(Number)

/** Settings that several services have. Each works when it is absent. */
export const SETTINGS = {
  port: (fallback: number) => port.default(fallback),
  url: (fallback: string) => origin.default(fallback),
  /** A service's own address, which follows its port where it is not set. */
  ownUrl: origin.optional(),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  KEY_FILE: z.string().optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().refine(isEmail, 'must be an e-mail address').default('passport@localhost.example'),
  ALLOW_LOOPBACK_FETCH: flag.default(false),
  STATUS_MAX_AGE: seconds.default(60),
  TRUST_LISTS: trustLists.default([]),
  /** How several trust lists are weighed: one that recognises is enough, all that know the issuer must, or the first decides. */
  TRUST_POLICY: z.enum(['any', 'all', 'first']).default('any'),
  EXTRA_CONTEXTS: z.string().optional(),
  SKILLS_PACKAGES: z.string().optional(),
  OUTBOX: flag.default(false),
  DEMO: flag.default(true),
  RESOLVE_ANY_DID: flag.default(false),
  /** How many proxies stand in front, or their addresses: only theirs is an `X-Forwarded-For` to believe. */
  TRUST_PROXY: z
    .string()
    .regex(/^[\w.:/, ]+$/, 'must be a number of proxies, or their addresses separated by commas')
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : value))
    .optional(),
  /** The certificate to speak HTTPS with, and its private key: PEM files. */
  TLS_CERT_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be a log level' }).default('info'),
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, origin: start } = new URL(value)
  return ['http:', 'https:'].includes(protocol) && (value === start || value === `${start}/`)
}
