import { z } from 'zod'
import { PassportError, reader } from '#platform'
import type { Route } from '#server'
import { type Package, prerequisitesOf, readinessCheck, type Statement, techniquesIn } from '#skills'
import { answerStatement, assessSelf, lastAnswers, techniqueOf } from '../assess-self.ts'
import type { WalletParts } from '../parts.ts'
import { selfQuestionPage } from '../web/skills/self-question.tsx'
import { selfReadinessPage } from '../web/skills/self-readiness.tsx'
import { selfResultPage } from '../web/skills/self-result.tsx'
import { selfStartPage } from '../web/skills/self-start.tsx'
import { own } from './own.ts'

const TAG = 'Skills'
const AT = '/skills/self-assessment'

const technique = z.object({ technique: z.string().max(40) })
const question = technique.extend({ number: z.string().regex(/^[1-9]\d?$/) })
const help = z.object({ help: z.literal('1').optional() })
const answerForm = z.object({ said: z.enum(['yes', 'no', 'notSure']), help: z.literal('1').optional() })

/** Self-assessment: one statement at a time, each answer kept at once. */
export function selfAssessmentRoutes(parts: WalletParts): Route[] {
  const techniques = () => techniquesIn(parts.frameworks, reader().language)
  return [
    own(parts, {
      method: 'GET',
      path: AT,
      summary: 'What self-assessment is for, and where one is in it.',
      tag: TAG,
      help: 'selfAssessment',
      run: async (person) => {
        const { value, language } = techniques()
        const self = await assessSelf(parts, person, value)
        return { html: selfStartPage({ person, self, language }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/ready`,
      summary: 'Whether one can do it alone, or better with someone.',
      tag: TAG,
      help: 'selfAssessment',
      run: async (person) => {
        const { value: framework, language } = techniques()
        const self = await assessSelf(parts, person, framework)
        const wanted = readinessStatements(framework)
        const ready = readinessCheck(framework, answersOf(self.found.counted), self.today)
        const last = lastAnswers(self.answers)
        return { html: selfReadinessPage({ person, statements: wanted, last, ready, language }) }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/ready/:number`,
      summary: 'Answer one question of the readiness check.',
      tag: TAG,
      help: 'selfAssessment',
      params: question.pick({ number: true }),
      body: { form: answerForm },
      run: async (person, { params: { number }, body }) => {
        const framework = parts.frameworks.techniques
        const statement = nth(readinessStatements(framework), number)
        await answerStatement(parts, person, { framework, statement }, saidIn(body))
        return { redirect: `${AT}/ready` }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:technique`,
      summary: 'The first question of a technique that is open, or what was found.',
      tag: TAG,
      help: 'selfAssessment',
      params: technique,
      query: help,
      run: async (person, { params, query }) => {
        const { answers, framework } = await assessSelf(parts, person, parts.frameworks.techniques)
        const { technique: one, statements } = techniqueOf(framework, params.technique)
        const last = lastAnswers(answers)
        const open = statements.findIndex(({ id }) => !last.has(id))
        return { redirect: open < 0 ? `${AT}/${one.code}/result` : questionAt(one.code, open + 1, query.help) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:technique/result`,
      summary: 'The level in a technique, and what holds the next one back.',
      tag: TAG,
      help: 'selfAssessment',
      params: technique,
      run: async (person, { params, takeFlash }) => {
        const { value, language } = techniques()
        const self = await assessSelf(parts, person, value)
        const { technique: one, statements } = techniqueOf(self.framework, params.technique)
        return { html: selfResultPage({ person, self, technique: one, statements, flash: takeFlash(), language }) }
      },
    }),
    own(parts, {
      method: 'GET',
      path: `${AT}/:technique/:number`,
      summary: 'One statement, to be answered with yes, no or not sure.',
      tag: TAG,
      help: 'selfAssessment',
      params: question,
      query: help,
      run: async (person, { params, query }) => {
        const { value, language } = techniques()
        const { answers, framework, today } = await assessSelf(parts, person, value)
        const { technique: one, statements } = techniqueOf(framework, params.technique)
        const statement = nth(statements, params.number)
        return {
          html: selfQuestionPage({
            person,
            technique: one,
            statement,
            number: Number(params.number),
            total: statements.length,
            before: lastAnswers(answers).get(statement.id),
            today,
            withHelp: query.help === '1',
            prerequisites: prerequisitesOf(framework, one.code),
            language,
          }),
        }
      },
    }),
    own(parts, {
      method: 'POST',
      path: `${AT}/:technique/:number`,
      summary: 'Answer one statement. It is kept at once.',
      tag: TAG,
      help: 'selfAssessment',
      params: question,
      body: { form: answerForm },
      run: async (person, { params, body }) => {
        const framework = parts.frameworks.techniques
        const { technique: one, statements } = techniqueOf(framework, params.technique)
        const statement = nth(statements, params.number)
        await answerStatement(parts, person, { framework, statement }, saidIn(body))
        const next = Number(params.number) + 1
        return {
          redirect: next > statements.length ? `${AT}/${one.code}/result` : questionAt(one.code, next, body.help),
        }
      },
    }),
  ]
}

function readinessStatements(framework: Package<'techniques'>): Statement[] {
  const { readiness } = framework.content
  return techniqueOf(framework, readiness.technique).statements.filter(({ id }) => readiness.statements.includes(id))
}

function answersOf(counted: readonly { item: string; values: Readonly<Record<string, unknown>> }[]) {
  return counted.map(({ item, values }) => ({ statement: item, answer: values.answer === true, on: null }))
}

function nth(statements: readonly Statement[], number: string): Statement {
  const found = statements[Number(number) - 1]
  if (found === undefined) throw new PassportError('request.notFound', 'There is no such question. Begin again.')
  return found
}

const questionAt = (code: string, number: number, withHelp: string | undefined) =>
  `${AT}/${code}/${number}${withHelp === undefined ? '' : '?help=1'}`

const saidIn = ({ said, help: withHelp }: z.infer<typeof answerForm>) => ({ said, withHelp: withHelp === '1' })
