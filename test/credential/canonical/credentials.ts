import type { Json, JsonObject } from '#platform'
import type { Chance } from './chance.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const PASSPORT = 'https://w3id.org/skills-passport/v1'

const WORDS = [
  'Module',
  'Year 1',
  'caf\u00e9',
  '"quoted"',
  'back\\slash',
  'a\tb',
  'line\nfeed',
  '\u0001\u007f',
  '',
  'x'.repeat(70),
]
const ASTRAL = ['\u{1F393} degree', '\u{20BB7}', 'z\u{1F600}']
const HIGH = ['\uFFA1', '\uE000 private', 'z\uFF01']
const IDS = [
  'urn:uuid:1',
  'https://college.example/a',
  'https://college.example/b?q=1#f',
  'did:key:z6Mk',
  '_:x',
  '_:y',
  'ext:b',
]
const NUMBERS = [
  0,
  1,
  -1,
  30,
  1.5,
  -0.25,
  1e21,
  1e-7,
  5e-324,
  123456789012,
  0.1,
  1.7976931348623157e308,
  2 ** 53,
  -1e-9,
]

/** Open Badges as issuers write them: with what is optional there or not, alone, several or in odd places. */
export class Credentials {
  readonly chance: Chance
  readonly #texts: readonly string[]

  constructor(chance: Chance) {
    this.chance = chance
    // Astral characters and those above the surrogates are not mixed: there the reference's order is another (defect 4).
    this.#texts = [...WORDS, ...chance.pick([[], ASTRAL, HIGH])]
  }

  text(): string {
    return this.chance.pick(this.#texts)
  }

  number(): number {
    return this.chance.pick(NUMBERS)
  }

  id(): JsonObject {
    return this.chance.yes(0.4) ? { id: this.chance.pick(IDS) } : {}
  }

  credential(depth = 0): JsonObject {
    const { chance } = this
    return {
      '@context': chance.pick([
        [V2, OB],
        [V2, OB],
        [V2, OB, PASSPORT],
        [V2, OB, EXTENSIONS],
      ]),
      ...this.id(),
      type: chance.pick<Json>([
        ['VerifiableCredential', 'OpenBadgeCredential'],
        ['OpenBadgeCredential', 'VerifiableCredential'],
        'VerifiableCredential',
      ]),
      ...this.maybe('name', () => this.text()),
      ...this.maybe('description', () => this.language()),
      issuer: chance.yes(0.3) ? 'https://college.example/' : this.profile(),
      validFrom: '2026-06-30T00:00:00Z',
      ...this.maybe('awardedDate', () => '2026-06-25T00:00:00Z'),
      credentialSubject: this.oneOrMore(() => this.subject()),
      ...this.maybe('evidence', () =>
        this.oneOrMore(() => ({ ...this.id(), type: ['Evidence'], narrative: this.text() })),
      ),
      ...this.maybe('credentialStatus', () => this.status()),
      ...this.maybe('credentialSchema', () => ({
        id: 'https://college.example/s.json',
        type: 'JsonSchema',
      })),
      ...(depth < 1 && chance.yes(0.1) && { endorsement: [this.credential(depth + 1)] }),
      ...(chance.yes(0.2) && { proof: this.oneOrMore(() => this.proof()) }),
    }
  }

  presentation(): JsonObject {
    return {
      '@context': [V2],
      type: ['VerifiablePresentation'],
      ...this.maybe('holder', () => 'did:key:z6Mk'),
      verifiableCredential: this.oneOrMore(() => this.credential(1)),
      ...this.maybe('proof', () => this.proof()),
    }
  }

  subject(): JsonObject {
    const { chance } = this
    return {
      ...this.id(),
      type: ['AchievementSubject'],
      ...this.maybe('identifier', () =>
        chance.some(0, 2, () => ({
          type: 'IdentityObject',
          hashed: chance.yes(0.5),
          identityHash: this.text(),
          identityType: 'name',
          salt: 'a',
        })),
      ),
      ...this.maybe('creditsEarned', () => this.number()),
      ...this.maybe('result', () =>
        chance.some(1, 3, () => ({
          type: ['Result'],
          resultDescription: 'urn:uuid:r',
          ...this.maybe('value', () => this.text()),
        })),
      ),
      achievement: this.achievement(),
    }
  }

  achievement(): JsonObject {
    const { chance } = this
    const twins = chance.yes(0.2) ? this.alignment() : undefined
    return {
      ...this.id(),
      type: chance.pick<Json>([['Achievement'], 'Achievement', ['Achievement', 'ext:Module']]),
      name: this.text(),
      criteria: chance.pick<Json>([{ narrative: this.text() }, { id: 'https://college.example/c' }]),
      ...this.maybe('creditsAvailable', () => this.number()),
      ...this.maybe('tag', () => chance.some(0, 3, () => this.text())),
      ...this.maybe('alignment', () => chance.some(0, 3, () => (twins ? structuredClone(twins) : this.alignment()))),
      ...this.maybe('image', () => ({ id: 'https://college.example/i.png', type: 'Image', caption: this.text() })),
      ...this.maybe('resultDescription', () => chance.some(1, 2, () => this.resultDescription())),
      ...this.maybe('otherIdentifier', () =>
        chance.some(1, 2, () => ({ type: 'IdentifierEntry', identifier: this.text(), identifierType: 'ext:UKPRN' })),
      ),
    }
  }

  alignment(): JsonObject {
    return {
      type: this.chance.pick<Json>([['Alignment'], 'Alignment']),
      targetName: this.text(),
      targetUrl: this.chance.pick(['https://college.example/s/1', 'https://college.example/s/2']),
      ...this.maybe('targetCode', () => this.text()),
    }
  }

  resultDescription(): JsonObject {
    return {
      ...this.id(),
      type: ['ResultDescription'],
      name: this.text(),
      resultType: 'Percent',
      ...this.maybe('allowedValue', () => this.chance.some(0, 3, () => this.text())),
      ...this.maybe('rubricCriterionLevel', () => [
        { id: 'urn:uuid:l', type: ['RubricCriterionLevel'], name: this.text() },
      ]),
    }
  }

  profile(): JsonObject {
    return {
      ...this.id(),
      type: ['Profile'],
      name: this.text(),
      ...this.maybe('url', () => 'https://college.example/'),
    }
  }

  proof(): JsonObject {
    return {
      ...this.id(),
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-06-30T00:00:00Z',
      verificationMethod: 'did:key:z6Mk#z6Mk',
      proofPurpose: 'assertionMethod',
      ...this.maybe('proofValue', () => 'z1'),
    }
  }

  status(): JsonObject {
    return {
      type: 'BitstringStatusListEntry',
      statusPurpose: this.chance.pick(['revocation', 'message']),
      statusListIndex: '7',
      statusListCredential: 'https://college.example/status/1',
      ...this.maybe('statusMessage', () => [{ status: '0x0', message: this.text() }]),
    }
  }

  language(): Json {
    return this.chance.pick<Json>([
      this.text(),
      { '@value': this.text(), '@language': this.chance.pick(['en', 'EN-gb', 'cy']) },
      [{ '@value': this.text(), '@language': 'ar', '@direction': 'rtl' }, { '@value': this.text() }],
    ])
  }

  maybe(key: string, make: () => Json): JsonObject {
    return this.chance.yes(0.3) ? { [key]: make() } : {}
  }

  oneOrMore(make: () => JsonObject): Json {
    return this.chance.yes(0.7) ? make() : this.chance.some(1, 2, make)
  }
}
