import { loadContexts } from '#contexts'
import { learnerRecord, type SecuringSuite, sign } from '#credential'
import type { JsonObject } from '#platform'
import { frameworks, statementsOf } from '#skills'
import { answerStatement, assessSelf } from '../../wallet/assess-self.ts'
import { keep } from '../../wallet/keep.ts'
import { saveItem } from '../../wallet/portfolio.ts'
import { enterPerson, type Person } from '../../wallet/records/person.ts'
import { setTarget } from '../../wallet/set-target.ts'
import { type MadeSigner, makeSigner } from '../credential/keys.ts'
import { exported } from '../wallet/visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet/wallet.ts'
import { type Award, achievementIdOf, credentialOf, profileOf, recipient, SIGNED } from './award.ts'
import { INSTITUTIONS, type InstitutionKey } from './institutions.ts'
import { AS_OF, type ExamplePerson, PEOPLE } from './people.ts'

/** The files of the examples by name, and what they are. */
export interface MadePassports {
  files: Map<string, Uint8Array>
  index: JsonObject
}

type Signers = ReadonlyMap<InstitutionKey, MadeSigner & { suite: SecuringSuite }>

/** Puts the clock to nine o'clock of a day, or so many minutes after it. */
type Clock = (day: string, minutes?: number) => void

const contexts = loadContexts()

/** Makes every passport in a wallet of its own clock: each answer is given on its day, then everything is saved. */
export async function makePassports(): Promise<MadePassports> {
  let now = SIGNED
  const wallet = await startTestWallet({}, { now: () => now })
  const at: Clock = (day, minutes = 0) => {
    now = new Date(Date.parse(`${day}T09:00:00Z`) + minutes * 60_000)
  }
  try {
    const signers = makeSigners()
    const files = new Map<string, Uint8Array>()
    for (const one of PEOPLE) files.set(`${one.id}.zip`, await passportOf(one, { wallet, signers, at }))
    return { files, index: indexOf(signers) }
  } finally {
    await wallet.stop()
  }
}

/** Some sign with one suite, some with another. */
function makeSigners(): Signers {
  const suites = ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019'] as const
  const keys: InstitutionKey[] = ['college', 'university', 'highland', 'motors', 'circuit', 'centre', 'stores']
  return new Map(
    keys.map((key, index) => {
      const suite = suites[index % 2] ?? 'eddsa-rdfc-2022'
      return [key, { ...makeSigner(suite === 'ecdsa-rdfc-2019' ? 'ES256' : 'EdDSA'), suite }]
    }),
  )
}

async function passportOf(
  one: ExamplePerson,
  { wallet, signers, at }: { wallet: TestWallet; signers: Signers; at: Clock },
): Promise<Uint8Array> {
  at(one.said?.[0]?.on ?? AS_OF)
  await say(one, await enterPerson(wallet.parts, one.email), { wallet, at })
  at(AS_OF)
  const { person, visitor } = await wallet.enter(one.email, one.name)
  // What came in last is shown first.
  for (const [index, credential] of (await credentialsOf(one, signers)).toReversed().entries()) {
    at(AS_OF, index)
    await keep(wallet.parts, person, JSON.stringify(credential))
  }
  const [zip, ...more] = await exported(visitor)
  if (zip === undefined || more.length > 0) throw new Error(`The passport of ${one.name} is not one ZIP.`)
  return zip
}

async function credentialsOf({ id, name, awards }: ExamplePerson, signers: Signers): Promise<JsonObject[]> {
  const signed: JsonObject[] = []
  for (const award of awards) signed.push(await signedBy(award.by, (did) => credentialOf(award, did, name), signers))
  return id === 'graduate' ? [...signed, await joined(name, awards, signed, signers)] : signed
}

/** The degree and what was gained in addition to it, in one record that says how they belong together (CLR 2.0 §6.2.3). */
async function joined(
  name: string,
  [degree, ...suite]: readonly Award[],
  credentials: readonly JsonObject[],
  signers: Signers,
): Promise<JsonObject> {
  if (degree === undefined) throw new Error('There is no degree.')
  return await signedBy(
    degree.by,
    (did) =>
      learnerRecord({
        id: `${INSTITUTIONS[degree.by].url}/records/${degree.id}`,
        name: 'Degree with its practical suite',
        issuer: profileOf(degree.by, did),
        validFrom: SIGNED,
        identifier: [recipient(name)],
        credentials,
        associations: suite.map((award) => ({
          associationType: 'isRelatedTo',
          sourceId: achievementIdOf(award),
          targetId: achievementIdOf(degree),
        })),
        partial: true,
      }),
    signers,
  )
}

async function signedBy(by: InstitutionKey, make: (did: string) => JsonObject, signers: Signers): Promise<JsonObject> {
  const made = signers.get(by)
  if (made === undefined) throw new Error(`${by} has no key.`)
  const { did, suite, signer } = made
  return await sign(make(did), { suite, signer, now: SIGNED, contexts })
}

/** What they say of themselves, each day's answers in their place; a goal comes after the answers of its day. */
async function say(
  { said = [], goals = [], made = [] }: ExamplePerson,
  person: Person,
  { wallet: { parts }, at }: { wallet: TestWallet; at: Clock },
): Promise<void> {
  const framework = frameworks().techniques
  for (const { on, technique, yes, no = 0, withHelp = false } of said) {
    at(on)
    for (const [index, statement] of statementsOf(framework, technique)
      .slice(0, yes + no)
      .entries()) {
      await answerStatement(parts, person, { framework, statement }, { said: index < yes ? 'yes' : 'no', withHelp })
    }
  }
  for (const { on, technique, level, by } of goals) {
    at(on)
    const set = await setTarget(parts, person, await assessSelf(parts, person, framework), { technique, level, by })
    if ('faults' in set) throw new Error(`A goal cannot be set: ${JSON.stringify(set.faults)}`)
  }
  for (const { on, ...wish } of made) {
    at(on)
    const saved = await saveItem(parts, person, wish)
    if ('faults' in saved) throw new Error(`What was made cannot be kept: ${JSON.stringify(saved.faults)}`)
  }
}

/** Who the people are, and who awarded: what the demonstration needs to show them. */
function indexOf(signers: Signers): JsonObject {
  return {
    asOf: AS_OF,
    people: PEOPLE.map(({ id, name, email, who, look }) => ({ id, name, email, who, look })),
    institutions: [...signers].map(([key, { did }]) => ({
      did,
      name: INSTITUTIONS[key].name,
      recognised: INSTITUTIONS[key].recognised,
    })),
  }
}
