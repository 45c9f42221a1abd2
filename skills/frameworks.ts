import { PassportError } from '#platform'
import { bundledPackages } from './bundled.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { layered } from './layers.ts'
import type { CurrencyPolicy, Kind, Package, Unit } from './model.ts'

/** The frameworks that a passport is read by: packages with their layers laid over them, and their terms by name. */
export interface Frameworks {
  catalogue: Catalogue
  currency: Package<'currency'>
  levels: Package<'levels'>
  types: Package<'qualificationTypes'>
  techniques: Package<'techniques'>
  library: Package<'recognition'>
  schemes: Package<'creditSchemes'>
  ranking: Package<'ranking'>
  opportunities: readonly Package<'opportunities'>[]
  standards: readonly Package<'standards'>[]
  competences: readonly Package<'competences'>[]
  rulesets: readonly Package<'ruleset'>[]
  /** What a credential is aligned to, by framework (`id`, or `id version`) and code, as a term of a target; undefined for what no package has. */
  termOf: (framework: string, code: string) => string | undefined
  /** The term that is called so, in whatever case; undefined where none is, or several are. */
  termNamed: (name: string) => string | undefined
  /** Units by the identifier that Ofqual gave them, as `ruleset#unit`. */
  unitsOf: (ofqualUnit: string) => readonly string[]
  /** Every term that can be shown, with what it is called. */
  names: readonly { term: string; name: string }[]
  /** What a term is called; the term itself where no package names it. */
  nameOf: (term: string) => string
  /** How long a competence lasts, by its framework; undefined for what has no such rule. */
  policyOf: (term: string) => CurrencyPolicy | undefined
}

let bundled: Frameworks | undefined

/** The frameworks that come with the software. */
export function frameworks(): Frameworks {
  bundled ??= frameworksOf(catalogueOf(bundledPackages()))
  return bundled
}

/** Reads a catalogue once. `package.malformed` where a kind that no page does without is missing. */
export function frameworksOf(catalogue: Catalogue): Frameworks {
  const overlays = catalogue.ofKind('overlay')
  const withLayers = <P extends Package>(base: P): P => {
    const own = overlays.filter(({ content }) => content.extends === base.id)
    return own.length === 0 ? base : layered(base, own)
  }
  const competences = catalogue.ofKind('competences').map(withLayers)
  const standards = catalogue.ofKind('standards').map(withLayers)
  const rulesets = catalogue.ofKind('ruleset').map(withLayers)
  const techniques = withLayers(only(catalogue, 'techniques'))
  const terms = new Map([
    ...competences.flatMap(competencesIn),
    ...standards.map(skillsIn),
    ...rulesets.map(unitsIn),
    techniquesIn(techniques),
  ])
  const byTerm = new Map([...terms.values()].flatMap((codes) => [...codes.values()].map((one) => [one.term, one])))
  const byName = Map.groupBy(byTerm.values(), ({ name }) => sameName(name))
  const units = unitsByOfqual(rulesets)
  return {
    catalogue,
    currency: only(catalogue, 'currency'),
    levels: only(catalogue, 'levels'),
    types: only(catalogue, 'qualificationTypes'),
    techniques,
    library: only(catalogue, 'recognition'),
    schemes: only(catalogue, 'creditSchemes'),
    ranking: only(catalogue, 'ranking'),
    opportunities: catalogue.ofKind('opportunities'),
    standards,
    competences,
    rulesets,
    termOf(framework, code) {
      const [id = '', version, ...more] = framework.split(' ')
      if (more.length > 0 || catalogue.find(id, version) === undefined) return undefined
      return terms.get(id)?.get(code)?.term
    },
    termNamed(name) {
      const [only, ...more] = byName.get(sameName(name)) ?? []
      return more.length > 0 ? undefined : only?.term
    },
    unitsOf: (ofqualUnit) => units.get(ofqualUnit) ?? [],
    names: [...byTerm.values()].map(({ term, name }) => ({ term, name })),
    nameOf: (term) => byTerm.get(term)?.name ?? term,
    policyOf: (term) => byTerm.get(term)?.policy,
  }
}

const sameName = (name: string) => name.normalize('NFC').trim().toLowerCase()

interface Term {
  term: string
  name: string
  policy?: CurrencyPolicy
}

/** The terms of one package, by the code that each has there. */
type Codes = [framework: string, codes: ReadonlyMap<string, Term>]

/** Under the name of the package, and under those of the layers that are over it. */
function competencesIn({ id, overlays, content }: Package<'competences'>): Codes[] {
  const codes = new Map(
    content.competences.map((one) => [one.id, { term: one.id, name: one.name, policy: one } satisfies Term]),
  )
  return [id, ...overlays.map((overlay) => overlay.id)].map((name) => [name, codes])
}

function skillsIn({ id, content }: Package<'standards'>): Codes {
  const skills = content.standards.flatMap((standard) => standard.skills)
  return [id, new Map(skills.map((skill) => [skill.id, { term: skill.id, name: skill.name }]))]
}

function unitsIn({ id, content }: Package<'ruleset'>): Codes {
  const name = ({ title, level }: Unit) => `${title}, level ${level}`
  return [id, new Map(content.units.map((unit) => [unit.id, { term: `${id}#${unit.id}`, name: name(unit) }]))]
}

function techniquesIn({ id, content }: Package<'techniques'>): Codes {
  return [id, new Map(content.techniques.map(({ code, title }) => [code, { term: `${id}#${code}`, name: title }]))]
}

function unitsByOfqual(rulesets: Frameworks['rulesets']): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, content } of rulesets) {
    for (const { id: unit, ofqualUnit } of content.units) {
      if (ofqualUnit !== undefined) found.set(ofqualUnit, [...(found.get(ofqualUnit) ?? []), `${id}#${unit}`])
    }
  }
  return found
}

function only<K extends Kind>(catalogue: Catalogue, kind: K): Package<K> {
  const [found] = catalogue.ofKind(kind)
  if (found === undefined) {
    throw new PassportError('package.malformed', `There is no package of the kind ${kind}: load one.`)
  }
  return found
}
