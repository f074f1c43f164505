/** Vending (contract 2.4). The key is checked with the integration, so that a warm call needs no D1. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { rejectedRequest, vendRequest } from '../../../contract/vend.ts'
import {
  getAccessToken,
  type AccessTokenOutcome,
  type VendInput,
} from '../../../use-cases/tokens/get-access-token.ts'
import { rejectAccessToken } from '../../../use-cases/tokens/reject-access-token.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { presentedKey } from '../../middleware/require-api-key.ts'
import { ownerOfBody } from '../../owner-of.ts'
import { parseBody } from '../../parse.ts'
import { slugOf } from '../../slug-of.ts'
import {
  presentAccessToken,
  presentCredential,
  presentReplacement,
} from '../../present/access-token.ts'

export const tokens = new Hono<AppEnv>()

tokens.post('/:slug/token', async (c) => c.json(presentAccessToken(await vend(c, 'access_token'))))
tokens.post('/:slug/credentials', async (c) =>
  c.json(presentCredential(await vend(c, 'credential'))),
)

tokens.post('/:slug/token/rejected', async (c) => {
  const key = presentedKey(c)
  const body = await parseBody(c, rejectedRequest)
  // Of clients that fetch their own tokens, too.
  const input = inputOf(c, key, body, 'credential')
  const outcome = await rejectAccessToken(c.get('deps'), input, body.access_token_sha256)
  return c.json(presentReplacement(told(c, outcome)))
})

async function vend(c: AppContext, wants: VendInput['wants']): Promise<AccessTokenOutcome> {
  const key = presentedKey(c)
  const input = inputOf(c, key, await parseBody(c, vendRequest), wants)
  return told(c, await getAccessToken(c.get('deps'), input))
}

/** What a request asks for, noted for the log. */
function inputOf(
  c: AppContext,
  { presented, id }: ReturnType<typeof presentedKey>,
  body: v.InferOutput<typeof vendRequest>,
  wants: VendInput['wants'],
): VendInput {
  const owner = ownerOfBody(body)
  const slug = slugOf(c)
  note(c, { key_id: id, slug })
  return {
    presentedKey: presented,
    keyId: id,
    slug,
    owner,
    accountId: body.connected_account_id ?? null,
    plural: body.supports_multiple_connections ?? false,
    wants,
  }
}

function told(
  c: AppContext,
  outcome: Awaited<ReturnType<typeof rejectAccessToken>>,
): AccessTokenOutcome {
  if (!outcome.ok) throw toApiError(outcome.failure)
  note(c, {
    environment_id: outcome.environmentId,
    outcome: outcome.value.kind === 'active' ? 'active' : outcome.value.error,
  })
  return outcome.value
}
