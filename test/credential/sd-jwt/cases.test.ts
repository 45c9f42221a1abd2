import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { FlattenJSON, SDJwtInstance } from '@sd-jwt/core'
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs'
import { presentSdJwt, receiveCompact, receiveJson } from '#credential'
import type { Json, JsonObject } from '#platform'
import { keyBinding } from '../../../credential/sd-jwt/key-binding.ts'
import { NOW } from '../world.ts'
import { frameOf, makeTheirs, type Theirs } from './theirs.ts'

interface Case {
  id: string
  claims: JsonObject
  sdPaths: (string | number)[][]
  /** What is shown: `true` at each place, in the shape of the claims. */
  disclosed: Json
  expect: JsonObject | null
  keyBinding: boolean
  serialization: 'compact' | 'json'
  decoys: boolean
}

const CASES: Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'vectors', 'sd-jwt', 'cases.json'), 'utf8'),
)

let issuer: Theirs
let holder: Theirs
beforeAll(async () => {
  issuer = await makeTheirs()
  holder = await makeTheirs()
})

const library = () =>
  new SDJwtInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    signer: issuer.sign,
    signAlg: 'ES256',
    verifier: issuer.verify,
    kbSigner: holder.sign,
    kbSignAlg: 'ES256',
    kbVerifier: holder.verify,
  })

const KEY_BINDING = { iat: NOW.getTime() / 1000, aud: 'https://verifier.example', nonce: 'XZOUco1u_gEPknxS78sWWg' }

test('there are 35 of them', () => {
  expect(CASES).toHaveLength(35)
})

describe.each(CASES)('$id', (one) => {
  test('reads as what was disclosed', async () => {
    const cnf = one.keyBinding ? { cnf: { jwk: holder.jwk } } : {}
    const theirs = library()
    const whole = await theirs.issue({ ...one.claims, ...cnf }, frameOf(one.sdPaths, one.decoys ? 3 : 0) as never, {
      header: { typ: 'dc+sd-jwt', kid: issuer.kid },
    })
    const chosen = pathsIn(one.disclosed)
      .filter((path) => valueAt(one.claims, path) !== undefined)
      .map(pointerOf)
    const shown = presentSdJwt(whole, chosen)
    const bound = one.keyBinding ? await theirs.present(shown, undefined, { kb: { payload: KEY_BINDING } }) : shown
    const received =
      one.serialization === 'json'
        ? receiveJson(FlattenJSON.fromEncode(bound).toJson() as unknown as JsonObject)
        : receiveCompact(bound)
    if (received.securing !== 'sd-jwt') throw new Error(received.securing)
    const { claims } = received.jwt
    expect(claims).toEqual({ ...(one.expect ?? (without(one, chosen) as JsonObject)), ...cnf })
    expect(claims).toEqual(await theirs.getClaims(shown))
    if (!one.keyBinding) return
    const asked = { challenge: KEY_BINDING.nonce, domain: KEY_BINDING.aud }
    expect(await keyBinding(received.sdJwt, { now: NOW, asked })).toMatchObject([{ code: 'holder.ok' }])
    const others = { ...asked, challenge: 'another' }
    expect(await keyBinding(received.sdJwt, { now: NOW, asked: others })).toMatchObject([
      { outcome: 'failed', code: 'holder.challengeMismatch' },
    ])
  })
})

type Path = (string | number)[]

const pointerOf = (path: Path) =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function pathsIn(disclosed: Json | undefined, path: Path = []): Path[] {
  if (disclosed === true) return [path]
  if (typeof disclosed !== 'object' || disclosed === null) return []
  const entries = Array.isArray(disclosed) ? [...disclosed.entries()] : Object.entries(disclosed)
  return entries.flatMap(([step, inner]) => pathsIn(inner, [...path, step]))
}

function valueAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, step) => (inner as JsonObject | undefined)?.[step], value)
}

/** The claims without what may be left out and was not chosen: neither itself, nor a part of it, nor what it is part of. */
function without({ claims, sdPaths }: Case, chosen: readonly string[], path: Path = []): Json {
  const isLeftOut = (at: Path) =>
    sdPaths.some((one) => pointerOf(one) === pointerOf(at)) &&
    !chosen.some((one) => `${one}/`.startsWith(`${pointerOf(at)}/`) || `${pointerOf(at)}/`.startsWith(`${one}/`))
  const value = valueAt(claims, path)
  if (Array.isArray(value)) {
    return value.flatMap((_, index) =>
      isLeftOut([...path, index]) ? [] : [without({ claims, sdPaths } as Case, chosen, [...path, index])],
    )
  }
  if (typeof value !== 'object' || value === null) return value ?? null
  const kept = Object.keys(value).filter((name) => !isLeftOut([...path, name]))
  return Object.fromEntries(kept.map((name) => [name, without({ claims, sdPaths } as Case, chosen, [...path, name])]))
}
