import { bakeImage, derive, learnerRecord, presentationOf, type SigningAlgorithm } from '#credential'
import { asText, base64url, base64urlDecode, type JsonObject, jwkOf, parseJsonObject } from '#platform'
import { badgeFile } from '#web'
import { type MadeSigner, makeSigner, makeSignerFor } from '../credential/keys.ts'
import { badge, endorsement, olderBadge, plain } from './credentials.ts'
import { compactOf, contexts, jwt, signed, withProof } from './proofs.ts'

/** One form in which a badge arrives: how its file ends, and how to make a good one and a bad one. */
export interface Form {
  name: string
  ending: 'json' | 'jwt' | 'sd-jwt' | 'png' | 'svg'
  make(): Promise<{ good: string | Uint8Array; bad: string | Uint8Array }>
}

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'
const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** Every form that needs nobody else's server to be checked. */
export const FORMS: readonly Form[] = [
  json('open-badge-3.eddsa-rdfc-2022', 'EdDSA', (by) => signed(badge(by.did), 'eddsa-rdfc-2022', by)),
  json('open-badge-3.eddsa-jcs-2022', 'EdDSA', (by) => signed(badge(by.did), 'eddsa-jcs-2022', by)),
  json('open-badge-3.ecdsa-rdfc-2019-p256', 'ES256', (by) => signed(badge(by.did), 'ecdsa-rdfc-2019', by)),
  json('open-badge-3.ecdsa-rdfc-2019-p384', 'ES384', (by) => signed(badge(by.did), 'ecdsa-rdfc-2019', by)),
  json('open-badge-3.ecdsa-jcs-2019-p256', 'ES256', (by) => signed(badge(by.did), 'ecdsa-jcs-2019', by)),
  json('open-badge-3.ecdsa-jcs-2019-p384', 'ES384', (by) => signed(badge(by.did), 'ecdsa-jcs-2019', by)),
  json('open-badge-3.ecdsa-sd-2023', 'ES256', async (by) => part(await signed(badge(by.did), 'ecdsa-sd-2023', by))),
  json('open-badge-3.bbs-2023', 'BBS', async (by) => part(await signed(badge(by.did), 'bbs-2023', by))),
  json('open-badge-3.context-3.0', 'EdDSA', (by) =>
    signed(olderBadge(by.did, '', [DATA_INTEGRITY]), 'eddsa-rdfc-2022', by),
  ),
  json('open-badge-3.context-3.0.1', 'EdDSA', (by) =>
    signed(olderBadge(by.did, '-3.0.1', [DATA_INTEGRITY]), 'eddsa-rdfc-2022', by),
  ),
  json('open-badge-3.context-3.0.2', 'EdDSA', (by) => signed(badge(by.did, '-3.0.2'), 'eddsa-rdfc-2022', by)),
  json('open-badge-3.vc-1.1-ed25519-signature-2020', 'EdDSA', (by) =>
    withProof(olderBadge(by.did, '', [ED25519_2020]), by, { type: 'Ed25519Signature2020' }),
  ),
  json('open-badge-3.proof-set', 'EdDSA', async (by) =>
    withProof(await withProof(badge(by.did), by), makeSigner(), {}),
  ),
  json('open-badge-3.proof-chain', 'EdDSA', async (by) =>
    withProof(await withProof(badge(by.did), by, { id: FIRST }), makeSigner(), { previousProof: FIRST }),
  ),
  json('open-badge-3.endorsed', 'EdDSA', async (by) =>
    signed(badge(by.did, '-3.0.3', { endorsement: [await endorsed()] }), 'eddsa-rdfc-2022', by),
  ),
  json('open-badge-3.endorsed-by-jwt', 'EdDSA', async (by) =>
    signed(badge(by.did, '-3.0.3', { endorsementJwt: [await endorsedByJwt()] }), 'eddsa-rdfc-2022', by),
  ),
  json('open-badge-3.did-jwk', 'ES256', (by) => signed(badge(byJwk(by).did), 'ecdsa-rdfc-2019', byJwk(by))),
  json('w3c-credential.eddsa-rdfc-2022', 'EdDSA', (by) => signed(plain(by.did), 'eddsa-rdfc-2022', by)),
  json('learner-record-clr-2', 'EdDSA', async (by) => signed(await record(by), 'eddsa-rdfc-2022', by)),
  json('presentation.unsigned', 'EdDSA', async (by) =>
    presentationOf([await signed(badge(by.did), 'eddsa-rdfc-2022', by)]),
  ),
  json('presentation.signed', 'EdDSA', async (by) => {
    const holder = makeSigner()
    const presentation = presentationOf([await signed(badge(by.did), 'eddsa-rdfc-2022', by)])
    return withProof({ ...presentation, holder: holder.did }, holder, { proofPurpose: 'authentication' })
  }),
  compact('open-badge-3.vc-jwt-eddsa', 'jwt', 'EdDSA', async (by) =>
    compactOf(await signed(badge(by.did), 'vc-jwt', by)),
  ),
  compact('open-badge-3.vc-jwt-es256', 'jwt', 'ES256', async (by) =>
    compactOf(await signed(badge(by.did), 'vc-jwt', by)),
  ),
  compact('open-badge-3.vc-jwt-es384', 'jwt', 'ES384', async (by) =>
    compactOf(await signed(badge(by.did), 'vc-jwt', by)),
  ),
  compact('open-badge-3.vc-jwt-rs256', 'jwt', 'RS256', async (by) =>
    compactOf(await signed(badge(by.did), 'vc-jwt', by)),
  ),
  compact('open-badge-3.vc-1.1-jwt', 'jwt', 'ES256', (by) => {
    const { issuer: _, issuanceDate: __, id: ___, ...vc } = olderBadge(by.did, '')
    const named = { ...vc, issuer: { id: by.did, type: ['Profile'], name: 'Example Independent College' } }
    return jwt(
      { iss: by.did, nbf: 1782777600, jti: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0004', vc: named },
      'JWT',
      by,
    )
  }),
  compact('credential.sd-jwt-vc', 'sd-jwt', 'ES256', async (by) =>
    compactOf(await signed(badge(byJwk(by).did), 'sd-jwt-vc', byJwk(by))),
  ),
  compact('presentation.vp-jwt', 'jwt', 'EdDSA', async (by) => {
    const holder = makeSigner()
    const presentation = presentationOf([await signed(badge(by.did), 'eddsa-rdfc-2022', by)])
    return jwt({ ...presentation, holder: holder.did }, 'vp+jwt', holder)
  }),
  json('open-badge-3.enveloped', 'ES256', (by) => signed(badge(by.did), 'vc-jwt', by)),
  picture('open-badge-3.baked', 'png', (by) => signed(badge(by.did), 'eddsa-rdfc-2022', by)),
  picture('open-badge-3.baked', 'svg', (by) => signed(badge(by.did), 'eddsa-rdfc-2022', by)),
]

const FIRST = 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0010'

function json(name: string, algorithm: SigningAlgorithm, make: (by: MadeSigner) => Promise<JsonObject>): Form {
  return {
    name,
    ending: 'json',
    make: async () => {
      const good = await make(await makeSignerFor(algorithm))
      return { good: pretty(good), bad: pretty(improved(good)) }
    },
  }
}

function compact(
  name: string,
  ending: 'jwt' | 'sd-jwt',
  algorithm: SigningAlgorithm,
  make: (by: MadeSigner) => Promise<string>,
): Form {
  return {
    name,
    ending,
    make: async () => {
      const good = await make(await makeSignerFor(algorithm))
      return { good, bad: improvedCompact(good) }
    },
  }
}

function picture(name: string, ending: 'png' | 'svg', make: (by: MadeSigner) => Promise<JsonObject>): Form {
  return {
    name,
    ending,
    make: async () => {
      const credential = await make(makeSigner())
      const { bytes } = badgeFile(JSON.stringify(credential), ending)
      return { good: bytes, bad: bakeImage(bytes, JSON.stringify(improved(credential))) }
    },
  }
}

/** As somebody would who wants more than they were given: the title is a better one wherever it stands. */
function improved(document: JsonObject): JsonObject {
  if (document.type === 'EnvelopedVerifiableCredential') {
    const [before = '', token = ''] = asText(document.id).split(',')
    return { ...document, id: `${before},${improvedCompact(token)}` }
  }
  return parseJsonObject(better(JSON.stringify(document)))
}

/** The same in the claims of a JWT, whose signature stays as it was. */
function improvedCompact(token: string): string {
  const [header = '', claims = '', ...rest] = token.split('.')
  const text = better(new TextDecoder().decode(base64urlDecode(claims)))
  return [header, base64url(text), ...rest].join('.')
}

const better = (text: string) =>
  text
    .replaceAll('Network Security Operations', 'Doctor of Network Security')
    .replaceAll('First aid at work', 'Surgery')
    .replaceAll('2026-06-30T00:00:00Z', '2020-06-30T00:00:00Z')

const pretty = (document: JsonObject) => `${JSON.stringify(document, null, 2)}\n`

/** The whole of a selectively disclosable credential but its id, as a holder shows it. */
const part = (credential: JsonObject) =>
  derive(credential, ['/name', '/validFrom', '/credentialSubject/achievement'], contexts)

async function endorsed() {
  const by = makeSigner()
  return signed(endorsement(by.did), 'eddsa-rdfc-2022', by)
}

async function endorsedByJwt() {
  const by = makeSigner('ES256')
  return compactOf(await signed(endorsement(by.did), 'vc-jwt', by))
}

async function record(by: MadeSigner): Promise<JsonObject> {
  const parts = await Promise.all(
    ['0005', '0006'].map((ending, index) => {
      const id = `urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d${ending}`
      const achievement = (badge(by.did).credentialSubject as JsonObject).achievement as JsonObject
      const own = { ...achievement, id: `https://college.example/modules/${index}` }
      const credentialSubject = { type: ['AchievementSubject'], achievement: own }
      return signed(badge(by.did, '-3.0.3', { id, credentialSubject }), 'eddsa-rdfc-2022', by)
    }),
  )
  return learnerRecord({
    id: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0007',
    name: 'Network Security Operations: the whole record',
    issuer: { id: by.did, type: ['Profile'], name: 'Example Independent College' },
    validFrom: new Date('2026-06-30T00:00:00Z'),
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ola Adeyemi', identityType: 'name' }],
    credentials: parts,
    associations: [
      {
        associationType: 'isPartOf',
        sourceId: 'https://college.example/modules/0',
        targetId: 'https://college.example/modules/1',
      },
    ],
    partial: false,
  })
}

/** The same key under its did:jwk. */
function byJwk(by: MadeSigner): MadeSigner {
  const did = `did:jwk:${base64url(JSON.stringify(jwkOf(by.publicKey)))}`
  return { ...by, did, signer: { ...by.signer, id: `${did}#0` } }
}
