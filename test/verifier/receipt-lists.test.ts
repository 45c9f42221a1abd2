import { beforeAll, expect, test } from '@jest/globals'
import { strToU8, unzipSync } from 'fflate'
import { issuerDidDocument, loadTrustList, sign, type World } from '#credential'
import { createFetch } from '#server'
import { checkForReceipt, type ReceiptParts } from '../../verifier/receipt.ts'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts, makeWorld, NOW } from '../credential/world.ts'
import { entity, unsignedList } from '../trust/list.ts'

/** A receipt has the lists beside it that it rests on. They may be large, and their servers slow. */

const LIST = 'https://register.example/trust-list'
const DID = 'did:web:verifier.example'
const register = makeSigner()
const college = makeSigner()
const own = makeSigner()
const by = ({ signer }: typeof college) => ({ suite: 'eddsa-rdfc-2022' as const, signer, now: NOW, contexts })
const source = { url: LIST, signer: register.did }
let asked: string[] = []
let world: World
let isSlow = false

beforeAll(async () => {
  const document = await sign(unsignedList(register.did, [entity(college.did)]).credential, by(register))
  const { load, ...rest } = makeWorld({ [LIST]: document })
  const watched: World['load'] = (url, options) => {
    asked.push(url)
    return isSlow ? new Promise(() => undefined) : load(url, options)
  }
  world = { ...rest, load: watched }
})
async function parts(): Promise<ReceiptParts> {
  const trustLists = [await loadTrustList(source, world)]
  const id = `${DID}#key-1`
  asked = []
  return {
    world: async () => ({ ...world, trustLists }),
    fetch: createFetch({ allowLoopback: false }),
    identity: {
      did: DID,
      document: issuerDidDocument(DID, [{ id, publicKey: own.publicKey }]),
      signer: { ...own.signer, id },
    },
    trustLists: [source],
    keptTrustList: async () => undefined,
  }
}

async function receipt(of: ReceiptParts) {
  const credential = await sign(sampleCredential(college.did), by(college))
  return checkForReceipt(strToU8(JSON.stringify(credential)), 'application/json', {}, of)
}

test('a list is read once for all receipts that rest on it', async () => {
  const service = await parts()
  const first = await receipt(service)
  const second = await receipt(service)
  expect(asked).toEqual([LIST])
  const [names, again] = [first, second].map(({ zip }) => Object.keys(unzipSync(zip)).toSorted())
  expect(again).toEqual(names)
  expect(names).toHaveLength(4)
})

test('a list whose server does not answer keeps nobody from a receipt', async () => {
  const service = await parts()
  isSlow = true
  const { answer } = await receipt(service)
  expect(answer.verdict).toBe('accepted')
}, 10_000)
