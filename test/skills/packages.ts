import { bundledPackages, catalogueOf, type Kind, type Package } from '#skills'

/** A ruleset of one unit and one qualification, for a test to change. */
export function ruleset(changes: object = {}) {
  return {
    id: 'test/rules',
    version: '1.0.0',
    kind: 'ruleset',
    layer: 'core',
    title: 'Rules',
    sizeUnit: 'credit',
    sources: ['a test'],
    units: [{ id: 'A/1', area: 'A', title: 'A', level: 1, credit: 3, confidence: 'illustrative' }],
    qualifications: [
      {
        id: 'Q',
        title: 'Q',
        level: 1,
        min: 3,
        mandatory: ['A/1'],
        recognition: { '*': { maxShare: 0.5, strict: true } },
      },
    ],
    ...changes,
  }
}

/** Two competences and a role, for a test to change. */
export function competences(changes: object = {}) {
  return {
    id: 'test/competences',
    version: '1.0.0',
    kind: 'competences',
    layer: 'sector',
    competences: [
      { id: 'HV1', name: 'Awareness', currency: 'P3Y', onLapse: 'HistoricOnly' },
      { id: 'HV2', name: 'Isolation', currency: 'P2Y', grace: 'P1M', onLapse: 'NotAuthorised', requires: ['HV1'] },
    ],
    roles: [{ id: 'TECH', title: 'Technician', requires: [{ c: 'HV2', mustBeCurrent: true }] }],
    ...changes,
  }
}

/** A layer over those competences, for a test to change. */
export function overlay(changes: object = {}) {
  return {
    id: 'overlay/maker',
    version: '1.0.0',
    kind: 'overlay',
    layer: 'local',
    extends: 'test/competences',
    owner: 'A maker',
    ...changes,
  }
}

const BUNDLED = catalogueOf(bundledPackages())

/** A package that comes with the software, known to be of that kind. */
export function bundled<K extends Kind>(kind: K, id: string): Package<K> {
  const found = BUNDLED.find(id)
  if (found?.kind !== kind) throw new Error(`${id} is not of the kind ${kind}`)
  return found as Package<K>
}
