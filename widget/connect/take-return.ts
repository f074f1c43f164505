/** Where this page was come back to, from a connect in the same tab. */
import type { Surroundings } from '../browser/surroundings.ts'

/**
 * Reads the fragment and removes it from the address at once, before anything else can see or keep it.
 *
 * @returns what the Worker sent back with the user; null where the page was just opened
 */
export const takeReturn = ({ page }: Surroundings): URLSearchParams | null => {
  const [address = '', fragment = ''] = page.url().split('#', 2)
  const parameters = new URLSearchParams(fragment)
  if (!parameters.has('pipes_attempt')) return null
  page.rewrite(address)
  return parameters
}
