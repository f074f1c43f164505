/**
 * A user of the same app who means harm: has a session of their own, calls our API without a browser
 * (so that `Origin` says what they like), and knows each secret that their own page would know.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { HostPage } from './host-page.ts'
import type { PipesApi } from './pipes-api.ts'

export type OwnFlow = {
  readonly attemptId: string
  /** The interstitial: the link that a victim is made to open. */
  readonly url: string
  readonly handoffToken: string
  readonly redirectToken: string
  /** Tries to finish; @returns status and code of the answer. */
  readonly complete: () => Promise<string>
}

type Started = {
  readonly url: string
  readonly handoffToken?: string
  readonly redirectToken: string
  readonly attempt: { readonly id: string }
}

/** @param mode `link`: same-tab, the only kind whose address works without a handoff */
export async function startOwnFlow(
  { pipes, host }: { readonly pipes: PipesApi; readonly host: HostPage },
  attacker: string,
  slug: string,
  mode: 'link' | 'popup',
): Promise<OwnFlow> {
  const token = await pipes.widgetToken(attacker)
  const verifier = randomBytes(32).toString('base64url')
  const post = (path: string, body: unknown, origin = host.origin): Promise<Response> =>
    fetch(`${pipes.url}/_widgets/DataIntegrations/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
  const response = await post(`${slug}/authorize`, {
    requireHandoff: mode === 'popup',
    config: {},
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...(mode === 'link' ? { return_to: `${host.origin}/` } : {}),
  })
  if (!response.ok) throw new Error(await response.text())
  const { url, handoffToken, redirectToken, attempt } = (await response.json()) as Started
  return {
    attemptId: attempt.id,
    url,
    handoffToken: handoffToken ?? '',
    redirectToken,
    complete: async () => {
      const answer = await post(`attempts/${attempt.id}/complete`, { code_verifier: verifier })
      const { code } = (await answer.json()) as { readonly code?: string }
      return `${answer.status} ${code}`
    },
  }
}
