import type { RecognisedIssuer, Recognition, TrustList } from './recognition.ts'

/**
 * What a verifier's lists say of an issuer for an award; all its days must lie in one period. The issuer is compared as a whole string: a DID
 * that only begins like a listed one is another DID. The best answer of several lists is given; a list that could not
 * be had turns "not listed" into "list unavailable", since it might have known better.
 */
export function recognise(
  award: { issuer: string; on: readonly Date[] },
  lists: readonly TrustList[],
  unavailable: readonly string[],
): Recognition {
  const answers = lists.flatMap((list) => {
    const entry = list.issuers.get(award.issuer)
    return entry ? [answer(list, entry, award.on)] : []
  })
  const best = answers.find(({ outcome }) => outcome === 'recognised') ?? answers[0]
  if (best) return best
  const nobody = { list: null, asOf: null, issuerName: null, since: null }
  const [missing] = unavailable
  if (missing === undefined) return { ...nobody, outcome: 'notListed' }
  return { ...nobody, outcome: 'listUnavailable', list: { url: missing, name: missing, operator: '' } }
}

function answer(list: TrustList, entry: RecognisedIssuer, on: readonly Date[]): Recognition {
  const period = entry.periods.find(({ from, until }) =>
    on.every((day) => from <= day && (until === null || day <= until)),
  )
  return {
    outcome: period ? 'recognised' : 'notAtThatDate',
    list: { url: list.url, name: list.name, operator: list.operator },
    asOf: list.asOf.toISOString(),
    issuerName: entry.name,
    since: period ? period.from.toISOString() : null,
  }
}
