import { isObject, type Json, type JsonObject, pointerStep } from '#platform'

/**
 * Everything that a rule of combination can say. There is no language of expressions: a rule that says anything else is
 * not loaded, so that no engine answers by half of a rule.
 */
const PRIMITIVES = {
  unit: ['id', 'area', 'title', 'group', 'level', 'points', 'credit', 'unitNo', 'ofqualUnit', 'glh', 'confidence'],
  qualification: [
    'id',
    'level',
    'title',
    'min',
    'mandatory',
    'minAtLevel',
    'maxPerArea',
    'excludeFromAtLevel',
    'optionalShareAtLevel',
    'recognition',
    'source',
    'confidence',
  ],
  minAtLevel: ['level', 'min', 'confidence'],
  optionalShareAtLevel: ['level', 'minShare', 'measure', 'confidence'],
  cap: ['maxShare', 'strict', 'maxAgeYears', 'ageMeasuredAt', 'notFor', 'maxUnits', 'mustBeShownIn', 'confidence'],
} as const

/** The ways in which something counts without being earned anew, and `*` for a cap on equivalences and exemptions together. */
export const RECOGNITION_TYPES = [
  'CreditTransfer',
  'Equivalence',
  'Exemption',
  'PriorLearning',
  'ImportedUnit',
  'CustomisedUnit',
] as const

export type RecognitionType = (typeof RECOGNITION_TYPES)[number]

/** Values that change what a primitive means. */
const WORDS = { measure: ['units'], ageMeasuredAt: ['registration'], mustBeShownIn: ['mandatory'] } as const

/** JSON Pointers of all in a ruleset that no engine here understands. */
export function unknownPrimitives(ruleset: JsonObject): string[] {
  return [
    ...each(ruleset, 'units').flatMap(([at, unit]) => beyond(at, unit, PRIMITIVES.unit)),
    ...each(ruleset, 'qualifications').flatMap(([at, one]) => [
      ...beyond(at, one, PRIMITIVES.qualification),
      ...beyond(`${at}/minAtLevel`, one.minAtLevel, PRIMITIVES.minAtLevel),
      ...beyond(`${at}/optionalShareAtLevel`, one.optionalShareAtLevel, PRIMITIVES.optionalShareAtLevel),
      ...beyondCaps(`${at}/recognition`, one.recognition),
    ]),
  ]
}

function beyondCaps(at: string, recognition: Json | undefined): string[] {
  if (!isObject(recognition)) return []
  return [
    ...beyond(at, recognition, ['*', ...RECOGNITION_TYPES]),
    ...Object.entries(recognition).flatMap(([type, cap]) => beyond(at + pointerStep(type), cap, PRIMITIVES.cap)),
  ]
}

/** Members of an object that are not in a list, and words in it that mean nothing here. */
function beyond(at: string, value: Json | undefined, known: readonly string[]): string[] {
  if (!isObject(value)) return []
  const strange = (name: string) =>
    !known.includes(name) ||
    Object.entries(WORDS).some(([word, allowed]) => word === name && !includes(allowed, value[name]))
  return Object.keys(value)
    .filter(strange)
    .map((name) => at + pointerStep(name))
}

function includes(allowed: readonly string[], value: Json | undefined): boolean {
  return typeof value === 'string' && allowed.includes(value)
}

function each(ruleset: JsonObject, name: 'units' | 'qualifications'): [string, JsonObject][] {
  const list = ruleset[name]
  if (!Array.isArray(list)) return []
  return list.flatMap((one, index): [string, JsonObject][] => (isObject(one) ? [[`/${name}/${index}`, one]] : []))
}
