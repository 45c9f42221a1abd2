import { parseArgs } from 'node:util'
import { SECURING, type SecuringSuite, type SigningAlgorithm } from '#credential'
import { PassportError } from '#platform'
import { readConfig } from '../issuer/config.ts'
import { createIssuer, ISSUER_TYPES, type IssuerType, type NewIssuer } from '../issuer/create-issuer.ts'
import { openParts } from '../issuer/parts.ts'
import { complainOf, EXIT, type Terminal, WrongUse } from './terminal.ts'

/** A curve names an algorithm just as well. */
const CURVES: Readonly<Record<string, SigningAlgorithm>> = {
  Ed25519: 'EdDSA',
  'P-256': 'ES256',
  'P-384': 'ES384',
  'BLS12-381': 'BBS',
}

const ALGORITHMS: readonly string[] = ['EdDSA', 'ES256', 'ES384', 'RS256', 'BBS'] satisfies SigningAlgorithm[]

/** `skills-passport issuer create`: makes an issuer where the settings say that the issuer service keeps its data. */
export async function createIssuerCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  try {
    const wanted = parse(words)
    const parts = await openParts(readConfig({ LOG_LEVEL: 'error', ...terminal.environment }))
    try {
      const created = await createIssuer(wanted, parts)
      terminal.print(json ? JSON.stringify(created, null, 2) : sentences(created))
      return EXIT.accepted
    } finally {
      await parts.close()
    }
  } catch (error) {
    const wrong = error instanceof PassportError && error.code === 'request.invalid'
    return complainOf(wrong ? new WrongUse(error.message) : error, json, terminal)
  }
}

function parse(words: readonly string[]): NewIssuer {
  const { name, did, suite, curve, alg, type, status } = parseWords(words)
  if (name === undefined || did === undefined || suite === undefined) {
    throw new WrongUse('An issuer needs a name, a kind of DID and a suite: --name NAME --did key|web --suite SUITE')
  }
  if (did !== 'key' && did !== 'web') throw new WrongUse(`--did ${did}: it must be key or web.`)
  if (!isSuite(suite)) throw new WrongUse(`--suite ${suite}: it must be one of ${Object.keys(SECURING).join(', ')}.`)
  if (type !== undefined && !isIssuerType(type)) {
    throw new WrongUse(`--type ${type}: it must be one of ${ISSUER_TYPES.join(', ')}.`)
  }
  const algorithm = algorithmOf(alg, curve)
  return { name, did, suite, status: status === true, type, ...(algorithm === undefined ? {} : { algorithm }) }
}

/** Where a curve and an algorithm are both given they must agree. */
function algorithmOf(alg: string | undefined, curve: string | undefined): SigningAlgorithm | undefined {
  const byCurve = curve === undefined ? undefined : CURVES[curve]
  if (curve !== undefined && byCurve === undefined) {
    throw new WrongUse(`--curve ${curve}: it must be one of ${Object.keys(CURVES).join(', ')}.`)
  }
  if (alg === undefined) return byCurve
  if (!isAlgorithm(alg)) throw new WrongUse(`--alg ${alg}: it must be one of ${ALGORITHMS.join(', ')}.`)
  if (byCurve !== undefined && byCurve !== alg) throw new WrongUse(`--alg ${alg} does not use the curve ${curve}.`)
  return alg
}

const isSuite = (name: string): name is SecuringSuite => Object.hasOwn(SECURING, name)
const isIssuerType = (name: string): name is IssuerType => ISSUER_TYPES.some((one) => one === name)
const isAlgorithm = (name: string): name is SigningAlgorithm => ALGORITHMS.includes(name)

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        name: { type: 'string' },
        did: { type: 'string' },
        suite: { type: 'string' },
        curve: { type: 'string' },
        alg: { type: 'string' },
        type: { type: 'string' },
        status: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

function sentences({ id, did, apiKey, issueUrl, staffSignInUrl }: Awaited<ReturnType<typeof createIssuer>>): string {
  return [
    `id       ${id}`,
    `did      ${did}`,
    `apiKey   ${apiKey}`,
    `issueUrl ${issueUrl}`,
    `staff    ${staffSignInUrl}`,
    'Keep the API key now: it is not shown again. The staff link signs in once, within a day.',
  ].join('\n')
}
