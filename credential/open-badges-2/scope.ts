import { asArray, isObject, type JsonObject } from '#platform'

/**
 * Whether an issuer vouches for what is at that address (§4.5, VerificationObject of the issuer): it is on one of the hosts
 * that its profile allows, else on the profile's own, and under one of the beginnings where it names some. Hosts are
 * compared whole, and a beginning counts only for its own origin.
 */
export function isWithinScope(address: string, profile: JsonObject): boolean {
  return isOnAllowedHost(address, profile) && beginsAsAllowed(address, profile)
}

/** The same of hosts alone, for a badge class, whose address need not begin as those of Assertions do. */
export function isOnAllowedHost(address: string, profile: JsonObject): boolean {
  const host = hostOf(address)
  const stated = asArray(rules(profile).allowedOrigins).filter((origin) => typeof origin === 'string')
  const allowed = stated.length > 0 ? stated : [typeof profile.id === 'string' ? profile.id : '']
  return host !== null && allowed.some((origin) => (hostOf(origin) ?? origin.toLowerCase()) === host)
}

function beginsAsAllowed(address: string, profile: JsonObject): boolean {
  const beginnings = asArray(rules(profile).startsWith).filter((beginning) => typeof beginning === 'string')
  if (beginnings.length === 0) return true
  // As a whole address a beginning has an end to its host: `https://a.example` becomes `https://a.example/`.
  const { href } = new URL(address)
  return beginnings.some((beginning) => URL.canParse(beginning) && href.startsWith(new URL(beginning).href))
}

function rules({ verification }: JsonObject): JsonObject {
  return isObject(verification) ? verification : {}
}

function hostOf(address: string): string | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).host : null
}
