import type { Standing } from '#credential'
import { count, en, Heading } from '#web'
import type { CredentialAnswer } from '../answer.ts'

const STANDINGS: readonly Standing[] = ['notGenuine', 'noLongerValid', 'notYetValid', 'unchecked']

/** The headline over several credentials: how many are genuine, and what the others are. */
export function Counted({ reports }: { reports: readonly CredentialAnswer[] }) {
  const genuine = reports.filter(({ standing }) => standing === 'genuine').length
  const rest = STANDINGS.flatMap((standing) => {
    const found = reports.filter((report) => report.standing === standing).length
    return found === 0 ? [] : [`${found} ${en.standings[standing].toLowerCase()}`]
  })
  if (reports.length === 0)
    return <Heading lead="There is no credential in it that could be checked.">Nothing to check</Heading>
  return (
    <Heading
      lead={
        rest.length === 0
          ? `${count(reports.length, 'credential')}, each checked by itself.`
          : `${genuine} genuine, ${rest.join(', ')}.`
      }
    >
      {genuine} of {reports.length} genuine
    </Heading>
  )
}
