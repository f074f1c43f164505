/** Where this page was come back to, from a connect in the same tab. */
import type { Surroundings } from '../browser/surroundings.ts'

/** Which of the elements of a page began it: each takes up its own. */
export type Beginner = 'pipes' | 'pipes-admin'

/** Under which name an attempt waits in sessionStorage. */
export const keyOfAttempt = (attemptId: string, beginner: Beginner): string =>
  beginner === 'pipes' ? `pipes_attempt:${attemptId}` : `pipes_admin_attempt:${attemptId}`

/**
 * Reads the fragment and removes it from the address at once, before anything else can see or keep it.
 *
 * @returns what the Worker sent back with the user; null where the page was just opened, or another element began it
 */
export const takeReturn = (
  { page, storage }: Surroundings,
  beginner: Beginner = 'pipes',
): URLSearchParams | null => {
  const [address = '', fragment = ''] = page.url().split('#', 2)
  const parameters = new URLSearchParams(fragment)
  const attemptId = parameters.get('pipes_attempt')
  if (attemptId === null || begunBy(attemptId, storage) !== beginner) return null
  page.rewrite(address)
  return parameters
}

/** What nobody on this page began is the widget's to explain. */
const begunBy = (attemptId: string, storage: Surroundings['storage']): Beginner => {
  try {
    const isKept = storage().getItem(keyOfAttempt(attemptId, 'pipes-admin')) !== null
    return isKept ? 'pipes-admin' : 'pipes'
  } catch {
    return 'pipes'
  }
}
