/** Fresh vending against the floor: alternating rounds in one run, so that noise meets both. */
import { cpuSeconds } from './cpu.ts'
import { measure, type Measured } from './load.ts'

export type Target = {
  readonly name: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly pid: number | undefined
}

export type Row = {
  readonly name: string
  readonly concurrency: number
  readonly perSecond: number
  readonly ratio: number
  readonly p50Ms: number
  readonly cpuMicros: number
  readonly failures: number
}

type Sample = Measured & { readonly cpuMicros: number }

/**
 * @param targets the floor first
 * @param roundMs milliseconds of one round of one target
 */
export async function compare(
  targets: readonly Target[],
  concurrencies: readonly number[],
  rounds: number,
  roundMs: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const concurrency of concurrencies) {
    const samples = targets.map((): Sample[] => [])
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, target] of targets.entries()) {
        samples[index]?.push(await sample(target, concurrency, roundMs))
      }
    }
    const floor = median((samples[0] ?? []).map(({ perSecond }) => perSecond))
    for (const [index, target] of targets.entries()) {
      const own = samples[index] ?? []
      const perSecond = median(own.map((one) => one.perSecond))
      rows.push({
        name: target.name,
        concurrency,
        perSecond,
        ratio: perSecond / floor,
        p50Ms: median(own.map(({ p50Ms }) => p50Ms)),
        cpuMicros: median(own.map(({ cpuMicros }) => cpuMicros)),
        failures: own.reduce((sum, { failures }) => sum + failures, 0),
      })
    }
  }
  return rows
}

async function sample(target: Target, concurrency: number, durationMs: number): Promise<Sample> {
  const { url, headers, body, pid } = target
  const before = pid === undefined ? 0 : await cpuSeconds(pid)
  const measured = await measure({ url, headers, body, concurrency, durationMs })
  const used = pid === undefined ? 0 : (await cpuSeconds(pid)) - before
  return { ...measured, cpuMicros: (used / Math.max(1, measured.answers)) * 1e6 }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
