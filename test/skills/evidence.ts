import type { GapWorld, SkillEvidence, Target } from '#skills'
import { bundled } from './packages.ts'

export const HOLDER = 'did:key:zHolder'

export const WORLD: GapWorld = {
  on: '2026-11-01',
  holder: [HOLDER],
  currency: bundled('currency', 'currency/defaults'),
  levels: bundled('levels', 'levels/uk-eqf'),
}

/** A credential of a provider that shows some skills, for a test to change. */
export function evidence(item: string, terms: readonly string[], changes: Partial<SkillEvidence> = {}): SkillEvidence {
  return {
    item,
    terms,
    assurance: 'ProviderAssessed',
    by: 'did:web:college.example',
    awardedOn: '2026-01-15',
    status: 'active',
    ...changes,
  }
}

/** A target that has to be there. */
export function target(found: Target | null): Target {
  if (found === null) throw new Error('no such target')
  return found
}
