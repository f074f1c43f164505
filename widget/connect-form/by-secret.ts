/** Connect with what a person has typed: no window and no attempt, one request. */
import { aimBody, type Aim, type PipesApi } from '../api/pipes-api.ts'
import { failedWith, type ConnectOutcome } from '../connect/outcome.ts'
import type { SecretEntry } from './contract.ts'

/** The secret lives in `entry` and in the request's body, and nowhere after them. */
export const connectBySecret = async (
  slug: string,
  aim: Aim,
  entry: SecretEntry,
  api: PipesApi,
): Promise<ConnectOutcome> => {
  const answer = await put(slug, entry, aimBody(aim), api)
  return answer.ok ? { kind: 'connected', account: answer.value } : failedWith(answer.failure)
}

const put = (
  slug: string,
  entry: SecretEntry,
  aim: ReturnType<typeof aimBody>,
  api: PipesApi,
): ReturnType<PipesApi['putSecret']> => {
  if (entry.method === 'api_key') {
    const { secret, config } = entry
    return api.putSecret(slug, 'api-key', { secret, ...(config && { config }), ...aim })
  }
  const { clientId, clientSecret, config } = entry
  return api.putSecret(slug, 'client-credentials', {
    client_id: clientId,
    client_secret: clientSecret,
    ...(config && { config }),
    ...aim,
  })
}
