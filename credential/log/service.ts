import { asArray, asText, isObject, type JsonObject } from '#platform'
import { multikeyOf, readMultikey } from '../multikey.ts'
import { isLogAddress } from './evidence.ts'
import type { LogKey } from './witnessed.ts'

/** How a DID document says where its issuer's log is, and by which key (DID Core §5.4). The key is for nothing else. */
export function issueLogService(did: string, { log, publicKey }: LogKey): JsonObject {
  return {
    id: `${did}#issue-log`,
    type: TYPE,
    serviceEndpoint: log,
    publicKeyMultibase: multikeyOf(publicKey),
  }
}

/** The logs that a DID document names. Services of other kinds, and what cannot be read, are left out. */
export function issueLogsOf(document: JsonObject): LogKey[] {
  return asArray(document.service)
    .slice(0, MAX_SERVICES)
    .flatMap((service) => {
      if (!isObject(service) || !asArray(service.type).includes(TYPE)) return []
      const log = asText(service.serviceEndpoint)
      const publicKey = readMultikey(asText(service.publicKeyMultibase))
      return typeof publicKey === 'object' && isLogAddress(log) ? [{ log, publicKey }] : []
    })
}

const TYPE = 'IssueLog'
const MAX_SERVICES = 100
