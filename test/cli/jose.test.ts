import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { presentSdJwt } from '#credential'
import { asText } from '#platform'
import { run } from '../../cli/run.ts'
import { startIssuer } from '../../issuer/start.ts'
import { sampleCredential } from '../credential/sample.ts'
import { freePort, post } from '../issuer/service.ts'

let folder: string
let environment: Record<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passport-cli-jose-'))
  environment = {
    ISSUER_PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    ALLOW_LOOPBACK_FETCH: '1',
    LOG_LEVEL: 'silent',
    DEMO: '0',
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

async function cli(words: readonly string[]) {
  const out: string[] = []
  const code = await run(words, {
    environment,
    folder,
    isTerminal: false,
    input: async function* () {},
    print: (text) => void out.push(text),
    write: () => undefined,
    complain: (text) => void out.push(text),
  })
  return { code, out: out.join('\n') }
}

const FORMS = [
  { suite: 'vc-jwt', alg: 'EdDSA', did: 'key' },
  { suite: 'vc-jwt', alg: 'ES256', did: 'web' },
  { suite: 'vc-jwt', alg: 'ES384', did: 'key' },
  { suite: 'vc-jwt', alg: 'RS256', did: 'web' },
  { suite: 'sd-jwt-vc', alg: 'ES256', did: 'web' },
  { suite: 'sd-jwt-vc', alg: 'ES384', did: 'key' },
]

describe('an issuer that the command line made', () => {
  test('issues by VC-API, in every form, what the command line verifies', async () => {
    const created = []
    for (const { suite, alg, did } of FORMS) {
      const name = `${suite} ${alg}`
      const words = ['issuer', 'create', '--name', name, '--did', did, '--suite', suite, '--alg', alg]
      const { code, out } = await cli([...words, '--status', '--json'])
      expect(code).toBe(0)
      created.push({ suite, alg, ...JSON.parse(out) })
    }
    const running = await startIssuer(environment)
    try {
      for (const { suite, alg, issueUrl, apiKey } of created) {
        const { issuer: _filledIn, ...credential } = sampleCredential('')
        const { status, json } = await post(issueUrl, { credential }, apiKey)
        expect(status).toBe(201)
        const compact = asText(json.verifiableCredential.id).split(',')[1] ?? ''
        writeFileSync(join(folder, 'good'), suite === 'vc-jwt' ? compact : presentSdJwt(compact, []))
        const good = await cli(['verify', 'good', '--json'])
        expect([suite, alg, good.code]).toEqual([suite, alg, 0])
        expect(JSON.parse(good.out)).toMatchObject({
          verdict: 'accepted',
          securing: suite === 'vc-jwt' ? 'vc-jwt' : 'sd-jwt',
          checks: expect.arrayContaining([expect.objectContaining({ code: 'status.ok' })]),
        })
        const at = compact.indexOf('.') + 40
        const letter = compact[at] === 'A' ? 'B' : 'A'
        writeFileSync(join(folder, 'bad'), `${compact.slice(0, at)}${letter}${compact.slice(at + 1)}`)
        expect((await cli(['verify', 'bad'])).code).toBe(1)
      }
    } finally {
      await running.stop()
    }
  })

  test.each([
    ['sd-jwt-vc', 'RS256'],
    ['vc-jwt', 'BBS'],
  ])('cannot have the suite %s with %s', async (suite, alg) => {
    const words = ['issuer', 'create', '--name', 'No', '--did', 'key', '--suite', suite, '--alg', alg]
    expect((await cli(words)).code).toBe(64)
  })
})
