import { base64url, hmacSha256 } from '#platform'

/**
 * Gives each blank node its label in what is signed. It is handed the canonical labels (`c14n0`, …) by the labels of the
 * input, and answers by those too; undefined where a label is missing or two nodes would get the same one.
 */
export type LabelMapFactory = (canonicalIds: ReadonlyMap<string, string>) => ReadonlyMap<string, string> | undefined

/**
 * createHmacIdLabelMapFunction (ECDSA Cryptosuites §3.4.4): canonical labels depend on what else there is, so that they
 * would tell of parts left out; under a key of the proof's own they tell nothing.
 */
export function createHmacIdLabelMapFunction(hmacKey: Uint8Array): LabelMapFactory {
  return (canonicalIds) => {
    const labels = new Map<string, string>()
    for (const [input, canonical] of canonicalIds) labels.set(input, `u${base64url(hmacSha256(hmacKey, canonical))}`)
    return labels
  }
}

/**
 * createShuffledIdLabelMapFunction (BBS Cryptosuites §3.2.1): the place of each HMAC among all of them. Of the HMACs
 * themselves a verifier could recognise the same credential in two shows of it.
 */
export function createShuffledIdLabelMapFunction(hmacKey: Uint8Array): LabelMapFactory {
  const hmacOf = createHmacIdLabelMapFunction(hmacKey)
  return (canonicalIds) => {
    const hmacs = [...(hmacOf(canonicalIds) ?? [])].sort(([, one], [, other]) => (one < other ? -1 : 1))
    const places = new Map(hmacs.map(([input], place) => [input, `b${place}`]))
    return new Map([...canonicalIds.keys()].map((input) => [input, places.get(input) ?? '']))
  }
}

/**
 * createLabelMapFunction (ECDSA Cryptosuites §3.4.3): the labels that a derived proof brings. Every node must have one of
 * its own: under one label, what was signed of one thing could be shown as if it were said of two.
 */
export function createLabelMapFunction(labelMap: ReadonlyMap<string, string>): LabelMapFactory {
  return (canonicalIds) => {
    const labels = new Map<string, string>()
    for (const [input, canonical] of canonicalIds) {
      const label = labelMap.get(canonical)
      if (label === undefined) return undefined
      labels.set(input, label)
    }
    const distinct = new Set(labels.values()).size === labels.size
    return distinct && labelMap.size === labels.size ? labels : undefined
  }
}
