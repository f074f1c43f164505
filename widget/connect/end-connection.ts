/** Cuts a connection. */
import type { PipesApi } from '../api/pipes-api.ts'
import { isGone, type RequestFailure } from '../api/problem.ts'

/** @returns null when the connection is no more, whoever ended it */
export const endConnection = async (id: string, api: PipesApi): Promise<RequestFailure | null> => {
  const answer = await api.disconnect(id)
  return answer.ok || isGone(answer.failure) ? null : answer.failure
}
