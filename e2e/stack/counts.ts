/** How many tests a runner says it ran, read from its JSON report. */
import { readFile } from 'node:fs/promises'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

export const add = (left: Counts, right: Counts): Counts => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
})

export const asWords = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** A flaky test passed at last; its retries are in Playwright's own output. */
type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly flaky: number
    readonly unexpected: number
    readonly skipped: number
  }
}

/** @returns undefined when the runner ended before it could write a report */
export async function readCounts(
  runner: 'vitest' | 'playwright',
  path: string,
): Promise<Counts | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  if (runner === 'vitest') {
    const report = JSON.parse(text) as VitestReport
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  }
  const { stats } = JSON.parse(text) as PlaywrightReport
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }
}
