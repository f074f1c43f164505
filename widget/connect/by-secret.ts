/** Connect with what a person has typed: no window and no attempt, one request. */
import type { Aim, PipesApi } from '../api/pipes-api.ts'
import type { SecretEntry } from '../connect-form/contract.ts'
import { failedWith, type ConnectOutcome } from './outcome.ts'

/** The secret lives in `entry` and in the request's body, and nowhere after them. */
export const connectBySecret = async (
  slug: string,
  aim: Aim,
  entry: SecretEntry,
  api: PipesApi,
): Promise<ConnectOutcome> => {
  const answer =
    entry.method === 'api_key'
      ? await api.putKey(slug, aim, entry.secret)
      : await api.putClient(slug, aim, entry)
  return answer.ok ? { kind: 'connected', account: answer.value } : failedWith(answer.failure)
}
