/** Connecting as a backend's own session does it, one more account or exactly one anew. */
import { begin, complete, returned, toCallback, type Begun } from './connect-steps.ts'
import { rowsOf } from './faults.ts'
import { seedEnvironment, type Harness } from './harness.ts'
import { expectJson } from './wire.ts'

export const ADD = { connection_intent: 'add' }

export const aimedConnect = async () => {
  const h = await seedEnvironment()
  const provider = await h.createProvider()
  const start = (aim: Record<string, unknown>) =>
    begin(h, provider, 'rest_verifier', 'user_1', undefined, undefined, aim)
  /** The whole way. */
  const connect = async (aim: Record<string, unknown>, account: string) => {
    const begun = await start(aim)
    const back = await begun.browser.send(await toCallback(begun, { account }))
    return finish(h, begun, back)
  }
  return { h, provider, start, connect }
}

export type Account = {
  readonly id: string
  readonly connection_role: string
  readonly account_identifier: string
}

export async function finish(h: Harness, begun: Begun, back: Response): Promise<Response> {
  const completionCode = returned(back).get('pipes_completion_code')
  return complete(h, begun, { completionCode })
}

export const made = async (answer: Promise<Response>): Promise<Account> =>
  expectJson(await answer, 200)

export const tokenOf = async (h: Harness, accountId: string): Promise<string> =>
  (await h.vend({ slug: 'strict', userId: 'user_1' }, {}, { connected_account_id: accountId }))
    .token ?? ''

export const codeOf = async (begun: Begun): Promise<string | undefined> => {
  const [row] = await rowsOf<{ failure_code: string }>(
    'SELECT failure_code FROM connect_attempts WHERE id = ?',
    begun.attemptId,
  )
  return row?.failure_code
}
