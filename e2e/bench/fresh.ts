/**
 * Fresh vending against the floors: short alternating rounds in one run, each compared with its neighbours,
 * so that a machine that is slow for a while is slow for all of them.
 */
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
  /** Its speed in parts of each floor's: the median of the rounds' own ratios. */
  readonly ratios: readonly number[]
  readonly p50Ms: number
  readonly cpuMicros: number
}

const WARM_UP_MS = 1000

type Sample = Measured & { readonly cpuMicros: number }

/**
 * @param floors what the target is measured against
 * @param roundMs milliseconds of one round of one of them
 */
export async function compare(
  floors: readonly Target[],
  target: Target,
  concurrencies: readonly number[],
  rounds: number,
  roundMs: number,
): Promise<Row[]> {
  const targets = [...floors, target]
  // What an isolate compiles, it compiles once.
  for (const one of targets) await sample(one, 16, WARM_UP_MS)
  const rows: Row[] = []
  for (const concurrency of concurrencies) {
    const samples = targets.map((): Sample[] => [])
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, one] of targets.entries()) {
        samples[index]?.push(await sample(one, concurrency, roundMs))
      }
    }
    for (const [index, { name }] of targets.entries()) {
      const own = samples[index] ?? []
      rows.push({
        name,
        concurrency,
        perSecond: median(own.map(({ perSecond }) => perSecond)),
        ratios: floors.map((_, floor) =>
          median(
            own.map(
              ({ perSecond }, round) => perSecond / (samples[floor]?.[round]?.perSecond ?? 0),
            ),
          ),
        ),
        p50Ms: median(own.map(({ p50Ms }) => p50Ms)),
        cpuMicros: median(own.map(({ cpuMicros }) => cpuMicros)),
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
