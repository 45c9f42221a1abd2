import { ASSURANCE_STEPS, type Assurance, isAssurance } from '#trust'
import type { Sentences } from './sentences.ts'
import { wordsOf } from './words.ts'

/** How something was made sure of, within a sentence. */
export const assurances: Readonly<Record<Assurance, string>> = {
  SelfAsserted: 'the person’s own word',
  PeerOrManagerConfirmed: 'confirmed by a colleague or manager',
  AttendanceRecorded: 'attendance recorded',
  ProviderAssessed: 'assessed by the provider',
  ExternallyQualityAssured: 'assessed, with quality assurance from outside',
  RegulatedAward: 'a regulated award',
}

const step = (word: string) => (isAssurance(word) ? assurances[word] : wordsOf(word).toLowerCase())

/**
 * How sure an award is: the lower of what its issuer claims and of what the list lets that issuer claim. Where no list
 * speaks it is the issuer's word, and said to be that.
 */
export const assurance: Sentences['assurance'] = ({ assurance: { allowed }, list, outcome }, claimed) => {
  const named = list === null ? 'the list' : `the list “${list.name}”`
  if (claimed === null) {
    if (allowed === null) return null
    return `The issuer does not claim any assurance. By ${named} it may claim at most: ${step(allowed)}.`
  }
  if (allowed === null) {
    const why = outcome === 'recognised' ? `${named} does not say what it may claim` : 'no list that we use says so'
    return `Claimed by the issuer: ${step(claimed)}. This is its own word; ${why}.`
  }
  if (!isAssurance(claimed))
    return `Claimed by the issuer: ${step(claimed)}. By ${named} it may claim at most: ${step(allowed)}.`
  if (ASSURANCE_STEPS.indexOf(claimed) <= ASSURANCE_STEPS.indexOf(allowed)) {
    const upTo = claimed === allowed ? 'that' : `up to: ${step(allowed)}`
    return `Take it as ${step(claimed)}: the issuer claims that, and ${named} lets it claim ${upTo}.`
  }
  return `Take it as ${step(allowed)}: the issuer claims more (${step(claimed)}), and ${named} lets it claim no more than that.`
}
