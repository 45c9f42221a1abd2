export interface Tally {
  passed: number
  failed: number
}

interface Suite {
  name?: unknown
  message?: unknown
  assertionResults?: { fullName?: unknown; status?: unknown }[]
}

/**
 * Counts what jest reports (`--json`). Only a test that ran and passed is a pass: one that is skipped or still to be
 * written is a failure, and so is a file that cannot be loaded or a report that is missing. Where the caller chose
 * tests by name, those not chosen count as neither.
 */
export function tallyOf(report: unknown, { mayChoose = false } = {}): Tally & { faults: string[] } {
  const suites = suitesOf(report)
  if (!suites) return { passed: 0, failed: 1, faults: ['jest left no results.'] }
  const tally: Tally & { faults: string[] } = { passed: 0, failed: 0, faults: [] }
  for (const { name, message, assertionResults = [] } of suites) {
    if (assertionResults.length === 0) {
      tally.failed++
      tally.faults.push(`no test could be run: ${String(name)}${message ? '' : ' (it holds none)'}`)
    }
    for (const { fullName, status } of assertionResults) {
      if (status === 'passed') tally.passed++
      else if (status === 'failed') tally.failed++
      else if (!mayChoose || status !== 'pending') {
        tally.failed++
        tally.faults.push(`${String(status)}, which counts as failed: ${String(fullName)}`)
      }
    }
  }
  return tally
}

function suitesOf(report: unknown): Suite[] | undefined {
  if (typeof report !== 'object' || report === null || !('testResults' in report)) return undefined
  return Array.isArray(report.testResults) ? report.testResults : undefined
}
