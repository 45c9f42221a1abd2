import { pathToFileURL } from 'node:url'
import { jestExpect } from '@jest/expect'
import { type AssertionResult, createEmptyTestResult, type TestResult } from '@jest/test-result'
import { addEventHandler, type Event, getState, resetState, run, type State } from 'jest-circus'
import { formatExecError, formatResultsErrors } from 'jest-message-util'
import type { Order } from './runner.ts'

type Ran = Awaited<ReturnType<typeof run>>['testResults'][number]

addEventHandler((event: Event, state: State) => {
  if (event.name === 'test_start') {
    jestExpect.setState({ suppressedErrors: [], currentTestName: state.currentlyRunningTest?.name ?? '' })
  }
  if (event.name === 'test_done') {
    event.test.errors.push(...jestExpect.getState().suppressedErrors)
    event.test.errors.push(...jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error))
  }
})

for (const kind of ['uncaughtException', 'unhandledRejection'] as const) process.on(kind, blame)

/** An error that nobody awaits is the fault of the test at work, or of the file. */
function blame(error: unknown): void {
  const { currentlyRunningTest, unhandledErrors } = getState()
  const fault = error instanceof Error ? error : new Error(String(error))
  if (currentlyRunningTest) currentlyRunningTest.errors.push(fault)
  else unhandledErrors.push(fault)
}

/** Loads a test file and runs its tests; answers what jest's reporters want to know. Throws where it does not load. */
export async function runFile({ path, config, globalConfig }: Order): Promise<TestResult> {
  resetState()
  const state = getState()
  state.testTimeout = globalConfig.testTimeout ?? config.testTimeout ?? state.testTimeout
  if (globalConfig.testNamePattern) state.testNamePattern = new RegExp(globalConfig.testNamePattern, 'i')
  jestExpect.setState({ testPath: path, expand: globalConfig.expand })
  const start = Date.now()
  await import(pathToFileURL(path).href)
  const { testResults, unhandledErrors, unhandledErrorsDetailed } = await run()
  const end = Date.now()
  const runtime = end - start
  const results = testResults.map(asAssertion)
  const count = (status: AssertionResult['status']) => results.filter((one) => one.status === status).length
  const inTests = formatResultsErrors(results, config, globalConfig, path)
  const outside = unhandledErrorsDetailed.map((error) => formatExecError(error, config, globalConfig))
  const failureMessage = [inTests ?? '', ...outside].join('\n').trim()
  const empty = createEmptyTestResult()
  return {
    ...empty,
    failureMessage: failureMessage === '' ? null : failureMessage,
    numPassingTests: count('passed'),
    numFailingTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    perfStats: { ...empty.perfStats, start, end, runtime, slow: runtime / 1000 > config.slowTestThreshold },
    ...(unhandledErrors.length > 0 ? { testExecError: { message: '', stack: unhandledErrors.join('\n') } } : {}),
    testFilePath: path,
    testResults: results,
  }
}

function asAssertion({ testPath, status, duration, errors, numPassingAsserts }: Ran): AssertionResult {
  const [title = '', ...ancestors] = testPath.slice(1).reverse()
  const ancestorTitles = ancestors.reverse()
  return {
    ancestorTitles,
    title,
    fullName: [...ancestorTitles, title].join(' '),
    status: errors.length > 0 ? 'failed' : status === 'skip' ? 'pending' : status === 'todo' ? 'todo' : 'passed',
    duration: duration ?? null,
    failureDetails: [],
    failureMessages: errors,
    numPassingAsserts,
  }
}
