import { parseArgs } from 'node:util'
import { PassportError } from '#platform'
import { readConfig } from '../issuer/config.ts'
import { createIssuer, type NewIssuer } from '../issuer/create-issuer.ts'
import { openParts } from '../issuer/parts.ts'
import { complainOf, EXIT, type Terminal, WrongUse } from './terminal.ts'

const ALGORITHMS: Readonly<Record<string, 'EdDSA' | 'ES256'>> = { Ed25519: 'EdDSA', 'P-256': 'ES256' }

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
  const { name, did, suite, curve, alg, status } = parseWords(words)
  if (name === undefined || did === undefined || suite === undefined) {
    throw new WrongUse('An issuer needs a name, a kind of DID and a suite: --name NAME --did key|web --suite SUITE')
  }
  if (did !== 'key' && did !== 'web') throw new WrongUse(`--did ${did}: it must be key or web.`)
  if (suite !== 'eddsa-rdfc-2022' && suite !== 'vc-jwt') {
    throw new WrongUse(`--suite ${suite}: it must be eddsa-rdfc-2022 or vc-jwt.`)
  }
  const algorithm = algorithmOf(alg, curve)
  return { name, did, suite, status: status === true, ...(algorithm === undefined ? {} : { algorithm }) }
}

/** A curve names an algorithm just as well; where both are given they must agree. */
function algorithmOf(alg: string | undefined, curve: string | undefined): 'EdDSA' | 'ES256' | undefined {
  const byCurve = curve === undefined ? undefined : ALGORITHMS[curve]
  if (curve !== undefined && byCurve === undefined) throw new WrongUse(`--curve ${curve}: it must be Ed25519 or P-256.`)
  if (alg === undefined) return byCurve
  if (alg !== 'EdDSA' && alg !== 'ES256') throw new WrongUse(`--alg ${alg}: it must be EdDSA or ES256.`)
  if (byCurve !== undefined && byCurve !== alg) throw new WrongUse(`--alg ${alg} does not use the curve ${curve}.`)
  return alg
}

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
