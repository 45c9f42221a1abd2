import { statementsOf, type Technique, type TechniqueResult } from '#skills'
import { Actions, ButtonLink, count, Heading, Notice, page } from '#web'
import { lastAnswers, type SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import { backOf, frameOf } from '../frame.ts'
import { OWN_WORD, WITH_HELP } from './self-words.ts'

/** What it is for, the way in, and each technique with where one is in it. */
export function selfStartPage({ person, self }: { person: Person; self: SelfAssessment }): string {
  const { framework, answers } = self
  const rows = framework.content.techniques.map((technique) => rowOf(technique, self))
  const isBegun = answers.length > 0
  const next =
    rows.find(({ answered, asked }) => answered > 0 && answered < asked) ?? rows.find(({ answered }) => answered === 0)
  return page({
    ...frameOf(person, '/skills'),
    title: 'What can you do?',
    body: (
      <div class="flow">
        <Heading
          back={backOf(person)}
          lead="Answer short questions about what you can do with a computer or a phone. You see where you stand, and what to learn next. You need no certificate, and one technique takes about two minutes."
        >
          What can you do?
        </Heading>
        <Notice title={OWN_WORD}>
          This is not a test and not a qualification. It is your own word, and it is marked as that wherever it is
          shown. Only you see it unless you share it.
        </Notice>
        <Actions>
          {isBegun ? (
            next && (
              <ButtonLink href={`/skills/self-assessment/${next.technique.code}`}>
                {next.answered > 0 ? `Go on with “${next.technique.title}”` : `Answer “${next.technique.title}”`}
              </ButtonLink>
            )
          ) : (
            <ButtonLink href="/skills/self-assessment/ready">See if you are ready</ButtonLink>
          )}
          {isBegun && person.helper === undefined && (
            <ButtonLink href="/skills/progress" variant="secondary">
              See your progress
            </ButtonLink>
          )}
        </Actions>
        <section class="flow">
          <h2>{count(rows.length, 'technique')}</h2>
          <ul class="lines">
            {rows.map((row) => (
              <li key={row.technique.code}>
                <a href={`/skills/self-assessment/${row.technique.code}`}>{row.technique.title}</a>
                <span class="soft">{standingOf(row)}</span>
              </li>
            ))}
          </ul>
        </section>
        <p class="soft">
          Levels and techniques: {framework.id}, version {framework.version}. The questions are our own words, from the
          areas of the 2003 standards for people who use IT.
        </p>
      </div>
    ),
  })
}

interface Row {
  technique: Technique
  result: TechniqueResult | undefined
  answered: number
  asked: number
}

function rowOf(technique: Technique, { framework, answers, found }: SelfAssessment): Row {
  const last = lastAnswers(answers)
  const statements = statementsOf(framework, technique.code)
  return {
    technique,
    result: found.value.find((one) => one.technique === technique.code),
    answered: statements.filter(({ id }) => last.has(id)).length,
    asked: statements.length,
  }
}

function standingOf({ result, answered, asked }: Row): string {
  if (answered === 0) return 'Not answered yet'
  const level = result?.level ?? 'Not sure yet'
  const standing = answered < asked ? `${level} so far, ${answered} of ${asked} answered` : `${level}. ${OWN_WORD}`
  return result?.withHelp === true ? `${standing}. ${WITH_HELP}` : standing
}
