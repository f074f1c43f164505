/** The other half of a connect in this tab: completed on the page that was come back to. */
import { createSharedApi } from '../../api/shared-api.ts'
import { problem, type Problem } from '../../api/problem.ts'
import type { ConnectOutcome } from '../../connect/outcome.ts'
import { completeReturn, returnOf } from '../../more/by-redirect.ts'
import type { SharesInput } from '../shares.ts'

export type Returned =
  | { readonly key: string; readonly outcome: ConnectOutcome }
  /** It belongs to no row. */
  | { readonly problem: Problem }

/** @param returned what the address of this page had when it was loaded */
export const finishReturn = async (
  returned: URLSearchParams,
  { api: { client, apiUrl }, surroundings, row, learn, alive, untilSessionIsBack }: SharesInput,
): Promise<Returned> => {
  const { attemptId, kept, result } = returnOf(returned, surroundings, 'pipes-admin')
  const key = `shared:${kept?.slug}`
  if (kept === null || !row(key)) {
    return { problem: problem(result.kind === 'error' ? result.code : 'completion_refused') }
  }
  if (result.kind === 'error') {
    return { key, outcome: { kind: 'failed', problem: problem(result.code) } }
  }
  const input = { attemptId, verifier: kept.verifier, completionCode: result.completionCode }
  const api = createSharedApi(client, apiUrl)
  for (;;) {
    learn({ kind: 'started', key, activity: 'completing' })
    const outcome = await completeReturn(input, api, surroundings, alive())
    if (outcome.kind !== 'session_over' || alive().aborted) return { key, outcome }
    await untilSessionIsBack()
  }
}
