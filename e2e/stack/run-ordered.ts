/** Runs steps in their order, some at a time: each when those that it needs have ended. */
import type { Step } from './steps.ts'

/**
 * @param steps a step comes after those that it needs
 * @param of `atOnce`: how many run beside each other; `run`: never rejects
 */
export async function runOrdered(
  steps: readonly Step[],
  of: { readonly atOnce: number; readonly run: (step: Step) => Promise<void> },
): Promise<void> {
  const waiting = [...steps]
  const running = new Map<Step, Promise<Step>>()
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < of.atOnce ? nextOf(waiting, [...running.keys()]) : undefined
    if (next === undefined) {
      running.delete(await Promise.race(running.values()))
      continue
    }
    waiting.splice(waiting.indexOf(next), 1)
    running.set(
      next,
      of.run(next).then(() => next),
    )
  }
}

/** The first that may start now. One that wants to be alone keeps the later ones waiting, too. */
function nextOf(waiting: readonly Step[], running: readonly Step[]): Step | undefined {
  if (running.some((step) => step.isAlone === true)) return undefined
  const unfinished = new Set([...running, ...waiting].map(({ name }) => name))
  for (const step of waiting) {
    if (step.isAlone === true) return running.length === 0 ? step : undefined
    if (step.needs?.some((name) => unfinished.has(name)) !== true) return step
  }
  return undefined
}
