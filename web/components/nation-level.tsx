import type { CredentialSummary } from '#credential'
import { NATIONS, reader } from '#platform'
import { frameworks, levelIn, levelUri } from '#skills'
import { Away } from './Away.tsx'
import { Button } from './Button.tsx'
import { credentialWords } from './credential-words.ts'
import { Field } from './Field.tsx'
import { nationWords } from './nation-words.ts'
import type { SummaryRow } from './SummaryList.tsx'

/** A level as it is stated, and where more is said of it. */
export function Level({ level }: { level: NonNullable<CredentialSummary['level']> }) {
  const parts = [level.framework, level.code].filter((part) => part !== null)
  const code = parts.every((part) => level.name.includes(part)) ? credentialWords().aboutLevel : parts.join(', ')
  return (
    <>
      <bdi>{level.name}</bdi>
      {code && (
        <>
          {' '}
          <span class="soft">
            (<Away url={level.url}>{code}</Away>)
          </span>
        </>
      )}
    </>
  )
}

/**
 * The level of a credential as the nation of whoever reads knows it, beside the one that is stated and never in its place.
 * Nothing where no nation was chosen, or where it is stated in that nation's own framework.
 */
export function nationLevelRow(level: CredentialSummary['level']): SummaryRow[] {
  const { nation } = reader()
  if (nation === null || level === null) return []
  const table = frameworks().levels
  const found = levelIn(table, nation, { framework: level.framework ?? '', code: level.code ?? '' })
  if (found.isSame) return []
  const words = nationWords()
  const value =
    found.levels.length === 0 ? (
      words.noBasis(found.framework)
    ) : (
      <>
        {found.levels.map((one, index) => (
          <span key={one.code}>
            {index > 0 && words.or}
            <Away url={levelUri(table, one)}>{`${words.frameworks[one.framework]} ${one.code}`}</Away>
          </span>
        ))}{' '}
        <span class="soft">({words.comparable})</span>
      </>
    )
  return [{ label: words.levelIn(nation), value }]
}

/** Asks in which nation's levels to show levels. It works without scripts, and comes back to the page at `action`. */
export function NationChoice({ action }: { action: string }) {
  const { nation } = reader()
  const words = nationWords()
  return (
    <form class="ask" method="get" action={action}>
      <Field
        name="nation"
        label={words.show}
        width="medium"
        value={nation ?? 'none'}
        options={[
          { value: 'none', label: words.asStated },
          ...NATIONS.map((one) => ({ value: one, label: words.nations[one] })),
        ]}
        either
      />
      <Button variant="secondary">{words.choose}</Button>
    </form>
  )
}
