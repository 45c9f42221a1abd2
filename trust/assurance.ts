import { ASSURANCE_STEPS, type Assurance } from '#schemas'

export { ASSURANCE_STEPS, type Assurance, isAssurance } from '#schemas'

/** What an issuer claims, what a list lets it assert, and what that comes to; null is "not stated". */
export interface EffectiveAssurance {
  claimed: Assurance | null
  allowed: Assurance | null
  /** The lower of the two; null where nobody but the issuer says so. */
  effective: Assurance | null
}

/** An issuer may claim any step. What counts is the lower of its claim and of what the list lets it assert. */
export function effectiveAssurance(claimed: Assurance | null, allowed: Assurance | null): EffectiveAssurance {
  const rank = (step: Assurance) => ASSURANCE_STEPS.indexOf(step)
  const both = claimed !== null && allowed !== null
  return { claimed, allowed, effective: both ? (rank(claimed) <= rank(allowed) ? claimed : allowed) : null }
}
