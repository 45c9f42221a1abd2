import { catalogue } from '#web'
import { COMPUTERS, NAMED } from '../../skills/areas.ts'

/** The names of areas that are our own; others are those of frameworks. */
export const areaWords = catalogue({
  en: { computers: COMPUTERS, named: NAMED },
  cy: { computers: 'Defnyddio cyfrifiaduron', named: 'Wedi’i enwi gan bwy bynnag sy’n dweud hynny' },
})

/** What an area is called where it is one of ours; undefined of one that a framework names. */
export function ownArea(name: string): string | undefined {
  if (name === COMPUTERS) return areaWords().computers
  return name === NAMED ? areaWords().named : undefined
}
