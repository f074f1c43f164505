/** The standard door to vending: OAuth 2.0 Token Exchange (RFC 8693). Beyond the contract. */
import { Hono } from 'hono'
import { TOKEN_EXCHANGE, tokenExchangeRequest } from '../../../contract/token-exchange.ts'
import { isSlug } from '../../../domain/integration.ts'
import { secret } from '../../../kit/secret.ts'
import { canonicalSlug } from '../../../providers/catalogue.ts'
import { exchangeUserToken } from '../../../use-cases/tokens/exchange-user-token.ts'
import { ApiError } from '../../api-error.ts'
import { note, type AppContext, type AppEnv } from '../../context.ts'
import { toApiError } from '../../failures.ts'
import { field } from '../../failures/words.ts'
import { parseForm, type Form } from '../../form.ts'
import { clientKey } from '../../middleware/client-key.ts'
import { refuseBrowser } from '../../middleware/require-api-key.ts'
import { parseShape } from '../../parse.ts'
import { presentExchanged } from '../../present/token-exchange.ts'

export const oauthToken = new Hono<AppEnv>()

oauthToken.post('/token', async (c) => {
  c.set('answersWith', 'oauth')
  refuseBrowser(c)
  const form = await parseForm(c)
  const { presented, id } = clientKey(c, form)
  note(c, { key_id: id })
  checkGrantType(form)
  const body = parseShape(tokenExchangeRequest, form.record(TARGETS))
  const slug = targetOf(c, form)
  note(c, { slug })
  const { deps } = c.var
  const exchanged = await exchangeUserToken(deps, {
    presentedKey: presented,
    keyId: id,
    slug,
    subjectToken: secret(body.subject_token),
    connectionOwner: body.connection_owner ?? 'user',
    organizationId: body.organization_id ?? null,
    accountId: body.connected_account_id ?? null,
    scopes: body.scope ?? null,
  })
  note(c, { environment_id: exchanged.environmentId })
  if (!exchanged.ok) throw toApiError(exchanged.failure)
  note(c, { outcome: 'active' })
  return c.json(presentExchanged(exchanged.value, deps.clock()))
})

/** RFC 8693 §2.1 lets both be repeated. */
const TARGETS = ['audience', 'resource']

function checkGrantType(form: Form): void {
  const grantType = form.one('grant_type')
  if (grantType === undefined) {
    throw field('grant_type', 'invalid_request', `grant_type is required: ${TOKEN_EXCHANGE}.`)
  }
  if (grantType !== TOKEN_EXCHANGE) {
    throw new ApiError(
      400,
      'unsupported_grant_type',
      `There is one grant type at this address: ${TOKEN_EXCHANGE}.`,
    )
  }
}

/** The provider: by its slug, or as a resource by the address of its integration, for that has to be one. */
function targetOf(c: AppContext, form: Form): string {
  const prefix = `${c.var.deps.publicUrl}/data-integrations/`
  const [slug, ...more] = new Set([
    ...form.all('audience'),
    ...form.all('resource').map((one) => (one.startsWith(prefix) ? one.slice(prefix.length) : one)),
  ])
  if (slug === undefined) {
    throw field(
      'audience',
      'invalid_request',
      'audience is required: the slug of the provider whose token is wanted.',
    )
  }
  if (more.length > 0) {
    throw new ApiError(
      400,
      'target_ambiguous',
      'A token is good for one provider. Send one audience, and another request for another one.',
    )
  }
  // What is no slug may be anything, a secret in the wrong field too: it is not repeated, here or in the log.
  if (isSlug(slug)) return canonicalSlug(slug)
  throw new ApiError(
    404,
    'integration_not_found',
    'audience is not the slug of a data integration: lower-case letters, digits and hyphens, such as github.',
  )
}
