import type { Standing } from '#credential'
import { Heading, sentences } from '#web'
import type { CredentialAnswer } from '../answer.ts'
import { checkWords } from './check-words.ts'

const STANDINGS: readonly Standing[] = ['notGenuine', 'noLongerValid', 'notYetValid', 'unchecked']

/** The headline over several credentials: how many are genuine, and what the others are. */
export function Counted({ reports }: { reports: readonly CredentialAnswer[] }) {
  const words = checkWords()
  const genuine = reports.filter(({ standing }) => standing === 'genuine').length
  const rest = STANDINGS.flatMap((standing) => {
    const found = reports.filter((report) => report.standing === standing).length
    return found === 0 ? [] : [[found, sentences().standings[standing]] as const]
  })
  if (reports.length === 0) return <Heading lead={words.nothingLead}>{words.nothing}</Heading>
  return (
    <Heading lead={rest.length === 0 ? words.eachByItself(reports.length) : words.genuineAnd(genuine, rest)}>
      {words.genuineOf(genuine, reports.length)}
    </Heading>
  )
}
