/** How a claim came about, least assured first (`assurance` of skills-passport v1). */
export const ASSURANCE_STEPS = [
  'SelfAsserted',
  'PeerOrManagerConfirmed',
  'AttendanceRecorded',
  'ProviderAssessed',
  'ExternallyQualityAssured',
  'RegulatedAward',
] as const

export type Assurance = (typeof ASSURANCE_STEPS)[number]

export function isAssurance(value: unknown): value is Assurance {
  return ASSURANCE_STEPS.some((step) => step === value)
}
