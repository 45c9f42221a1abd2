import { type CredentialSummary, summarise } from '#credential'
import { asArray, asText, isObject, type JsonObject, nameUuid, uuid } from '#platform'
import { type ElmAward, type ElmBody, writeElm } from '#protocol'
import { type Package, readLevel } from '#skills'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { standingInWords } from './standing.ts'

/** What somebody holds as a description in the European Learning Model. It is not signed, and says so of each award. */
export function elmOf(person: Person, held: readonly HeldCredential[], levels: Package<'levels'>): JsonObject {
  const awards = held.map((one) => awardOf(one, levels))
  return writeElm({ id: `urn:uuid:${uuid()}`, name: person.name, awards, levels })
}

function awardOf(held: HeldCredential, levels: Package<'levels'>): ElmAward {
  const summary = summarise(held.shown)
  const { id, title, description, awardedOn, validFrom, level, credits, skill, digest } = summary
  const isAddress = id !== null && URL.canParse(id)
  const code = level === null ? null : readLevel(levels, `${level.framework} ${level.code}`)
  return {
    id: isAddress ? id : `urn:uuid:${nameUuid(digest)}`,
    title,
    description,
    awardedBy: bodiesOf(summary, held.shown.credential),
    awardedOn: awardedOn ?? validFrom,
    level:
      level === null ? null : { name: code === null ? level.name : `${code.framework} ${code.code}`, reference: code },
    credits: credits.map(({ value, scheme }) => ({ value, scheme })),
    skills: skill,
    notes: [standingInWords(held), ...lastsInWords(summary), UNSIGNED],
  }
}

const UNSIGNED = 'This is a description of a credential. The signed credential itself is not in this file.'

function lastsInWords({ currentUntil, validUntil, doesNotExpire }: CredentialSummary): string[] {
  if (doesNotExpire) return ['It does not run out.']
  const until = currentUntil ?? validUntil
  return until === null ? [] : [`It is current until ${until.slice(0, 10)}.`]
}

/** Who awarded it; where it names nobody, its issuer. The country is the issuer's, so nobody else is given it. */
function bodiesOf({ awardedBy, issuer, knownNames }: CredentialSummary, credential: JsonObject): ElmBody[] {
  const bodies = awardedBy.length > 0 ? awardedBy : [issuer.id]
  return bodies.map((id) => ({
    id: URL.canParse(id) ? id : null,
    name: knownNames[id] ?? (id === issuer.id ? issuer.name : null) ?? id,
    country: id === issuer.id ? countryIn(credential) : null,
  }))
}

function countryIn({ issuer }: JsonObject): string | null {
  const [profile = {}] = asArray(issuer).filter(isObject)
  const [address = {}] = asArray(profile.address).filter(isObject)
  return asText(address.addressCountryCode) || null
}
