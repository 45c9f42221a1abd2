import type { Package } from './model.ts'
import { loadPackage } from './package.ts'
import alignments from './packages/alignments-references.json' with { type: 'json' }
import motorsport from './packages/auto-motorsport.json' with { type: 'json' }
import contrasts from './packages/contrasts-uk.json' with { type: 'json' }
import creditSchemes from './packages/credit-schemes.json' with { type: 'json' }
import currency from './packages/currency-defaults.json' with { type: 'json' }
import earlyYears from './packages/early-years-practical.json' with { type: 'json' }
import eskills from './packages/eskills-2006.json' with { type: 'json' }
import exampleMotors from './packages/example-motors.json' with { type: 'json' }
import itq2003 from './packages/itq-2003.json' with { type: 'json' }
import itq2009 from './packages/itq-2009.json' with { type: 'json' }
import labelsOfEskills from './packages/labels-cy-eskills-2006.json' with { type: 'json' }
import labelsOfLevels from './packages/labels-cy-levels-uk-eqf.json' with { type: 'json' }
import levels from './packages/levels-uk-eqf.json' with { type: 'json' }
import lle from './packages/lle-england.json' with { type: 'json' }
import weights from './packages/next-step-weights.json' with { type: 'json' }
import standards from './packages/occupational-standards-digital.json' with { type: 'json' }
import opportunities from './packages/opportunities-demo.json' with { type: 'json' }
import qualificationTypes from './packages/qualification-types-uk.json' with { type: 'json' }
import recognition from './packages/recognition-library.json' with { type: 'json' }
import relations from './packages/relations-uk-digital.json' with { type: 'json' }
import skillClasses from './packages/skill-classes-uk.json' with { type: 'json' }

const BUNDLED: readonly unknown[] = [
  levels,
  qualificationTypes,
  eskills,
  itq2003,
  itq2009,
  standards,
  motorsport,
  exampleMotors,
  earlyYears,
  recognition,
  creditSchemes,
  lle,
  currency,
  weights,
  opportunities,
  relations,
  labelsOfEskills,
  labelsOfLevels,
  skillClasses,
  contrasts,
  alignments,
]

let loaded: readonly Package[] | undefined

/** The packages that come with this software. Others are handed to `loadPackage` and put beside them in a catalogue. */
export function bundledPackages(): readonly Package[] {
  loaded ??= Object.freeze(BUNDLED.map(loadPackage))
  return loaded
}
