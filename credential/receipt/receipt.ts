import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import type { MissingList, TrustList, TrustPolicy } from '#trust'
import { parseDateTime } from '../dates.ts'
import type { Report, Verdict } from '../report.ts'
import { type CredentialSummary, summarise } from '../summary.ts'
import type { Consulted } from './recording.ts'

/** The rules by which reports are made. A change that could give another outcome to the same input gets another number. */
export const RULES = 'skills-passport/verify/1'

/** What a receipt says was checked and found. */
export interface ReceiptFacts {
  /** The DID of the verifier, which signs. */
  verifier: string
  software: string
  /** What was handed in, as bytes. */
  input: { digest: string; mediaType: string }
  verdict: Verdict
  reports: readonly Report[]
  checkedAt: Date
  at: Date
  challenge?: string | undefined
  domain?: string | undefined
  policy: TrustPolicy
  trustLists: readonly TrustList[]
  unavailableLists: readonly MissingList[]
  consulted: readonly Consulted[]
  /** Whether what the credential says is in it too: a person's data, only where that was asked for. */
  withSummary: boolean
}

/**
 * A receipt of a verification, to be signed: what was looked at, by digest and time, and what was found. It holds nothing of
 * the person unless that was asked for: a digest can be guessed by nobody who does not have the signed credential.
 */
export function receiptOf(facts: ReceiptFacts): JsonObject {
  const { verifier, software, input, verdict, checkedAt, at, challenge, domain, policy } = facts
  return {
    type: 'VerificationReceipt',
    verifier,
    software,
    rules: RULES,
    checkedAt: checkedAt.toISOString(),
    at: at.toISOString(),
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    policy,
    input: { ...input },
    verdict,
    results: facts.reports.map((report) => resultOf(report, facts.withSummary)),
    trustLists: facts.trustLists.map(({ url, operator, sequence, digest, asOf, refused }) => ({
      url,
      signer: operator,
      sequence,
      digest,
      asOf: asOf.toISOString(),
      ...(refused === null ? {} : { refused }),
    })),
    unavailableLists: facts.unavailableLists.map(({ url, signer, place, code, asOf, seen }) => ({
      url,
      signer,
      place,
      code,
      ...(asOf === null ? {} : { asOf: asOf.toISOString() }),
      ...(seen === null ? {} : { seen: { ...seen } }),
    })),
    consulted: facts.consulted.map(({ url, digest, asOf }) => ({ url, digest, asOf: asOf.toISOString() })),
  }
}

/** Details of checks may speak of a person, and follow from what was looked at: codes and outcomes are enough. */
export function resultOf(report: Report, withSummary: boolean): JsonObject {
  const { digest, securing, verdict, standing, checks, credential } = report
  const { outcome, reason, list, asOf } = report.recognition
  return {
    digest,
    securing,
    verdict,
    standing,
    checks: checks.map(({ check, outcome, code }) => ({ check, outcome, code })),
    recognition: { outcome, reason, list: list?.url ?? null, asOf },
    ...(withSummary && credential !== null ? { summary: inWords(summarise({ credential, digest })) } : {}),
  }
}

function inWords({ title, recipientName, issuer, awardedOn }: CredentialSummary): JsonObject {
  return { title, recipientName, issuer: issuer.name ?? issuer.id, awardedOn }
}

/** A receipt as it was read again. */
export interface ReadReceipt {
  verifier: string
  rules: string
  checkedAt: Date
  at: Date
  challenge?: string | undefined
  domain?: string | undefined
  policy: TrustPolicy
  inputDigest: string
  verdict: string
  results: readonly JsonObject[]
  trustLists: ReadonlyArray<{ url: string; signer: string; digest: string; asOf: Date; refused: string | null }>
  unavailableLists: readonly MissingList[]
  consulted: ReadonlyArray<{ url: string; digest: string; asOf: Date }>
}

/** Reads a receipt. Throws `shape.invalid` for what is none. */
export function readReceipt(receipt: JsonObject): ReadReceipt {
  const { input, policy, challenge, domain } = receipt
  if (receipt.type !== 'VerificationReceipt' || !isObject(input)) throw noReceipt()
  const objects = (value: Json | undefined) => asArray(value).filter(isObject)
  const time = (value: Json | undefined) => {
    const date = parseDateTime(value)
    if (date === null) throw noReceipt()
    return date
  }
  const count = (value: Json | undefined) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0)
  return {
    verifier: asText(receipt.verifier),
    rules: asText(receipt.rules),
    checkedAt: time(receipt.checkedAt),
    at: time(receipt.at),
    ...(typeof challenge === 'string' ? { challenge } : {}),
    ...(typeof domain === 'string' ? { domain } : {}),
    policy: policy === 'all' || policy === 'first' ? policy : 'any',
    inputDigest: asText(input.digest),
    verdict: asText(receipt.verdict),
    results: objects(receipt.results),
    trustLists: objects(receipt.trustLists).map((list) => ({
      url: asText(list.url),
      signer: asText(list.signer),
      digest: asText(list.digest),
      asOf: time(list.asOf),
      refused: asText(list.refused) || null,
    })),
    unavailableLists: objects(receipt.unavailableLists).map(({ url, signer, place, code, asOf, seen }) => ({
      url: asText(url),
      name: asText(url),
      code: asText(code),
      asOf: asOf === undefined ? null : time(asOf),
      signer: asText(signer),
      place: count(place),
      seen: isObject(seen) ? { sequence: count(seen.sequence), digest: asText(seen.digest) } : null,
    })),
    consulted: objects(receipt.consulted).map(({ url, digest, asOf }) => ({
      url: asText(url),
      digest: asText(digest),
      asOf: time(asOf),
    })),
  }
}

const noReceipt = () => new PassportError('shape.invalid', 'This is no receipt of a verification.')
