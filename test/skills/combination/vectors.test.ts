import { describe, expect, test } from '@jest/globals'
import { combine, type Holding } from '#skills'
import { bundled } from '../packages.ts'
import { type Figures, figuresOf } from './figures.ts'
import vectors from './rule-vectors.json' with { type: 'json' }

const RULESETS = { 'itq-2003': bundled('ruleset', 'itq/2003'), 'itq-2009': bundled('ruleset', 'itq/2009') }

const STEP: Record<string, string> = {
  size: 'min',
  mandatory: 'mandatory',
  'at level': 'minAtLevel',
  'half of optional units at level': 'optionalShareAtLevel',
  'recognition cap': 'maxShare',
  'import cap': 'maxShare',
}

const DETAILS: Record<string, (figures: Figures, sizeUnit: string) => string> = {
  size: ({ min }, sizeUnit) => `${text(min?.had)} of ${text(min?.needed)} ${sizeUnit}`,
  mandatory: ({ mandatory }) => (mandatory?.had === 1 ? String(mandatory.unit) : 'none'),
  'at level': ({ minAtLevel }) =>
    `${text(minAtLevel?.had)} of ${text(minAtLevel?.needed)} at level ${text(minAtLevel?.level)} or above`,
  'half of optional units at level': ({ optionalShareAtLevel: share }) =>
    `${text(share?.had)} of ${text(share?.of)} optional units at level ${text(share?.level)}`,
  'recognition cap': ({ maxShare }) => `${text(maxShare?.had)} recognised, limit under ${text(maxShare?.limit)}`,
  'import cap': ({ maxShare }) => `${text(maxShare?.had)} imported, limit ${text(maxShare?.limit)}`,
}

function text(value: unknown): string {
  return JSON.stringify(value)
}

const WHY: Record<string, string> = {
  'older than 3 years at registration': 'combination.tooOld',
  'exemption not allowed for this unit': 'combination.notFor',
}

describe('the sample cases of the rules come out as they should', () => {
  test.each(vectors.vectors.map((vector, at) => [`${at + 1}: ${vector.name}`, vector] as const))('%s', (_, vector) => {
    const { ruleset, qualification, registered, satisfied, checks, refused } = vector
    const held = vector.held as Holding[]
    const answer = combine(RULESETS[ruleset as keyof typeof RULESETS], {
      qualification,
      held,
      registered,
      on: registered,
    })
    expect(answer.value.isMet).toBe(satisfied)
    expect(answer.value.completions.further?.size === 0).toBe(satisfied)
    expect(answer.counted.length + answer.notCounted.length).toBe(held.length)
    const figures = figuresOf(answer)
    for (const { check, ok, detail } of checks) {
      const kind = check.startsWith('mandatory') ? 'mandatory' : check
      expect({ check, detail: DETAILS[kind]?.(figures, answer.value.sizeUnit) }).toEqual({ check, detail })
      expect({ check, ok: figures[STEP[kind] ?? '']?.isMet }).toEqual({ check, ok })
    }
    const outright = ['combination.tooOld', 'combination.notFor']
    expect(
      answer.notCounted.filter(({ code }) => outright.includes(code)).map(({ item, code }) => [item, code]),
    ).toEqual(refused.map(({ unit, why }) => [unit, WHY[why]]))
  })
})
