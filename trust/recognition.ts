/** What the lists that a verifier trusts say of an issuer. `notListed` is neutral: nobody we asked knows it. */
export type RecognitionOutcome =
  | 'recognised'
  | 'outOfScope'
  | 'notAtThatDate'
  | 'withdrawn'
  | 'notListed'
  | 'listUnavailable'

export interface Recognition {
  outcome: RecognitionOutcome
  /** The list that said so: its address, its operator's name and DID. */
  list: { url: string; name: string; operator: string } | null
  /** When that list was last had from its server. */
  asOf: string | null
  /** The issuer's name on the list, and since when it is recognised, where the list says so. */
  issuerName: string | null
  since: string | null
}

/** One unbroken period in which an issuer may issue. */
export interface RecognisedPeriod {
  from: Date
  until: Date | null
}

export interface RecognisedIssuer {
  did: string
  name: string
  periods: readonly RecognisedPeriod[]
}

/** A trust list whose signature and signer were verified, in the words of no format. */
export interface TrustList {
  url: string
  name: string
  operator: string
  /** When this version begins: of two versions the later one counts. */
  validFrom: Date
  asOf: Date
  issuers: ReadonlyMap<string, RecognisedIssuer>
}
