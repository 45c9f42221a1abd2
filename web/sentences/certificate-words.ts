import type { ProposalCode, Values } from '#skills'
import { countInWelsh } from '../dates.ts'
import { catalogue } from '../language.tsx'
import { basisInWords } from './combination-words.ts'
import { proposalSays as en } from './en-old-certificates.ts'
import { type Says, said } from './says.ts'

const years = (value: Values[string] | undefined) => countInWelsh(Number(value), 'flwyddyn', 'flynyddoedd')

const STANDINGS: Readonly<Record<string, string>> = { verified: 'wedi’i gwirio', claimed: 'wedi’i honni' }

/** In Welsh what is said of a certificate is a clause of its own, to go on after its name and a colon. */
const cy: Says<ProposalCode> = {
  'recognition.proposed': ({ standing }) =>
    `gellir ei derbyn, ac mae ${STANDINGS[String(standing)] ?? said(standing)}.`,
  'recognition.maxAge': ({ types, maxAgeYears }) =>
    `Ni chaiff yr hyn sy’n cyfrif ${Array.isArray(types) ? types.map(basisInWords).join(' neu ') : ''} fod yn hŷn na ${years(maxAgeYears)} ar ddiwrnod cofrestru.`,
  'recognition.notListed': () => 'nid yw ar unrhyw restr o’r hyn sy’n cyfrif yn lle uned.',
  'recognition.otherRuleset': () => 'nid yw’n cyfrif am ddim yn ôl y rheolau hyn.',
  'recognition.notOffered': ({ type }) => `ni all gyfrif ${basisInWords(String(type))} yn y cymhwyster hwn.`,
  'recognition.notFor': () => 'dim ond yn lle’r hyn y mae’n rhaid ei ennill y mae.',
  'recognition.tooOld': ({ day, maxAgeYears, registered }) =>
    `mae’n rhy hen: mae’n dyddio o ${said(day)}, ac ni chaiff fod yn hŷn na ${years(maxAgeYears)} ar ddiwrnod cofrestru, ${said(registered)}.`,
  'recognition.noDate': ({ maxAgeYears }) =>
    `nid yw’n nodi diwrnod, ac ni chaiff fod yn hŷn na ${years(maxAgeYears)} ar ddiwrnod cofrestru.`,
  'recognition.noSuchDay': () => 'mae iddi ddiwrnod nad yw yn y calendr.',
  'recognition.inFuture': () => 'mae iddi ddiwrnod sydd eto i ddod.',
  'recognition.duplicate': () => 'mae yno ddwywaith, ac edrychir arni unwaith.',
}

/** What may be decided of a certificate of before, and why nothing may be of another. */
export const proposalSays = catalogue({ en, cy })
