import { ASSURANCE_STEPS, type Assurance, isAssurance } from '#trust'
import type { Sentences } from './sentences.ts'
import { wordsOf } from './words.ts'

/** How something was made sure of, within a sentence. */
export const assurances: Readonly<Record<Assurance, string>> = {
  SelfAsserted: 'gair y person ei hun',
  PeerOrManagerConfirmed: 'wedi’i gadarnhau gan gydweithiwr neu reolwr',
  AttendanceRecorded: 'presenoldeb wedi’i gofnodi',
  ProviderAssessed: 'wedi’i asesu gan y darparwr',
  ExternallyQualityAssured: 'wedi’i asesu, gyda sicrhau ansawdd o’r tu allan',
  RegulatedAward: 'dyfarniad a reoleiddir',
}

const step = (word: string) => (isAssurance(word) ? assurances[word] : wordsOf(word).toLowerCase())

/** As in English: the lower of what the issuer claims and of what the list lets it claim. */
export const assurance: Sentences['assurance'] = ({ assurance: { allowed }, list, outcome }, claimed) => {
  const named = list === null ? 'y rhestr' : `y rhestr “${list.name}”`
  if (claimed === null) {
    if (allowed === null) return null
    return `Nid yw’r dyroddwr yn honni unrhyw sicrwydd. Yn ôl ${named}, y mwyaf y caiff ei honni yw: ${step(allowed)}.`
  }
  if (allowed === null) {
    const why =
      outcome === 'recognised'
        ? `nid yw ${named} yn dweud beth y caiff ei honni`
        : 'nid oes rhestr a ddefnyddiwn yn dweud hynny'
    return `Honnir gan y dyroddwr: ${step(claimed)}. Ei air ei hun yw hyn; ${why}.`
  }
  if (!isAssurance(claimed))
    return `Honnir gan y dyroddwr: ${step(claimed)}. Yn ôl ${named}, y mwyaf y caiff ei honni yw: ${step(allowed)}.`
  if (ASSURANCE_STEPS.indexOf(claimed) <= ASSURANCE_STEPS.indexOf(allowed)) {
    const upTo = claimed === allowed ? 'hynny' : `hyd at: ${step(allowed)}`
    return `Cymerwch hi fel: ${step(claimed)}. Mae’r dyroddwr yn honni hynny, ac mae ${named} yn gadael iddo honni ${upTo}.`
  }
  return `Cymerwch hi fel: ${step(allowed)}. Mae’r dyroddwr yn honni mwy (${step(claimed)}), ac nid yw ${named} yn gadael iddo honni mwy na hynny.`
}
