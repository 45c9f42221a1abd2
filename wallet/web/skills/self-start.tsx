import type { Language } from '#platform'
import { statementsOf, type Technique, type TechniqueResult } from '#skills'
import { Actions, ButtonLink, Heading, Notice, page, translated } from '#web'
import { lastAnswers, type SelfAssessment } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import { backOf, frameOf } from '../frame.ts'
import { selfPageWords } from './self-page-words.tsx'
import { selfWords } from './self-words.ts'

interface StartPage {
  person: Person
  self: SelfAssessment
  /** What the techniques are in. */
  language: Language
}

/** What it is for, the way in, and each technique with where one is in it. */
export const selfStartPage = translated(
  ({ person, self }: StartPage): string => {
    const words = selfPageWords()
    const { framework, answers } = self
    const rows = framework.content.techniques.map((technique) => rowOf(technique, self))
    const isBegun = answers.length > 0
    const next =
      rows.find(({ answered, asked }) => answered > 0 && answered < asked) ??
      rows.find(({ answered }) => answered === 0)
    return page({
      ...frameOf(person, '/skills'),
      title: words.title,
      body: (
        <div class="flow">
          <Heading back={backOf(person)} lead={words.lead}>
            {words.title}
          </Heading>
          <Notice title={selfWords().ownWord}>{words.notATest}</Notice>
          <Actions>
            {isBegun ? (
              next && (
                <ButtonLink href={`/skills/self-assessment/${next.technique.code}`}>
                  {next.answered > 0 ? words.goOnWith(next.technique.title) : words.answer(next.technique.title)}
                </ButtonLink>
              )
            ) : (
              <ButtonLink href="/skills/self-assessment/ready">{words.seeIfReady}</ButtonLink>
            )}
            {isBegun && person.helper === undefined && (
              <ButtonLink href="/skills/progress" variant="secondary">
                {words.seeProgress}
              </ButtonLink>
            )}
          </Actions>
          <section class="flow">
            <h2>{words.techniques(rows.length)}</h2>
            <ul class="lines">
              {rows.map((row) => (
                <li key={row.technique.code}>
                  <a href={`/skills/self-assessment/${row.technique.code}`}>{row.technique.title}</a>
                  <span class="soft">{standingOf(row)}</span>
                </li>
              ))}
            </ul>
          </section>
          <p class="soft">{words.sources(framework.id, framework.version)}</p>
        </div>
      ),
    })
  },
  ({ language }) => language,
)

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
  const words = selfPageWords()
  const { levels, ownWord, withHelp } = selfWords()
  if (answered === 0) return words.notAnswered
  const level = result === undefined ? words.notSureYet : levels[result.level]
  const standing = answered < asked ? words.soFar(level, answered, asked) : `${level}. ${ownWord}`
  return result?.withHelp === true ? `${standing}. ${withHelp}` : standing
}
