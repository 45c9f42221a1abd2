/** What the verifier remembers: public lists, and nothing of the people whose credentials it checks. */
export interface VerifierTables {
  trust_list_state: TrustListStateTable
}

/** The newest version of a trust list that was seen, so that an older one is not taken for it. */
export interface TrustListStateTable {
  url: string
  valid_from: string
  as_of: string
}
